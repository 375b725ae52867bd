/** What is asked of numbers of points, once somebody studies what can be known from them. */

import { askLate } from '../askLate';
import { stepOf } from '../lab';

/** Held-out tasks of each number of points; few while training goes on. */
const TASKS = 200;
const TASKS_WHILE_TRAINING = 25;
/** Milliseconds between two looks while training: it is work for some hundred meta-iterations. */
const INTERVAL = 3000;

askLate('points', {
  every: INTERVAL,
  ask: ({ state, at, training }) =>
    state.view.microscope === 'bayes' && state.running.task === 'sinusoid'
      ? { at, steps: stepOf(state), tasks: training ? TASKS_WHILE_TRAINING : TASKS }
      : null,
});
