/** What Bayes makes of tasks, one after another: how far off it is, and how far off it says it is. */

import { ofTask, type Points } from '../../../tasks/task';
import type { RegressionSpec } from '../fields';
import { believed } from './family';

export interface Judged {
  /** Mean squared error at the query points. */
  readonly loss: number;
  /** The variance of what is believed there, in the mean. */
  readonly said: number;
}

export function* bayesOn(
  spec: RegressionSpec,
  support: Points,
  query: Points,
): Generator<Judged, void> {
  for (let task = 0; task < support.tasks; task++) {
    const [x, y] = [ofTask(support, support.inputs, task), ofTask(support, support.targets, task)];
    const { mean, sd } = believed(spec, x, y);
    const truth = ofTask(query, query.targets, task);
    let [loss, said] = [0, 0];
    for (const [i, at] of ofTask(query, query.inputs, task).entries()) {
      loss += (mean(at) - truth[i]!) ** 2 / query.points;
      said += sd(at) ** 2 / query.points;
    }
    yield { loss, said };
  }
}
