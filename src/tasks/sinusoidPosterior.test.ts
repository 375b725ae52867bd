import { describe, expect, it } from 'vitest';
import { linspace } from '../math/range';
import { stream } from '../math/rng';
import { summarise } from '../math/statistics';
import { sinusoids } from './sinusoid';
import { LEAST_NOISE, type SinusoidFamily, sinusoidPosterior } from './sinusoidPosterior';
import { drawEpisodes } from './task';

const finn: SinusoidFamily = { amplitude: [0.1, 5], phase: [0, Math.PI] };
const inputs = linspace([-5, 5], 41);

/** Points of a wave of the family. */
function pointsOf(seed: number, count: number, noise: number, family = finn) {
  const { support, tasks } = drawEpisodes(
    sinusoids(family.amplitude, family.phase),
    { inputRange: [-5, 5], inputs: 'random', noise },
    { tasks: 1, support: count, query: 1 },
    stream(seed, 'posterior'),
  );
  return { x: support.inputs, y: support.targets, task: tasks[0]! };
}

const lossOf = (
  { mean }: ReturnType<typeof sinusoidPosterior>,
  { value }: { value(x: number): number },
) => inputs.reduce((sum, x) => sum + (mean(x) - value(x)) ** 2, 0) / inputs.length;

/** The same by brute force: a grid of amplitudes and phases. */
function onGrid(x: Float32Array, y: Float32Array, noise: number, side: number) {
  const middles = ([low, high]: readonly [number, number]) =>
    Array.from({ length: side }, (_, i) => low + ((i + 0.5) * (high - low)) / side);
  const [amplitudes, phases] = [middles(finn.amplitude), middles(finn.phase)];
  const logs = phases.map((phi) => {
    const u = Array.from(x, (at) => Math.sin(at - phi));
    return amplitudes.map(
      (a) => -u.reduce((sum, v, i) => sum + (y[i]! - a * v) ** 2, 0) / (2 * noise ** 2),
    );
  });
  const most = Math.max(...logs.map((row) => Math.max(...row)));
  let [total, a, b, aa, ab, bb] = [0, 0, 0, 0, 0, 0];
  logs.forEach((row, p) => {
    const [c, s] = [Math.cos(phases[p]!), -Math.sin(phases[p]!)];
    row.forEach((log, i) => {
      const w = Math.exp(log - most);
      const [ai, bi] = [amplitudes[i]! * c, amplitudes[i]! * s];
      total += w;
      a += w * ai;
      b += w * bi;
      aa += w * ai * ai;
      ab += w * ai * bi;
      bb += w * bi * bi;
    });
  });
  const mean = (at: number) => (a * Math.sin(at) + b * Math.cos(at)) / total;
  const square = (at: number) => {
    const [s, c] = [Math.sin(at), Math.cos(at)];
    return (aa * s * s + 2 * ab * s * c + bb * c * c) / total;
  };
  return { mean, sd: (at: number) => Math.sqrt(square(at) - mean(at) ** 2) };
}

