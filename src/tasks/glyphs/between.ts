/** What lies between the pixels of a picture. */

/**
 * Between the four pixels about (u, v), columns first; paper beyond the edge. Plain loops: this runs for every pixel of every
 * drawing.
 *
 * @param image row-major [side, side]
 */
export function between(
  image: Float32Array | Uint8Array,
  side: number,
  u: number,
  v: number,
): number {
  const column = Math.floor(u);
  const row = Math.floor(v);
  if (column < -1 || row < -1 || column >= side || row >= side) return 0;
  const a = u - column;
  const b = v - row;
  const from = row * side + column;
  const left = column >= 0;
  const right = column + 1 < side;
  let above = 0;
  let below = 0;
  if (row >= 0) {
    if (left) above += (1 - a) * image[from]!;
    if (right) above += a * image[from + 1]!;
  }
  if (row + 1 < side) {
    if (left) below += (1 - a) * image[from + side]!;
    if (right) below += a * image[from + side + 1]!;
  }
  return (1 - b) * above + b * below;
}
