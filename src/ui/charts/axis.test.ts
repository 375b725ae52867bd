import { describe, expect, it } from 'vitest';
import { niceCeiling, ticks, wholeTicks } from './axis';

describe('axes', () => {
  it.each([
    [4.25, 5],
    [5, 5],
    [0.13, 0.15],
    [1234, 1500],
    [0, 1],
    [Number.NaN, 1],
  ])('end at a round number: %d → %d', (value, nice) => {
    expect(niceCeiling(value)).toBe(nice);
  });

  it('have round ticks', () => {
    expect(ticks([0, 5], 5)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ticks([-5, 5], 5)).toEqual([-4, -2, 0, 2, 4]);
    expect(ticks([0, 0.15], 4)).toEqual([0, 0.05, 0.1, 0.15]);
    expect(ticks([0, 10_000], 6)).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
    expect(ticks([3, 3], 4)).toEqual([3]);
  });

  it.each([
    [1, [0, 1]],
    [10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [32, [0, 4, 8, 12, 16, 20, 24, 28, 32]],
    [50, [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]],
    [13, [0, 2, 4, 6, 8, 10, 12, 13]],
  ])('of %d gradient steps end at the last', (last, expected) => {
    expect(wholeTicks(last, 10)).toEqual(expected);
  });
});
