/** Functions of two variables whose contours can be drawn, with their exact gradients. */

import type { Range } from '../math/range';

export interface Surface {
  value(x: number, y: number): number;
  gradient(x: number, y: number): readonly [number, number];
  /** Its Hessian times a vector; only quadratics have it, the same everywhere. */
  readonly curvature?: (dx: number, dy: number) => readonly [number, number];
  readonly x: Range;
  readonly y: Range;
  /** Where optimisation begins unless a person says otherwise. */
  readonly start: readonly [number, number];
}

const BEND = 10;

export const surfaces = {
  bowl: {
    value: (x, y) => 0.5 * (x * x + 25 * y * y),
    gradient: (x, y) => [x, 25 * y],
    curvature: (dx, dy) => [dx, 25 * dy],
    x: [-3, 3],
    y: [-2, 2],
    start: [-2.5, 1.2],
  },
  rosenbrock: {
    value: (x, y) => (1 - x) ** 2 + BEND * (y - x * x) ** 2,
    gradient: (x, y) => [-2 * (1 - x) - 4 * BEND * x * (y - x * x), 2 * BEND * (y - x * x)],
    x: [-2, 2],
    y: [-1, 3],
    start: [-1.5, 2.2],
  },
  himmelblau: {
    value: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
    gradient: (x, y) => {
      const [a, b] = [x * x + y - 11, x + y * y - 7];
      return [4 * x * a + 2 * b, 2 * a + 4 * y * b];
    },
    x: [-5, 5],
    y: [-5, 5],
    start: [0.2, -0.5],
  },
  rastrigin: {
    value: (x, y) =>
      20 + x * x - 10 * Math.cos(2 * Math.PI * x) + y * y - 10 * Math.cos(2 * Math.PI * y),
    gradient: (x, y) => [
      2 * x + 20 * Math.PI * Math.sin(2 * Math.PI * x),
      2 * y + 20 * Math.PI * Math.sin(2 * Math.PI * y),
    ],
    x: [-2.5, 2.5],
    y: [-2.5, 2.5],
    start: [-1.7, 2.2],
  },
} as const satisfies Record<string, Surface>;

export type SurfaceName = keyof typeof surfaces;
export const surfaceNames = Object.keys(surfaces) as SurfaceName[];

/** Where a surface is entered: at a point, kept within sight, or where it begins of itself. */
export function startOn(
  name: SurfaceName,
  point: { readonly x: number; readonly y: number } | null,
): readonly [number, number] {
  const { x, y, start } = surfaces[name];
  if (point === null) return start;
  const within = (value: number, [low, high]: Range) => Math.min(high, Math.max(low, value));
  return [within(point.x, x), within(point.y, y)];
}
