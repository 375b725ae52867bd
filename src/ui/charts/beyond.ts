/** Where a curve leaves its plot at the top, so that a cut peak is not taken for a flat one. */

import type { Plot } from './plot';

/** Pixels along the edge within which two peaks have one mark. */
const NEAR = 10;

/** @returns abscissae in pixels, one for each stretch of the curve above the plot: those of its highest points */
export function peaksBeyond(plot: Plot, xs: ArrayLike<number>, ys: ArrayLike<number>): number[] {
  const peaks: { at: number; height: number }[] = [];
  let last = { i: -2, at: Number.NEGATIVE_INFINITY };
  for (let i = 0; i < ys.length; i++) {
    const at = plot.x(xs[i]!);
    // What is no number is no peak: a run that diverged is told in words.
    if (!(plot.y(ys[i]!) < plot.top) || !Number.isFinite(ys[i]!)) continue;
    const peak = peaks.at(-1);
    if (peak === undefined || (i > last.i + 1 && at > last.at + NEAR))
      peaks.push({ at, height: ys[i]! });
    else if (ys[i]! > peak.height) Object.assign(peak, { at, height: ys[i]! });
    last = { i, at };
  }
  return peaks.map(({ at }) => at);
}