describe('the exact posterior over sinusoids', () => {
  it.each([
    [1, 0.3],
    [2, 0.3],
    [3, 1],
    [5, 0.3],
    [10, 1],
  ])('has the mean and deviation of a grid of 1,000 × 1,000, of %i points', (count, noise) => {
    const { x, y } = pointsOf(count, count, noise);
    const posterior = sinusoidPosterior(finn, x, y, noise);
    const grid = onGrid(x, y, noise, 1000);
    for (const at of inputs) {
      expect(Math.abs(posterior.mean(at) - grid.mean(at))).toBeLessThan(1e-3);
      expect(Math.abs(posterior.sd(at) - grid.sd(at))).toBeLessThan(1e-3);
    }
  });

  it('needs two points where there is no noise, and solves for them', () => {
    let checked = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { x, y, task } = pointsOf(seed, 2, 0);
      // Half a turn apart they say the same twice: not generic.
      if (Math.abs(Math.sin(x[0]! - x[1]!)) < 0.05) continue;
      const posterior = sinusoidPosterior(finn, x, y, 0);
      expect(lossOf(posterior, task), `seed ${seed}`).toBeLessThan(1e-3);
      // a sin x + b cos x = y, at both.
      const [s0, c0, s1, c1] = [x[0]!, x[1]!].flatMap((at) => [Math.sin(at), Math.cos(at)]);
      const det = s0! * c1! - s1! * c0!;
      const a = (y[0]! * c1! - y[1]! * c0!) / det;
      const b = (s0! * y[1]! - s1! * y[0]!) / det;
      for (const at of inputs) {
        expect(posterior.mean(at)).toBeCloseTo(a * Math.sin(at) + b * Math.cos(at), 2);
      }
      checked += 1;
    }
    expect(checked).toBeGreaterThan(30);
  });

  it('stays within its prior, however far the points are outside of it', () => {
    const { mean, sd } = sinusoidPosterior(finn, [Math.PI / 2, 0], [9, 0], 0);
    // φ = 0 and the greatest amplitude fit best.
    expect(mean(Math.PI / 2)).toBeCloseTo(5, 3);
    expect(sd(Math.PI / 2)).toBeLessThan(1e-3);
  });

  it('is the prior where there are no points', () => {
    const { mean, sd } = sinusoidPosterior(finn, [], [], 0.3);
    const { mean: m, square } = sinusoids(finn.amplitude, finn.phase).moments(0.7);
    expect(mean(0.7)).toBeCloseTo(m, 4);
    expect(sd(0.7) ** 2).toBeCloseTo(square - m ** 2, 4);
  });

  it('takes a family of one wave', () => {
    const { mean, sd } = sinusoidPosterior(
      { amplitude: [2, 2], phase: [0.5, 0.5] },
      [0, 1],
      [1, 1],
      0.3,
    );
    expect(mean(1)).toBeCloseTo(2 * Math.sin(0.5), 9);
    expect(sd(1)).toBeCloseTo(0, 9);
  });

  it('draws waves that are spread as it says', () => {
    const { x, y } = pointsOf(2, 2, 0.3);
    const posterior = sinusoidPosterior(finn, x, y, 0.3);
    const random = stream(1, 'draws');
    const drawn = Array.from({ length: 4000 }, () => {
      const { amplitude, phase } = posterior.draw(random);
      expect(amplitude).toBeGreaterThanOrEqual(finn.amplitude[0]);
      expect(amplitude).toBeLessThanOrEqual(finn.amplitude[1]);
      return amplitude * Math.sin(1.5 - phase);
    });
    const { mean, ci95 } = summarise(drawn);
    expect(Math.abs(mean - posterior.mean(1.5))).toBeLessThan(2 * ci95);
    const spread = Math.sqrt(drawn.reduce((sum, v) => sum + (v - mean) ** 2, 0) / drawn.length);
    expect(spread / posterior.sd(1.5)).toBeGreaterThan(0.93);
    expect(spread / posterior.sd(1.5)).toBeLessThan(1.07);
  });

  // Of an independent program: mean squared error over 300 tasks, and what its posterior itself predicts.
  it.each([
    [1, 1.32, 1.33],
    [2, 0.3, 0.37],
    [3, 0.1, 0.11],
    [5, 0.045, 0.047],
    [10, 0.019, 0.019],
  ])('is wrong by as much as it says, after %i points with noise 0.3', (count, known, said) => {
    const found = Array.from({ length: 300 }, (_, i) => {
      const { x, y, task } = pointsOf(1000 + i, count, 0.3);
      const posterior = sinusoidPosterior(finn, x, y, 0.3);
      const predicted = inputs.reduce((sum, at) => sum + posterior.sd(at) ** 2, 0) / inputs.length;
      return { loss: lossOf(posterior, task), predicted };
    });
    const loss = summarise(found.map((one) => one.loss));
    const predicted = summarise(found.map((one) => one.predicted));
    // Both are means of as many tasks, of other ones: their difference has √2 times the interval.
    expect(Math.abs(loss.mean - known)).toBeLessThan(1.5 * Math.SQRT2 * loss.ci95);
    expect(Math.abs(predicted.mean - said)).toBeLessThan(1.5 * Math.SQRT2 * predicted.ci95);
    const gap = summarise(found.map((one) => one.loss - one.predicted));
    expect(Math.abs(gap.mean)).toBeLessThan(1.5 * gap.ci95);
  });

  it('takes no longer for a spike', () => {
    expect(LEAST_NOISE).toBeGreaterThan(0);
    const { x, y, task } = pointsOf(3, 10, 0);
    expect(lossOf(sinusoidPosterior(finn, x, y, 0), task)).toBeLessThan(1e-6);
  });
});
