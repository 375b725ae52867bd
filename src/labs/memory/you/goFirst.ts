/** A person goes first, on a stream that they have not answered to its end. */

import type { MemoryLab } from '../lab';
import { aboutOf } from './asked';
import { answersStore } from './kept';
import { sittingOf } from './sittings';

export const goFirst = (lab: MemoryLab): void =>
  lab.youFirst((stream) => {
    const state = lab.store.getState();
    const about = aboutOf({ ...state, view: { ...state.view, stream } });
    const { said } = sittingOf(answersStore.getState().sittings, about);
    return said.length < state.running.testLength;
  });
