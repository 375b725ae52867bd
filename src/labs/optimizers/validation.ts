/** How learned optimisers are judged while they are trained: by a run over the whole horizon, on problems kept for this. */

import type { Losses } from '../../contenders/rules/rule';
import { mean, median } from '../../math/statistics';
import type { Turn } from '../../session/turn';
import type { TrainedName } from './racers';

export const VALIDATION_PROBLEMS = 128;

/** What is recorded: f at the end, its median and mean over problems, and the mean of its sum over steps. */
export const measures = ['final', 'finalMean', 'sum'] as const;
export type Measure = (typeof measures)[number];

/** The column of the run's rows. */
export const columnOf = (name: TrainedName, measure: Measure): string => `${name} ${measure}`;

/** @returns what is recorded, and the score by which the best is chosen: less is better */
export async function judge(
  losses: Losses,
  turn: Turn,
): Promise<{ readonly found: Readonly<Record<Measure, number>>; readonly score: number }> {
  let sum = 0;
  let last = new Float32Array();
  for await (const f of losses) {
    if (last.length > 0) sum += mean(f);
    last = f.slice();
    await turn.pause();
  }
  const finalMean = mean(last);
  // Typical problems and hard ones: neither should be bought with the other.
  const score = Math.log(finalMean) + mean(last.map((f) => Math.log(Math.max(f, 1e-30))));
  return { found: { final: median(last), finalMean, sum }, score };
}
