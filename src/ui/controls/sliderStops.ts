/** Where a slider stops: even steps, or round numbers that grow. */

import type { Control } from '../../spec/field';

type NumberControl = Extract<Control, { kind: 'number' }>;

const ROUND = [1, 1.5, 2, 3, 4, 5, 7];

/** Twelve significant digits: enough for any stop, few enough to hide binary fractions. */
const tidy = (x: number): number => Number(x.toPrecision(12));

/** Evenly spaced stops, or round numbers in every decade (all of them up to 20 for whole numbers). */
export function stopsOf({ min, max, step, scale }: NumberControl): number[] {
  if (scale === 'linear') {
    const count = Math.floor((max - min) / step + 1e-9);
    const stops = Array.from({ length: count + 1 }, (_, i) => tidy(min + i * step));
    return stops.at(-1) === max ? stops : [...stops, max];
  }
  const whole = step === 1;
  const stops = new Set([min, max]);
  for (let decade = 10 ** Math.floor(Math.log10(min)); decade <= max; decade *= 10) {
    for (const mantissa of ROUND) stops.add(tidy(mantissa * decade));
  }
  if (whole) for (let n = 1; n <= 20; n++) stops.add(n);
  return [...stops]
    .filter((x) => x >= min && x <= max && (!whole || Number.isInteger(x)))
    .sort((a, b) => a - b);
}

/** Index of the stop nearest to `value`. */
export function nearestStop(stops: readonly number[], value: number): number {
  let best = 0;
  stops.forEach((stop, i) => {
    if (Math.abs(stop - value) < Math.abs(stops[best]! - value)) best = i;
  });
  return best;
}
