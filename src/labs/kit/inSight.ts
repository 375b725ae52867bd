/** The lab in sight, for what stands around it: a hall's keys, the scenes of a lecture. */

import { createStore } from 'zustand/vanilla';
import type { AnyLab } from './context';

export const inSight = createStore<{ readonly lab: AnyLab | null }>(() => ({ lab: null }));
