/** What several seeds have in common after each gradient step, and how far they lie apart. */

import { mean, standardDeviation } from '../../../math/statistics';
import type { Average } from '../../kit/Average';
import type { EvaluateAnswer } from '../heldOut/question';
import type { ContenderName } from '../methods';

/** After k = 0 … K steps. What one seed does not have, as most of its tasks have run away, they do not have together. */
export interface OverSeeds {
  /** By seed, in their order. */
  readonly each: readonly ArrayLike<number>[];
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Of the sample of seeds. */
  readonly sd: readonly number[];
}

/** @returns null of a contender that did not take part */
export function overSeeds(
  answers: readonly EvaluateAnswer[],
  name: ContenderName,
  average: Average,
): OverSeeds | null {
  const each = answers.flatMap(({ curves }) => curves[name]?.[average] ?? []);
  if (each.length === 0) return null;
  const steps = Array.from(each[0]!, (_, k) => each.map((curve) => curve[k]!));
  return {
    each,
    mean: steps.map(mean),
    low: steps.map((values) => Math.min(...values)),
    high: steps.map((values) => Math.max(...values)),
    sd: steps.map(standardDeviation),
  };
}
