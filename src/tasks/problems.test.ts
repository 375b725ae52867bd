import { describe, expect, it } from 'vitest';
import { stream } from '../math/rng';
import { drawBlobs, drawSpirals } from './classification';
import { drawQuadratics } from './quadratic';
import { type Surface, type SurfaceName, startOn, surfaceNames, surfaces } from './surfaces';

const D = 4;
const value = (problem: ReturnType<typeof drawQuadratics>, p: number, theta: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < D; i++) {
    let r = -problem.targets[p * D + i]!;
    for (let j = 0; j < D; j++) r += problem.inputs[(p * D + i) * D + j]! * theta[j]!;
    sum += r * r;
  }
  return sum;
};

describe('quadratics', () => {
  it('of the paper begin at about 113 in ten dimensions, those of its code at 3.34', () => {
    const mean = (kind: 'gaussian' | 'uniform') => {
      const { tasks, inputs, targets, starts } = drawQuadratics(
        kind,
        4000,
        10,
        0,
        stream(1, 'test'),
      );
      let sum = 0;
      for (let row = 0; row < tasks * 10; row++) {
        let r = -targets[row]!;
        for (let j = 0; j < 10; j++)
          r += inputs[row * 10 + j]! * starts[10 * Math.floor(row / 10) + j]!;
        sum += r * r;
      }
      return sum / tasks;
    };
    // E‖Wθ − y‖² = D E‖θ‖² + D = 110 for N(0, 1), and E‖y‖² = 10/3 from about the origin for U[0, 1).
    expect(mean('gaussian')).toBeGreaterThan(105);
    expect(mean('gaussian')).toBeLessThan(115);
    expect(mean('uniform')).toBeCloseTo(3.34, 1);
  });

  it('keep their values when coordinates are stretched', () => {
    const plain = drawQuadratics('gaussian', 1, D, 0, stream(2, 'test'));
    const stretched = drawQuadratics('gaussian', 1, D, 3, stream(2, 'test'));
    expect(stretched.inputs).not.toEqual(plain.inputs);
    expect(value(stretched, 0, stretched.starts)).toBeCloseTo(value(plain, 0, plain.starts), 3);
  });

  it('repeat for a seed', () => {
    const draw = () => drawQuadratics('uniform', 3, D, 1, stream(5, 'test'));
    expect(draw()).toEqual(draw());
  });
});

describe.each([
  ['blobs', drawBlobs],
  ['spirals', drawSpirals],
] as const)('%s', (_, draw) => {
  it('give every point one of two classes, half of them each', () => {
    const { targets, inputs } = draw(3, 40, stream(1, 'test'));
    for (let i = 0; i < 120; i++) expect(targets[2 * i]! + targets[2 * i + 1]!).toBe(1);
    expect(targets.filter((_, i) => i % 2 === 0).reduce((a, b) => a + b)).toBe(60);
    expect(inputs.every(Number.isFinite)).toBe(true);
  });
});

const minima: Readonly<Record<SurfaceName, readonly (readonly [number, number])[]>> = {
  bowl: [[0, 0]],
  rosenbrock: [[1, 1]],
  himmelblau: [
    [3, 2],
    [-2.805118, 3.131312],
    [-3.77931, -3.283186],
    [3.584428, -1.848126],
  ],
  rastrigin: [[0, 0]],
};

describe.each(surfaceNames)('surface %s', (name) => {
  const { value: f, gradient, x, y, start } = surfaces[name];

  it('has the gradient of finite differences', () => {
    const h = 1e-5;
    for (const [a, b] of [start, [0.3, -0.7], [x[1], y[0]]] as const) {
      const [dx, dy] = gradient(a, b);
      expect(dx).toBeCloseTo((f(a + h, b) - f(a - h, b)) / (2 * h), 4);
      expect(dy).toBeCloseTo((f(a, b + h) - f(a, b - h)) / (2 * h), 4);
    }
  });

  it('has the curvature of differences of its gradient, if it says one', () => {
    const { curvature }: Surface = surfaces[name];
    expect(curvature !== undefined).toBe(name === 'bowl');
    for (const [a, b] of [start, [0.3, -0.7]] as const) {
      const [here, there] = [gradient(a, b), gradient(a + 0.4, b - 1.1)];
      const bend = curvature?.(0.4, -1.1);
      bend?.forEach((x, i) => {
        expect(x).toBeCloseTo(there[i]! - here[i]!, 10);
      });
    }
  });

  it('has its known minima, at zero, in sight', () => {
    for (const [a, b] of minima[name]) {
      expect(f(a, b)).toBeCloseTo(0, 6);
      expect(Math.hypot(...gradient(a, b))).toBeLessThan(1e-3);
      expect(a > x[0] && a < x[1] && b > y[0] && b < y[1]).toBe(true);
    }
  });
});

it('a surface is entered within sight, and where it begins unless somebody says otherwise', () => {
  expect(startOn('bowl', { x: 99, y: -99 })).toEqual([3, -2]);
  expect(startOn('bowl', { x: 1, y: 0.5 })).toEqual([1, 0.5]);
  expect(startOn('bowl', null)).toEqual(surfaces.bowl.start);
});
