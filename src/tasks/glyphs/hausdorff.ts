/**
 * The modified Hausdorff distance (Dubuisson and Jain 1994) between two drawings, as the demo of Omniglot's one-shot test
 * computes it, which is Lake's own baseline: of the ink of each, moved so that its mean lies at the origin, the mean distance
 * to the nearest ink of the other; and the greater of the two.
 *
 * Unlike there, the mean is rounded to a whole pixel: what the nearest ink is of every place is then computed once for a
 * drawing (Felzenszwalb and Huttenlocher 2012), and not for every pair of drawings, which takes a hundred times as long.
 */

import type { Drawing } from './drawings';
import { PUBLISHED_SIDE } from './glyphs';

/** A drawing's ink about its mean. */
export interface Shape {
  /** Places of ink in the square of distances. */
  readonly places: Int32Array;
  /** The square of the distance to the nearest ink of every place of a square about the mean, twice as wide as the drawing. */
  readonly squares: Float32Array;
  /** Places that a pixel is wide. */
  readonly fine: number;
}

/** Ink at least so dark, of 255. */
const DARK = 128;

export function shapeOf({ side, ink }: Drawing): Shape {
  // The mean of a coarse drawing lies as exactly as that of a published one.
  const fine = Math.max(1, Math.round(PUBLISHED_SIDE / side));
  const columns: number[] = [];
  const rows: number[] = [];
  for (let i = 0; i < ink.length; i++) {
    if (ink[i]! < DARK) continue;
    columns.push(fine * (i % side));
    rows.push(fine * Math.floor(i / side));
  }
  const middle = (all: readonly number[]) =>
    Math.round(all.reduce((sum, x) => sum + x, 0) / Math.max(1, all.length));
  const reach = side * fine;
  const wide = 2 * reach + 1;
  const [left, top] = [reach - middle(columns), reach - middle(rows)];
  const places = Int32Array.from(columns, (x, i) => (rows[i]! + top) * wide + x + left);
  return { places, squares: squaresTo(places, wide), fine };
}

/** Infinite where one of the drawings has no ink. */
export function modifiedHausdorff(a: Shape, b: Shape): number {
  if (a.places.length === 0 || b.places.length === 0) return Number.POSITIVE_INFINITY;
  return Math.max(meanDistance(a, b), meanDistance(b, a));
}

function meanDistance({ places }: Shape, { squares, fine }: Shape): number {
  let sum = 0;
  for (let i = 0; i < places.length; i++) sum += Math.sqrt(squares[places[i]!]!);
  return sum / (fine * places.length);
}

/** Farther than any two places. */
const FAR = 1e6;

/** The square of the distance of each place of a square to the nearest of these. */
function squaresTo(places: Int32Array, wide: number): Float32Array {
  const down = new Float32Array(wide * wide).fill(FAR);
  for (let i = 0; i < places.length; i++) down[places[i]!] = 0;
  // In each column: to the nearest above, then below.
  for (let i = wide; i < down.length; i++) down[i] = Math.min(down[i]!, down[i - wide]! + 1);
  for (let i = down.length - wide - 1; i >= 0; i--) {
    down[i] = Math.min(down[i]!, down[i + wide]! + 1);
  }
  const out = new Float32Array(down.length);
  const lowest = new Int32Array(wide);
  const from = new Float64Array(wide + 1);
  for (let row = 0; row < wide; row++) alongRow(down, row * wide, wide, out, lowest, from);
  return out;
}

/**
 * In one row: the lowest of the parabolas about its places, each as high as the square of the distance within its column.
 *
 * @param lowest room for the parabolas that are the lowest somewhere
 * @param from room for where each of them begins to be
 */
function alongRow(
  down: Float32Array,
  at: number,
  wide: number,
  out: Float32Array,
  lowest: Int32Array,
  from: Float64Array,
): void {
  let count = 0;
  for (let x = 0; x < wide; x++) {
    const own = down[at + x]!;
    if (own >= FAR) continue;
    const height = own * own + x * x;
    let begins = Number.NEGATIVE_INFINITY;
    while (count > 0) {
      const before = lowest[count - 1]!;
      const other = down[at + before]!;
      begins = (height - other * other - before * before) / (2 * (x - before));
      if (begins > from[count - 1]!) break;
      count -= 1;
      begins = Number.NEGATIVE_INFINITY;
    }
    lowest[count] = x;
    from[count] = begins;
    count += 1;
  }
  if (count === 0) return;
  for (let k = 0; k < count; k++) {
    // Where the next one begins to be the lowest, this one ends.
    const first = k === 0 ? 0 : Math.floor(from[k]!) + 1;
    const last = k + 1 < count ? Math.floor(from[k + 1]!) : wide - 1;
    const near = lowest[k]!;
    const square = down[at + near]! ** 2;
    for (let x = Math.max(0, first); x <= last && x < wide; x++) {
      out[at + x] = square + (x - near) * (x - near);
    }
  }
}
