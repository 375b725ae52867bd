import { describe, expect, it } from 'vitest';
import { append, CAPACITY, emptySeries, iterations, means } from './series';

const rows = (from: number, to: number, value: (i: number) => number) => {
  const iteration = Float64Array.from({ length: to - from }, (_, i) => from + i);
  return { iteration, maml: iteration.map(value) };
};

describe('a series', () => {
  it('keeps rows as they are while there is room', () => {
    const series = append(
      append(
        emptySeries,
        rows(0, 3, (i) => i * i),
      ),
      rows(3, 5, (i) => i * i),
    );
    expect(iterations(series)).toEqual([0, 1, 2, 3, 4]);
    expect(means(series, 'maml')).toEqual([0, 1, 4, 9, 16]);
  });

  it('stays bounded, and every bin is the mean of its rows', () => {
    let series = emptySeries;
    for (let i = 0; i < 50_000; i += 100)
      series = append(
        series,
        rows(i, i + 100, (j) => 3 * j),
      );
    expect(series.bins.length).toBeLessThanOrEqual(CAPACITY);
    expect(series.bins.length).toBeGreaterThan(CAPACITY / 2 - 2);
    const at = iterations(series);
    means(series, 'maml').forEach((mean, b) => {
      expect(mean).toBeCloseTo(3 * at[b]!, 6);
    });
    expect(series.bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(50_000);
  });

  it('does not depend on how rows were cut into frames', () => {
    const whole = append(
      emptySeries,
      rows(0, 5000, (i) => i),
    );
    let parts = emptySeries;
    for (let i = 0; i < 5000; i += 7)
      parts = append(
        parts,
        rows(i, Math.min(i + 7, 5000), (j) => j),
      );
    expect(iterations(parts)).toEqual(iterations(whole));
    expect(means(parts, 'maml')).toEqual(means(whole, 'maml'));
  });

  it('ignores rows that it has seen', () => {
    const series = append(
      emptySeries,
      rows(0, 10, () => 1),
    );
    expect(
      append(
        series,
        rows(5, 12, () => 9),
      ).bins.length,
    ).toBe(12);
    expect(
      means(
        append(
          series,
          rows(5, 12, () => 9),
        ),
        'maml',
      ).slice(0, 10),
    ).toEqual(new Array(10).fill(1));
  });

  it('leaves out what is not finite', () => {
    const series = append(emptySeries, {
      iteration: Float64Array.of(0, 1),
      maml: Float64Array.of(Number.NaN, 2),
      reptile: Float64Array.of(Number.POSITIVE_INFINITY, 3),
    });
    expect(means(series, 'maml')).toEqual([Number.NaN, 2]);
    expect(means(series, 'reptile')).toEqual([Number.NaN, 3]);
  });
});
