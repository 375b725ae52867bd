/** What the training curve was measured as: its settings act at once, and what is recorded stays what it was. */

import { iterations, means, type Series } from '../../../session/series';
import type { RegressionSpec } from '../fields';

/** A part of the run. */
export interface Measured {
  /** Its first meta-iteration. */
  readonly from: number;
  /** Inner steps before the loss, and tasks that it is the mean of. */
  readonly steps: number;
  readonly tasks: number;
}

/** The parts of a run, from its rows; of a run that holds none of this, what is measured now. */
export function partsOf(series: Series, spec: RegressionSpec): readonly Measured[] {
  const now: Measured = { from: 0, steps: spec.innerSteps, tasks: spec.metaBatch };
  const at = iterations(series);
  const [steps, tasks] = [means(series, 'steps'), means(series, 'tasks')];
  const parts: Measured[] = [];
  at.forEach((from, i) => {
    const begins = Math.floor(from / series.binWidth) * series.binWidth;
    const part = { from: begins, steps: steps[i]!, tasks: tasks[i]! };
    // Where bins were merged across a change they hold some of both.
    if (!Number.isInteger(part.steps) || !Number.isInteger(part.tasks)) return;
    const last = parts.at(-1);
    if (last?.steps !== part.steps || last.tasks !== part.tasks) parts.push(part);
  });
  return parts.length === 0 ? [now] : parts;
}
