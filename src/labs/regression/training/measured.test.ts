import { describe, expect, it } from 'vitest';
import { append, CAPACITY, emptySeries } from '../../../session/series';
import { presets } from '../presets';
import { partsOf } from './measured';

const { spec } = presets['sinusoid-10shot'];
const after = { ...spec, innerSteps: 5 };

/** Rows of a run whose steps were moved from 1 to 5. */
const rows = (length: number, moved: number) => ({
  iteration: Float64Array.from({ length }, (_, i) => i),
  steps: Float64Array.from({ length }, (_, i) => (i < moved ? 1 : 5)),
  tasks: new Float64Array(length).fill(25),
});

describe('what a training curve was measured as', () => {
  it('is said of each part of a run in which it was moved', () => {
    expect(partsOf(append(emptySeries, rows(60, 40)), after)).toEqual([
      { from: 0, steps: 1, tasks: 25 },
      { from: 40, steps: 5, tasks: 25 },
    ]);
  });

  it('is still said when rows have been put together', () => {
    const parts = partsOf(append(emptySeries, rows(10 * CAPACITY, 407)), after);
    expect(parts.map(({ steps, tasks }) => [steps, tasks])).toEqual([
      [1, 25],
      [5, 25],
    ]);
    expect(Math.abs(parts[1]!.from - 407)).toBeLessThan(40);
  });

  it('is what is measured now before there is anything, and of runs of before it was recorded', () => {
    const now = [{ from: 0, steps: 5, tasks: 25 }];
    expect(partsOf(emptySeries, after)).toEqual(now);
    const { steps: _, tasks: __, ...old } = rows(10, 10);
    expect(partsOf(append(emptySeries, { ...old, maml: old.iteration }), after)).toEqual(now);
  });
});
