/** The plane of both weights on the page: its scale is the same along either, so that lengths and angles are true. */

import type { Vector } from './bowls';
import { sight } from './example';
import type { Place } from './labels';
import type { Size } from './useSize';

export interface Plane extends Size {
  readonly height: number;
  /** Pixels of 1. */
  readonly unit: number;
  at(weights: Vector): Place;
  /** Back again, within sight. */
  from(place: Place): Vector;
}

const clamp = (value: number, [low, high]: readonly [number, number]) =>
  Math.min(high, Math.max(low, value));
const rounded = (value: number) => Number(value.toFixed(3));

export const inSight = ([x, y]: Vector): Vector => [
  rounded(clamp(x, sight.x)),
  rounded(clamp(y, sight.y)),
];

export function planeOf(size: Size): Plane {
  const { width } = size;
  const unit = width / (sight.x[1] - sight.x[0]);
  return {
    ...size,
    ...{ height: Math.round(unit * (sight.y[1] - sight.y[0])), unit },
    at: ([x, y]) => [(x - sight.x[0]) * unit, (sight.y[1] - y) * unit],
    from: ([left, top]) => inSight([left / unit + sight.x[0], sight.y[1] - top / unit]),
  };
}

/** A path from a place towards another: it begins at a rim, and goes on as far as `length`. Null where that is nowhere. */
export function shaft(from: Place, to: Place, rim: number, length: number) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const whole = Math.hypot(dx, dy);
  if (whole === 0 || length <= rim) return null;
  const on = (far: number): Place => [from[0] + (dx / whole) * far, from[1] + (dy / whole) * far];
  return { from: on(rim), to: on(length), degrees: (Math.atan2(dy, dx) * 180) / Math.PI };
}
