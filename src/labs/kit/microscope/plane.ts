/** The plane through θ in which a meta-iteration is drawn: spanned by two directions, in true lengths and angles. */

import type { Vector } from '../../../math/vector';

type Numbers = ArrayLike<number>;

/** In double precision: sums over all weights of a network. */
export function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
export const lengthOf = (a: Numbers): number => Math.sqrt(dot(a, a));

export function difference(a: Numbers, b: Numbers): Float64Array {
  return Float64Array.from({ length: a.length }, (_, i) => a[i]! - b[i]!);
}

/** The angle between two directions in degrees, 0 to 180; null where one of them has no length. */
export function angleBetween(a: Numbers, b: Numbers): number | null {
  const lengths = lengthOf(a) * lengthOf(b);
  if (!(lengths > 0)) return null;
  return (180 / Math.PI) * Math.acos(Math.max(-1, Math.min(1, dot(a, b) / lengths)));
}

export interface Plane {
  /** Where in the plane a way of all weights ends that begins at its origin. */
  place(way: Numbers): Vector;
  /** The part of its length that lies in the plane, 0 to 1; null for a way without length. */
  within(way: Numbers): number | null;
}

/** Directions closer to one line than this, as the sine of their angle, span no plane. */
const PARALLEL = 1e-6;

/**
 * The plane of the first of these directions, which lies along its first axis, and of the next that leaves that line. Where
 * none does, everything in it lies on the line.
 */
export function planeOf(directions: readonly Numbers[]): Plane {
  const axes: Float64Array[] = [];
  for (const direction of directions) {
    const length = lengthOf(direction);
    if (axes.length === 2 || !(length > 0) || !Number.isFinite(length)) continue;
    let rest = Float64Array.from(direction, (value) => value / length);
    for (const axis of axes) {
      const along = dot(rest, axis);
      rest = rest.map((value, i) => value - along * axis[i]!);
    }
    const left = lengthOf(rest);
    if (left > PARALLEL) axes.push(rest.map((value) => value / left));
  }
  const place = (way: Numbers): Vector => [
    axes[0] === undefined ? 0 : dot(way, axes[0]),
    axes[1] === undefined ? 0 : dot(way, axes[1]),
  ];
  return {
    place,
    within(way) {
      const length = lengthOf(way);
      return length > 0 ? Math.min(1, Math.hypot(...place(way)) / length) : null;
    },
  };
}
