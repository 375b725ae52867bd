import { expect, it } from 'vitest';
import { fromHalves, LARGEST_HALF, toHalves } from './half';
import { stream } from './rng';

const round = (...values: number[]) => [...fromHalves(toHalves(Float32Array.from(values)))];

it('keeps every half exactly', () => {
  const all = Uint16Array.from({ length: 0x7c00 }, (_, i) => i);
  expect(toHalves(fromHalves(all))).toEqual(all);
});

it('rounds to the nearest half, within 2⁻¹¹ of a number', () => {
  const random = stream(1, 'numbers');
  const values = Array.from({ length: 1000 }, () => random.normal() * 10 ** random.uniform(-3, 4));
  const rounded = round(...values);
  values.forEach((x, i) => {
    expect(Math.abs(rounded[i]! - x)).toBeLessThanOrEqual(
      Math.max(Math.abs(x) * 2 ** -11, 2 ** -25) * 1.001,
    );
  });
  // Halfway between 1 and its successor, and between that and the next: to even.
  expect(round(1 + 2 ** -11, 1 + 3 * 2 ** -11)).toEqual([1, 1 + 2 ** -9]);
});

it('keeps zero, signs, tiny and huge numbers', () => {
  expect(round(0, -1.5, 2 ** -24, 2 ** -26, LARGEST_HALF)).toEqual([
    0,
    -1.5,
    2 ** -24,
    0,
    LARGEST_HALF,
  ]);
  expect(round(1e6, Number.NEGATIVE_INFINITY, Number.NaN)).toEqual([
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
  ]);
});
