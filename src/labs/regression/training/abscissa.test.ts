import { describe, expect, it } from 'vitest';
import { append, emptySeries } from '../../../session/series';
import type { RegressionSpec } from '../fields';
import { presets } from '../presets';
import { gradientsBy, placesOf } from './abscissa';

const spec: RegressionSpec = {
  ...presets['sinusoid-10shot'].spec,
  innerSteps: 2,
  metaBatch: 4,
  reptileSteps: 3,
};

const recorded = (rows: readonly (readonly [at: number, steps: number, tasks: number])[]) =>
  append(emptySeries, {
    iteration: Float64Array.from(rows, ([at]) => at),
    steps: Float64Array.from(rows, ([, steps]) => steps),
    tasks: Float64Array.from(rows, ([, , tasks]) => tasks),
  });

describe('the abscissa of the training curves', () => {
  it('counts what each contender computes: inner gradients, the outer one, Hessian-vector products', () => {
    const series = recorded([
      [0, 2, 4],
      [1, 2, 4],
      [2, 2, 4],
    ]);
    // Two inner gradients, one outer, and one product for each inner step, on four tasks.
    expect(gradientsBy(series, 'maml', spec)).toEqual([0, 20, 40]);
    expect(gradientsBy(series, 'fomaml', spec)).toEqual([0, 12, 24]);
    expect(gradientsBy(series, 'reptile', spec)).toEqual([0, 12, 24]);
    expect(gradientsBy(series, 'joint', spec)).toEqual([0, 4, 8]);
    expect(gradientsBy(series, 'random', spec)).toEqual([0, 0, 0]);
  });

  it('counts what was recorded, not what is set now', () => {
    const series = recorded([
      [0, 1, 4],
      [10, 1, 4],
      [20, 5, 8],
    ]);
    expect(gradientsBy(series, 'fomaml', spec)).toEqual([0, 80, 80 + 10 * 6 * 8]);
  });

  it('has no seconds before they were measured', () => {
    const series = recorded([
      [0, 2, 4],
      [10, 2, 4],
    ]);
    expect(placesOf('seconds', series, 'maml', spec, null)).toBeNull();
    const pace = { iteration: 10, seconds: { maml: 0.5 } };
    expect(placesOf('seconds', series, 'maml', spec, pace)).toEqual([0, 5]);
    expect(placesOf('seconds', series, 'joint', spec, pace)).toBeNull();
    expect(
      placesOf('seconds', series, 'random', spec, { iteration: 1, seconds: { random: 1e-5 } }),
    ).toEqual([0, 0]);
    expect(placesOf('iterations', series, 'joint', spec, null)).toEqual([0, 10]);
  });
});
