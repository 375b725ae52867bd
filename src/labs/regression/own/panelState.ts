/** Whether the panel in which a task of one's own is made is open. */

import { createStore } from 'zustand/vanilla';

export const panel = createStore<{ readonly open: boolean }>(() => ({ open: false }));
