/** What is asked of numbers of points, once somebody studies what can be known from them. */

import { askLate } from '../askLate';
import { stepOf } from '../lab';

/** Held-out tasks of each number of points. */
const TASKS = 200;

askLate('points', {
  ask: ({ state, at }) =>
    state.view.microscope === 'bayes' && state.running.task === 'sinusoid'
      ? { at, steps: stepOf(state), tasks: TASKS }
      : null,
});
