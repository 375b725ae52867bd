/** Which task comes next: one that shows something. */

import { mean } from '../../math/statistics';
import { type RegressionSpec, taskAfter } from './fields';
import { gridOf, type RegressionLab, taskInSight } from './lab';
import { testTasks } from './tasks';

/** Tasks that are tried for one that shows something. */
const TRIED = 60;

/**
 * The held-out task after another that lies farther from the average of all tasks than most do, if there is one soon: on one
 * that is nearly average there is nothing to adapt to.
 */
export function nextTask(spec: RegressionSpec, shown: number): number {
  const { family } = testTasks(spec);
  const grid = gridOf(spec);
  const average = grid.map((x) => family.moments(x).mean);
  const typical = mean(grid.map((x, i) => family.moments(x).square - average[i]! ** 2));
  let number = shown;
  for (let tried = 0; tried < TRIED; tried++) {
    number = taskAfter(number);
    const { task } = taskInSight(spec, { shown: number });
    if (mean(grid.map((x, i) => (task.value(x) - average[i]!) ** 2)) >= typical) return number;
  }
  return taskAfter(shown);
}

/** Asks about another held-out task. */
export const showNext = (lab: RegressionLab): void => {
  const { running, view } = lab.store.getState();
  lab.see({ shown: nextTask(running, view.shown), points: null, own: '' }, 'adapt');
};
