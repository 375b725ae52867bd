/** Paths and arrows, as SVG path data. */

import { plus, polar, type Vector } from '../../math/vector';

export const pointAt = ([x, y]: Vector): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

export const pathThrough = (points: readonly Vector[]): string =>
  `M${points.map(pointAt).join('L')}`;

/** An arrow in one stroke, as it is drawn: its shaft along some points, then both sides of its head. */
export function arrow(points: readonly Vector[], head: number): string {
  const [before, tip] = points.slice(-2) as [Vector, Vector];
  const back = Math.atan2(before[1] - tip[1], before[0] - tip[0]);
  const sides = [-0.5, 0.5].map((turn) => plus(tip, polar(head, back + turn)));
  return pathThrough([...points, sides[0]!, tip, sides[1]!]);
}
