/** Vectors in a plane. */

export type Vector = readonly [number, number];

export const plus = (a: Vector, b: Vector, factor = 1): Vector => [
  a[0] + factor * b[0],
  a[1] + factor * b[1],
];
export const minus = (a: Vector, b: Vector): Vector => plus(a, b, -1);
export const times = (a: Vector, b: Vector): Vector => [a[0] * b[0], a[1] * b[1]];
export const size = (a: Vector): number => Math.hypot(...a);
export const polar = (radius: number, angle: number): Vector => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];
export const meanOf = (all: readonly Vector[]): Vector =>
  all.reduce<Vector>((sum, v) => plus(sum, v, 1 / all.length), [0, 0]);
