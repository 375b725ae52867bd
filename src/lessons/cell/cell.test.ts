import { expect, it } from 'vitest';
import { after, along, bowl, kept, lossAt, restOf, START, STEPS } from './cell';

const other = { curvature: 0.7, least: -0.4 };

it.each([
  [1, 0.2],
  [0.98, 0.2],
  [0.9, 0],
  [0.5, 0.5],
] as const)('f = %d, i = %d: steps end where the closed form says', (forget, input) => {
  for (const of of [bowl, other]) {
    for (const steps of [0, 1, STEPS, 40]) {
      const path = along(of, { forget, input }, START, steps);
      expect(path).toHaveLength(steps + 1);
      expect(path.at(-1)).toBeCloseTo(after(of, { forget, input }, START, steps), 12);
    }
  }
});

it('is gradient descent with f = 1, i = α', () => {
  const slope = (theta: number) =>
    (lossAt(other, theta + 1e-5) - lossAt(other, theta - 1e-5)) / 2e-5;
  let theta = START;
  for (const found of along(other, { forget: 1, input: 0.3 })) {
    expect(found).toBeCloseTo(theta, 8);
    theta -= 0.3 * slope(theta);
  }
});

it('comes to rest at the least loss only if it forgets nothing', () => {
  expect(restOf(bowl, { forget: 1, input: 0.2 })).toBeCloseTo(bowl.least, 12);
  expect(restOf(bowl, { forget: 0.9, input: 0.2 })).toBeCloseTo(2 / 3, 12);
});

it('keeps 82% of a weight in ten steps with f = 0.98', () => {
  expect(Math.round(100 * kept(0.98))).toBe(82);
  expect(kept(0.98)).toBeCloseTo(along(bowl, { forget: 0.98, input: 0 }, 1).at(-1)!, 12);
});
