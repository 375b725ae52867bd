import { describe, expect, it } from 'vitest';
import { linspace, type Range } from '../math/range';
import { stream } from '../math/rng';
import { summarise } from '../math/statistics';
import { cubics } from './cubic';
import { cubicPosterior } from './cubicPosterior';
import { drawEpisodes } from './task';

const ranges: readonly [Range, Range, Range, Range] = [
  [-0.5, 0.5],
  [-0.5, 0.5],
  [-1, 1],
  [-1, 1],
];
const family = cubics(...ranges);
const inputs = linspace([-2, 2], 21);

/** Points of a cubic of the family. */
function pointsOf(seed: number, count: number, noise: number) {
  const { support, tasks } = drawEpisodes(
    family,
    { inputRange: [-2, 2], inputs: 'random', noise },
    { tasks: 1, support: count, query: 1 },
    stream(seed, 'cubic posterior'),
  );
  return { x: support.inputs, y: support.targets, task: tasks[0]! };
}

/** The same by brute force: a grid of all four coefficients. */
function onGrid(x: ArrayLike<number>, y: ArrayLike<number>, noise: number, side: number) {
  const middles = ranges.map(([low, high]) =>
    Array.from({ length: side }, (_, i) => low + ((i + 0.5) * (high - low)) / side),
  );
  const sums = new Float64Array(15);
  const count = x.length;
  // Every likelihood is at most 1: none is so small here that all are 0.
  for (const a of middles[0]!)
    for (const b of middles[1]!)
      for (const c of middles[2]!)
        for (const d of middles[3]!) {
          let error = 0;
          for (let n = 0; n < count; n++) {
            error += (((a * x[n]! + b) * x[n]! + c) * x[n]! + d - y[n]!) ** 2;
          }
          const w = Math.exp(-error / (2 * noise * noise));
          const u = [a, b, c, d];
          let at = 0;
          sums[at++]! += w;
          for (let i = 0; i < 4; i++) sums[at++]! += w * u[i]!;
          for (let i = 0; i < 4; i++) for (let j = i; j < 4; j++) sums[at++]! += w * u[i]! * u[j]!;
        }
  const row = (at: number) => [at ** 3, at ** 2, at, 1];
  const mean = (at: number) => row(at).reduce((sum, p, i) => sum + p * sums[1 + i]!, 0) / sums[0]!;
  const square = (at: number) => {
    const p = row(at);
    let [sum, k] = [0, 5];
    for (let i = 0; i < 4; i++)
      for (let j = i; j < 4; j++) sum += (i === j ? 1 : 2) * p[i]! * p[j]! * sums[k++]!;
    return sum / sums[0]!;
  };
  return { mean, sd: (at: number) => Math.sqrt(square(at) - mean(at) ** 2) };
}

const largest = (of: (x: number) => number) => Math.max(...inputs.map((x) => Math.abs(of(x))));

describe('the exact posterior over cubics', () => {
  it.each([
    [1, 1],
    [2, 0.3],
    [3, 1],
    [5, 0.3],
    [10, 1],
  ])('has the mean and deviation of a grid of all coefficients, of %i points', (count, noise) => {
    const { x, y } = pointsOf(10 + count, count, noise);
    const found = cubicPosterior(ranges, x, y, noise);
    const grid = onGrid(x, y, noise, 60);
    expect(largest((at) => found.mean(at) - grid.mean(at))).toBeLessThan(1e-3);
    expect(largest((at) => found.sd(at) - grid.sd(at))).toBeLessThan(1e-3);
  });

  it('is the prior where there are no points', () => {
    const { mean, sd } = cubicPosterior(ranges, [], [], 0.3);
    for (const x of inputs) {
      const prior = family.moments(x);
      expect(mean(x)).toBeCloseTo(prior.mean, 6);
      expect(sd(x) ** 2).toBeCloseTo(prior.square - prior.mean ** 2, 6);
    }
  });

  it('needs four points where there is no noise', () => {
    let checked = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const { x, y, task } = pointsOf(seed, 4, 0);
      // Points that all but coincide say the same twice: not generic.
      const sorted = [...x].sort((a, b) => a - b);
      if (sorted.some((at, i) => i > 0 && at - sorted[i - 1]! < 0.2)) continue;
      const { mean, sd } = cubicPosterior(ranges, x, y, 0);
      expect(
        largest((at) => mean(at) - task.value(at)),
        `seed ${seed}`,
      ).toBeLessThan(0.02);
      expect(largest(sd), `seed ${seed}`).toBeLessThan(0.05);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(8);
  });

  it('passes through three points without noise, and is not sure elsewhere', () => {
    const { x, y } = pointsOf(3, 3, 0);
    const { mean, sd } = cubicPosterior(ranges, x, y, 0);
    for (const [i, at] of x.entries()) {
      expect(mean(at)).toBeCloseTo(y[i]!, 3);
      expect(sd(at)).toBeLessThan(1e-3);
    }
    expect(largest(sd)).toBeGreaterThan(0.01);
  });

  it('stays within its ranges, however far the points are outside of them', () => {
    const x = linspace([-2, 2], 9);
    // Three times what there is: a = 1.5, d = −3.
    const y = x.map((at) => 1.5 * at ** 3 - 3);
    for (const noise of [0, 0.3]) {
      const { mean, sd } = cubicPosterior(ranges, x, y, noise);
      expect(mean(0)).toBeCloseTo(-1, 1);
      expect(sd(0)).toBeLessThan(0.05);
      expect(mean(2)).toBeLessThanOrEqual(0.5 * 8 + 0.5 * 4 + 2 - 1 + 1e-6);
    }
  });

  it('is wrong by as much as it says', () => {
    const found = Array.from({ length: 150 }, (_, i) => {
      const { x, y, task } = pointsOf(1000 + i, 5, 0.3);
      const { mean, sd } = cubicPosterior(ranges, x, y, 0.3);
      const over = (of: (x: number) => number) =>
        inputs.reduce((sum, at) => sum + of(at), 0) / inputs.length;
      return {
        loss: over((at) => (mean(at) - task.value(at)) ** 2),
        said: over((at) => sd(at) ** 2),
      };
    });
    const [loss, said] = [
      summarise(found.map((one) => one.loss)),
      summarise(found.map((one) => one.said)),
    ];
    expect(Math.abs(loss.mean - said.mean)).toBeLessThan(1.5 * Math.hypot(loss.ci95, said.ci95));
  });
});
