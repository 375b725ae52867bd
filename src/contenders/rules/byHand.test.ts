import { describe, expect, it } from 'vitest';
import { adam, momentum, nesterov, rmsprop, sgd, type WrittenRule } from './byHand';

/** θ after each of `steps` updates on f(θ) = ½ Σ c θ². */
function path(rule: WrittenRule, rate: number, steps: number): number[][] {
  const curvature = [1, 10];
  const theta = [1, -2];
  const update = rule.create(rate, 2);
  return Array.from({ length: steps }, () => {
    const g = Float64Array.from(theta, (x, i) => curvature[i]! * x);
    update(g);
    theta.forEach((x, i) => {
      theta[i] = x + g[i]!;
    });
    return [...theta];
  });
}

describe('optimisers', () => {
  it('SGD steps against the gradient', () => {
    expect(path(sgd, 0.1, 2)).toEqual([
      [0.9, 0],
      [0.81, 0],
    ]);
  });

  it('momentum gathers speed', () => {
    // v = 1, then 0.9 · 1 + 0.99.
    const [first, second] = path(momentum, 0.01, 2);
    expect(first![0]).toBeCloseTo(0.99, 12);
    expect(second![0]).toBeCloseTo(0.99 - 0.01 * 1.89, 12);
  });

  it('Nesterov looks ahead by one more momentum', () => {
    const [first, second] = path(nesterov, 0.01, 2);
    expect(first![0]).toBeCloseTo(1 - 0.01 * 1.9, 12);
    const g = first![0]!;
    const v = 0.9 * 1 + g;
    expect(second![0]).toBeCloseTo(g - 0.01 * (g + 0.9 * v), 12);
  });

  it('RMSprop’s first step is η / √(1 − ρ), whatever the gradient', () => {
    const [first] = path(rmsprop, 0.01, 1);
    expect(first![0]).toBeCloseTo(1 - 0.01 / Math.sqrt(0.1), 6);
    expect(first![1]).toBeCloseTo(-2 + 0.01 / Math.sqrt(0.1), 6);
  });

  it('Adam’s first step is η: both moments are corrected by division', () => {
    const [first] = path(adam, 0.01, 1);
    expect(first![0]).toBeCloseTo(0.99, 6);
    expect(first![1]).toBeCloseTo(-1.99, 6);
  });

  it.each(Object.entries({ sgd, momentum, nesterov, rmsprop, adam }))(
    '%s comes down a bowl',
    (_, rule) => {
      const last = path(rule, 0.02, 400).at(-1)!;
      expect(Math.hypot(...last)).toBeLessThan(0.05);
    },
  );
});
