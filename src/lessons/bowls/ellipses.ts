/** Contours of a quadratic function of two variables are ellipses about where it is least: exact ones, at any size. */

import type { Symmetric } from './bowls';

export interface Ellipse {
  /** Half the length of either axis: along `angle`, and across. */
  readonly along: number;
  readonly across: number;
  /** In radians, from the first variable to the second. */
  readonly angle: number;
}

/** The contour of ½ vᵀ W v at a level. @param matrix W, positive definite */
export function ellipseAt([xx, xy, yy]: Symmetric, level: number): Ellipse {
  const [middle, half] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
  return {
    along: Math.sqrt((2 * level) / (middle + half)),
    across: Math.sqrt((2 * level) / (middle - half)),
    angle: Math.atan2(2 * xy, xx - yy) / 2,
  };
}
