import { describe, expect, it } from 'vitest';
import { stream } from './rng';
import { mean, median, studentT975, summarise } from './statistics';

describe('statistics', () => {
  it('takes means and medians', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(median([6, 1, 2])).toBe(2);
    expect(median([6, 1, 2, 3])).toBe(2.5);
    expect(mean([])).toBeNaN();
    expect(median([])).toBeNaN();
  });

  it.each([
    [1, 12.706],
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [29, 2.045],
    [599, 1.964],
  ])("knows Student's t for %i degrees of freedom", (freedom, expected) => {
    expect(studentT975(freedom)).toBeCloseTo(expected, 2);
  });

  it('covers the true mean 95 times in 100', () => {
    const s = stream(1, 'coverage');
    let covered = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const sample = Array.from({ length: 8 }, () => s.normal(3, 2));
      const { mean: average, ci95 } = summarise(sample);
      if (Math.abs(average - 3) < ci95) covered += 1;
    }
    expect(covered / 2000).toBeCloseTo(0.95, 1);
    expect(Math.abs(covered / 2000 - 0.95)).toBeLessThan(0.015);
  });

  it('says that one value has no interval', () => {
    expect(summarise([4])).toMatchObject({ count: 1, mean: 4, median: 4, ci95: Number.NaN });
  });
});
