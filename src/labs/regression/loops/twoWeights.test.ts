import { describe, expect, it } from 'vitest';
import { meanOf, minus, type Vector } from '../../../math/vector';
import {
  adapt,
  type Bowl,
  carriedBack,
  moveOf,
  queryGradient,
  ratesGradient,
  supportGradient,
} from './twoWeights';

const bowls: readonly Bowl[] = [
  { support: [1, 0.4], query: [1.2, 0.1], steep: 0.7 },
  { support: [-0.3, 1.1], query: [-0.2, 0.9], steep: 2.5 },
];
const theta: Vector = [-0.4, -0.7];
const rates: Vector = [0.4, 0.25];
const STEPS = 3;

/** A bowl's loss, by its gradient: it is a quadratic. */
function loss(gradient: Vector, phi: Vector, centre: Vector): number {
  const way = minus(phi, centre);
  return (gradient[0] * way[0] + gradient[1] * way[1]) / 2;
}
const queryLoss = (bowl: Bowl, phi: Vector) => loss(queryGradient(bowl, phi), phi, bowl.query);
const adapted = (bowl: Bowl, from: Vector, at: Vector) => adapt(bowl, from, at, STEPS).at(-1)!;

/** Central differences. */
function slope(f: (x: Vector) => number, [x, y]: Vector): number[] {
  const h = 1e-5;
  return [(f([x + h, y]) - f([x - h, y])) / (2 * h), (f([x, y + h]) - f([x, y - h])) / (2 * h)];
}
const close = (found: readonly number[], expected: readonly number[]) => {
  expect(found[0]).toBeCloseTo(expected[0]!, 6);
  expect(found[1]).toBeCloseTo(expected[1]!, 6);
};

describe.each(bowls)('a task of two weights', (bowl) => {
  it('goes down its support loss', () => {
    const losses = adapt(bowl, theta, rates, STEPS).map((phi) =>
      loss(supportGradient(bowl, phi), phi, bowl.support),
    );
    expect(losses).toHaveLength(STEPS + 1);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  });

  it('carries back the gradient, at θ, of the query loss after adaptation', () => {
    const path = adapt(bowl, theta, rates, STEPS);
    const back = carriedBack(bowl, path, rates);
    close(
      back[0]!,
      slope((at) => queryLoss(bowl, adapted(bowl, at, rates)), theta),
    );
    close(back.at(-1)!, queryGradient(bowl, path.at(-1)!));
  });

  it('knows how rates would have been better', () => {
    close(
      ratesGradient(bowl, adapt(bowl, theta, rates, STEPS), rates),
      slope((at) => queryLoss(bowl, adapted(bowl, theta, at)), rates),
    );
  });
});

describe('θ', () => {
  const paths = bowls.map((bowl) => adapt(bowl, theta, rates, STEPS));
  const all = { bowls, theta, rates, paths };

  it('moves as each method has it', () => {
    const ends = paths.map((path) => path.at(-1)!);
    const down = (gradients: Vector[]) => minus([0, 0], meanOf(gradients));
    close(moveOf('queries', all), down(bowls.map((bowl, i) => queryGradient(bowl, ends[i]!))));
    close(moveOf('ends', all), minus(meanOf(ends), theta));
    close(
      moveOf('mixed', all),
      down(bowls.flatMap((b) => [supportGradient(b, theta), queryGradient(b, theta)])),
    );
    const after = (at: Vector) =>
      bowls.reduce((sum, b) => sum + queryLoss(b, adapted(b, at, rates)) / bowls.length, 0);
    close(
      moveOf('carried', all),
      slope(after, theta).map((d) => -d),
    );
  });

  it('stays where nothing moves it', () => {
    expect(moveOf(null, all)).toEqual([0, 0]);
  });
});
