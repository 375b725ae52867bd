import { expect, it } from 'vitest';
import { principalPlane } from './principal';
import { stream } from './rng';

it('keeps distances of points that lie in a plane', () => {
  const random = stream(1, 'points');
  const width = 7;
  const axes = [0, 1].map(() => Array.from({ length: width }, () => random.normal()));
  const points = Array.from({ length: 9 }, () => {
    const [a, b] = [random.normal(0, 3), random.normal()];
    return axes[0]!.map((x, j) => a * x + b * axes[1]![j]! + 5);
  });
  const plane = principalPlane(points.flat(), width);
  for (let i = 0; i < 9; i++) {
    for (let j = 0; j < i; j++) {
      const there = Math.hypot(...points[i]!.map((x, k) => x - points[j]![k]!));
      const here = Math.hypot(plane[2 * i]! - plane[2 * j]!, plane[2 * i + 1]! - plane[2 * j + 1]!);
      expect(here).toBeCloseTo(there, 3);
    }
  }
});

it('shows equal points as one, and a line as a line', () => {
  expect([...principalPlane(new Float32Array(12).fill(3), 4)]).toEqual(new Array(6).fill(0));
  const line = principalPlane([0, 0, 1, 2, 2, 4], 2);
  expect(line[1]).toBeCloseTo(0);
  expect(Math.abs(line[4]! - line[0]!)).toBeCloseTo(Math.hypot(2, 4), 5);
});
