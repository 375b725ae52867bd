import { describe, expect, it } from 'vitest';
import { summarise } from '../../math/statistics';
import { RUNAWAY, summariseTasks } from './runaways';

const starts = [4, 2, 3, 1, 5];

describe('held-out tasks', () => {
  it('are summed up as ever where none has run away', () => {
    const losses = [0.4, 0.1, 0.2, 3, 0.3];
    expect(summariseTasks(losses, starts)).toEqual({ ...summarise(losses), ranAway: 0 });
    expect(summariseTasks(starts, starts).ranAway).toBe(0);
  });

  it.each([46_793, 1e30, Number.POSITIVE_INFINITY, Number.NaN])(
    'are counted where they have, and decide no mean: %s',
    (loss) => {
      const { mean, ci95, median, count, ranAway } = summariseTasks(
        [0.4, loss, 0.2, 0.1, 0.3],
        starts,
      );
      expect({ count, ranAway, median }).toEqual({ count: 5, ranAway: 1, median: 0.3 });
      expect(mean).toBeCloseTo(0.25);
      expect(ci95).toBeCloseTo(summarise([0.4, 0.2, 0.1, 0.3]).ci95);
    },
  );

  it('have run away past ten times what they cost before the first step, their own and the average', () => {
    const ranAway = (loss: number, start: number) =>
      summariseTasks([loss, 1, 1], [start, 3, 3]).ranAway;
    // Of an average of 3.
    expect(ranAway(RUNAWAY * 3, 3)).toBe(0);
    expect(ranAway(RUNAWAY * 3 + 1, 3)).toBe(1);
    // A task that was near the average one by chance may cost as much as others do.
    expect(ranAway(5, 0.01)).toBe(0);
    // One that was far from it may be as far as before.
    expect(ranAway(200, 200)).toBe(0);
  });

  it('have no mean where most have run away: the few others speak for nobody', () => {
    const { mean, ci95, ranAway, median } = summariseTasks([1e9, 0.1, 1e8], [1, 2, 3]);
    expect([mean, ci95, ranAway, median]).toEqual([Number.NaN, Number.NaN, 2, 1e8]);
    expect(summariseTasks([1e9, 0.1, 0.3, 1e8], [1, 2, 3, 4]).mean).toBeCloseTo(0.2);
  });

  it('may all have run away: there is no mean of the others then', () => {
    const { mean, ranAway, median } = summariseTasks([1e9, Number.NaN, 1e8], [1, 2, 3]);
    expect([mean, ranAway, median]).toEqual([Number.NaN, 3, 1e9]);
  });
});
