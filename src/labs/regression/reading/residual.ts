/** How far a curve passes from points. */

import type { Point } from '../../../spec/field';

/** The mean distance in y, of points between the ends of the grid; null where there are none. */
export function residual(
  grid: ArrayLike<number>,
  curve: ArrayLike<number>,
  points: readonly Point[],
): number | null {
  const last = grid.length - 1;
  const [low, step] = [grid[0]!, (grid[last]! - grid[0]!) / last];
  const distances = points.flatMap(({ x, y }) => {
    const at = (x - low) / step;
    if (at < 0 || at > last) return [];
    const i = Math.min(Math.floor(at), last - 1);
    return [Math.abs(curve[i]! + (at - i) * (curve[i + 1]! - curve[i]!) - y)];
  });
  return distances.length === 0
    ? null
    : distances.reduce((sum, d) => sum + d, 0) / distances.length;
}
