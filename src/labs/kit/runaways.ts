/** Held-out tasks on which adaptation runs away: what that means, and how the others are summed up. */

import { mean, median, type Summary, summarise } from '../../math/statistics';

/**
 * A task has run away when its loss is not a number, or over ten times as large as it was before the first step, and as
 * it was on average over all tasks then. To know nothing of a task costs less than that on every task of our families,
 * so that it is the steps that have made it worse; and one such loss, of many powers of ten, would be the mean of all.
 */
export const RUNAWAY = 10;

export interface HeldOut extends Summary {
  /**
   * Tasks that have run away: mean and interval are of the others, and not a number where most have, as few speak for
   * nobody; the median is of all.
   */
  readonly ranAway: number;
}

/** @param starts losses of the same tasks before the first step */
export function summariseTasks(losses: ArrayLike<number>, starts: ArrayLike<number>): HeldOut {
  const average = mean(starts);
  const typical = Number.isFinite(average) ? average : Number.POSITIVE_INFINITY;
  const stayed = Array.from(losses).filter((loss, i) => {
    const start = starts[i]!;
    const before = Number.isFinite(start) ? Math.max(start, typical) : typical;
    return Number.isFinite(loss) && !(loss > RUNAWAY * before);
  });
  const all = Array.from(losses, (loss) => (Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss));
  const ranAway = losses.length - stayed.length;
  const count = losses.length;
  return { ...summarise(ranAway > count / 2 ? [] : stayed), count, median: median(all), ranAway };
}
