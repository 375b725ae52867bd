/** Axes that change rarely and in steps. */

import type { Range } from '../../math/range';

const NICE = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The least round number that is at least `value` (positive). */
export function niceCeiling(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const decade = 10 ** Math.floor(Math.log10(value));
  const mantissa = NICE.find((n) => n * decade >= value * (1 - 1e-9)) ?? 10;
  return Number((mantissa * decade).toPrecision(12));
}

/** Round numbers in a range, about `count` of them. */
export function ticks([low, high]: Range, count: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const rough = span / count;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * decade).find((s) => span / s <= count + 1e-9)!;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** Whole numbers from 0 to `last`, both included, evenly spaced where `last` allows it, about `count` of them. */
export function wholeTicks(last: number, count: number): number[] {
  for (let step = Math.max(1, Math.ceil(last / count)); step <= last / 3; step++) {
    if (last % step === 0) return Array.from({ length: last / step + 1 }, (_, i) => i * step);
  }
  const step = Math.max(1, Math.round(last / count));
  const even = ticks([0, last], count).filter(Number.isInteger);
  return [...even.filter((tick) => last - tick >= step), last];
}
