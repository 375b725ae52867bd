import { expect, it } from 'vitest';
import { peaksBeyond } from './beyond';

/** A pixel per unit, 100 wide, its top at 50. */
const plot = {
  ...{ left: 0, top: 0, width: 100, height: 50 },
  ...{ x: (value: number) => value, y: (value: number) => 50 - value },
  ...{ xAt: (pixel: number) => pixel, yAt: (pixel: number) => 50 - pixel },
};

it('has one mark for each stretch above the plot, at its highest point', () => {
  const xs = [0, 10, 30, 34, 40, 60, 61];
  const ys = [50, 60, 90, 70, 10, 51, 49];
  expect(peaksBeyond(plot, xs, ys)).toEqual([30, 60]);
  // Two that are hardly apart are one.
  expect(peaksBeyond(plot, [0, 4, 8], [60, 10, 70])).toEqual([8]);
});

it('has none for what is within, and for what is no number', () => {
  expect(peaksBeyond(plot, [0, 1, 2], [50, Number.NaN, Number.POSITIVE_INFINITY])).toEqual([]);
});
