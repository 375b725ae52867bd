/**
 * Drawings brought to the middle, and half of the way (in logarithms) to one size: where and how large somebody drew says
 * little of what. Not in the papers of 2016 and 2017; it is knowledge put in, and so a choice.
 */

import { type Glyphs, PIXELS, SIDE } from './glyphs';

/** Lengths are in pixels of the published images, whatever the side of a drawing. */
const PUBLISHED_SIDE = 105;
/** Root mean square distance of the ink from its centroid that a drawing is brought towards. */
const USUAL = 24;
const EXPONENT = 0.5;
const MOST_ENLARGED = 2.5;
const MARGIN = 2;
/** Samples along a side: each is taken between four pixels, and pixels of the result are means of them. */
const GRID = 112;

interface Placed {
  /** What comes to the middle, in published pixels. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/**
 * The drawing with the mean of its ink's centroid and the middle of its bounding box in the middle, and scaled by
 * √(24 / r), at most 2.5, r the root mean square distance of ink from its centroid; never so that ink leaves a margin of
 * two published pixels. A drawing without ink stays so.
 *
 * @param ink row-major [side, side], 1 full ink, 0 paper
 * @param to side of the result; it divides 112
 * @returns row-major [to, to]
 */
export function normalised(ink: Float32Array, side: number = SIDE, to: number = SIDE) {
  const out = new Float32Array(to * to);
  const placed = placeOf(ink, side);
  if (placed === null) return out;
  const samples = GRID / to;
  const share = 1 / samples ** 2;
  const unit = side / PUBLISHED_SIDE;
  const step = ((PUBLISHED_SIDE / GRID) * unit) / placed.scale;
  // The middles of pixels lie at halves.
  const first = (middle: number) => unit * middle - step * (GRID / 2 - 0.5) - 0.5;
  const [left, top] = [first(placed.x), first(placed.y)];
  for (let row = 0; row < GRID; row++) {
    const v = top + step * row;
    if (v <= -1 || v >= side) continue;
    const target = Math.floor(row / samples) * to;
    for (let column = 0; column < GRID; column++) {
      const u = left + step * column;
      if (u <= -1 || u >= side) continue;
      out[target + Math.floor(column / samples)]! += share * between(ink, side, u, v);
    }
  }
  return out;
}

/** What comes to the middle, and the scale; null for a drawing without ink. */
function placeOf(ink: Float32Array, side: number): Placed | null {
  let [sum, x, y, squares] = [0, 0, 0, 0];
  let [left, right, top, bottom] = [side, 0, side, 0];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const weight = ink[row * side + column]!;
      if (weight <= 0) continue;
      const [u, v] = [column + 0.5, row + 0.5];
      sum += weight;
      x += weight * u;
      y += weight * v;
      squares += weight * (u * u + v * v);
      left = Math.min(left, column);
      right = Math.max(right, column + 1);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row + 1);
    }
  }
  if (sum === 0) return null;
  const unit = PUBLISHED_SIDE / side;
  const spread = unit * Math.sqrt(Math.max(0, squares / sum - (x / sum) ** 2 - (y / sum) ** 2));
  const [atX, atY] = [(x / sum + (left + right) / 2) / 2, (y / sum + (top + bottom) / 2) / 2];
  const reach = unit * Math.max(atX - left, right - atX, atY - top, bottom - atY);
  const room = PUBLISHED_SIDE / 2 - MARGIN;
  const scale = Math.min((USUAL / spread) ** EXPONENT, MOST_ENLARGED, room / reach);
  return { x: unit * atX, y: unit * atY, scale };
}

/** Between the four pixels about (u, v), columns first; paper beyond the edge. */
function between(image: Float32Array, side: number, u: number, v: number): number {
  const column = Math.floor(u);
  const row = Math.floor(v);
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

/** The same characters, every drawing normalised; a turned one as it is when it is turned afterwards. */
export function normalisedGlyphs(glyphs: Glyphs): Glyphs {
  const drawing = new Float32Array(PIXELS);
  return {
    ...glyphs,
    write(glyph, number, turns, out, at) {
      glyphs.write(glyph, number, turns, drawing, 0);
      out.set(normalised(drawing), at);
    },
    finely(glyph, number) {
      glyphs.write(glyph, number, 0, drawing, 0);
      return normalised(drawing, SIDE, 2 * SIDE);
    },
  };
}
