/** What is asked of the rate of a step, once somebody studies it. */

import { askLate } from '../askLate';
import { adaptTo, frontOf, pointsOf, taskInSight } from '../lab';

/** Milliseconds between two looks while training. */
const INTERVAL = 600;

askLate('rates', {
  urgent: true,
  every: INTERVAL,
  ask({ state, at }) {
    const contender = state.view.microscope === 'rates' && frontOf(state);
    if (!contender) return null;
    const { inputs, targets, grid } = adaptTo(at, pointsOf(state), state.running);
    const { task } = taskInSight(state.running, state.view);
    const [low, high] = state.running.testInputRange;
    const judged = grid.filter(
      (x) => x >= low - 1e-6 && x <= high + 1e-6 && !Number.isNaN(task.value(x)),
    );
    const query = { inputs: judged, targets: judged.map((x) => task.value(x)) };
    return { at, contender, support: { inputs, targets }, query };
  },
});
