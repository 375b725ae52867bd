/** What the microscope asks, once it is open. */

import { askLate } from '../askLate';
import { frontOf, gridOf } from '../lab';

askLate('trace', {
  urgent: true,
  ask({ state, at, training }) {
    const { microscope, focus } = state.view;
    // It is of the next meta-iteration: one that is looked back to has none, and in training it would be over.
    const contender = microscope === 'open' && at === 'now' && !training && frontOf(state);
    if (!contender) return null;
    return { contender, task: focus, grid: Float32Array.from(gridOf(state.running)) };
  },
});
