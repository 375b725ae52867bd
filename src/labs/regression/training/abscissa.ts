/** What the curves of training run over: meta-iterations, gradients computed, or seconds of computing, of each contender. */

import { iterations, means, type Series } from '../../../session/series';
import { ownOf } from '../../kit/ownFields';
import type { RegressionSpec, RegressionView } from '../fields';
import { type ContenderName, sheetOf } from '../methods';
import type { PaceAnswer } from './paceQuestion';

export type Abscissa = RegressionView['abscissa'];

/**
 * Gradients of one task's loss that a contender has computed by each bin of a series, Hessian-vector products counted as
 * one each. What was recorded with a bin counts, not what is set now; its own settings are those of now.
 */
export function gradientsBy(
  series: Series,
  name: ContenderName,
  spec: RegressionSpec,
): readonly number[] {
  const contender = sheetOf(name);
  const own = ownOf(name, contender, spec);
  const [steps, tasks] = [means(series, 'steps'), means(series, 'tasks')];
  let [before, sum] = [0, 0];
  return iterations(series).map((at, i) => {
    const known = Number.isFinite(steps[i]!) && Number.isFinite(tasks[i]!);
    const taken = known ? steps[i]! : spec.innerSteps;
    const { gradients, products } = contender.cost({ rate: spec.innerRate, steps: taken }, own);
    sum += (at - before) * (known ? tasks[i]! : spec.metaBatch) * (gradients + products);
    before = at;
    return sum;
  });
}

function costsNothing(name: ContenderName, spec: RegressionSpec): boolean {
  const contender = sheetOf(name);
  const inner = { rate: spec.innerRate, steps: spec.innerSteps };
  const { gradients, products } = contender.cost(inner, ownOf(name, contender, spec));
  return gradients + products === 0;
}

/** Where the bins of a series lie for a contender; null while that is not known. */
export function placesOf(
  abscissa: Abscissa,
  series: Series,
  name: ContenderName,
  spec: RegressionSpec,
  pace: PaceAnswer | null,
): readonly number[] | null {
  if (abscissa === 'iterations') return iterations(series);
  if (abscissa === 'gradients') return gradientsBy(series, name, spec);
  // Who computes nothing takes no time, but for what it costs to find that out.
  const seconds = costsNothing(name, spec) ? 0 : pace?.seconds[name];
  return seconds === undefined ? null : iterations(series).map((at) => at * seconds);
}
