/**
 * Drawings brought to the middle, and half of the way (in logarithms) to one size: where and how large somebody drew says
 * little of what. Not in the papers of 2016 and 2017; it is knowledge put in, and so a choice.
 */

import { between } from './between';
import { type Glyphs, levelsOf, PIXELS, PUBLISHED_SIDE, SIDE, writeTurned } from './glyphs';

/**
 * Root mean square distance of the ink from its centroid that a drawing is brought towards. Lengths are in pixels of the
 * published images, whatever the side of a drawing.
 */
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
export const normalised = (ink: Float32Array, side: number = SIDE, to: number = SIDE) =>
  sampled(ink, side, to, placeOf(ink, side));

/** The drawing where and as large as it was drawn, by the same samples: what normalising is compared with. */
export const asDrawn = (ink: Float32Array, side: number = SIDE, to: number = SIDE) =>
  sampled(ink, side, to, { x: PUBLISHED_SIDE / 2, y: PUBLISHED_SIDE / 2, scale: 1 });

function sampled(ink: Float32Array, side: number, to: number, placed: Placed | null) {
  const out = new Float32Array(to * to);
  if (placed === null) return out;
  const samples = GRID / to;
  const share = 1 / samples ** 2;
  const unit = side / PUBLISHED_SIDE;
  const step = ((PUBLISHED_SIDE / GRID) * unit) / placed.scale;
  // The middles of pixels lie at halves.
  const first = (middle: number) => unit * middle - step * (GRID / 2 - 0.5) - 0.5;
  const [left, top] = [first(placed.x), first(placed.y)];
  // A name of its own: in Node an imported one is looked up for every pixel.
  const sample = between;
  for (let row = 0; row < GRID; row++) {
    const v = top + step * row;
    const target = Math.floor(row / samples) * to;
    for (let column = 0; column < GRID; column++) {
      const u = left + step * column;
      out[target + Math.floor(column / samples)]! += share * sample(ink, side, u, v);
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

/** The same characters, every drawing normalised, once; a turned one is the normalised one turned. */
export function normalisedGlyphs(glyphs: Glyphs): Glyphs {
  const drawing = new Float32Array(PIXELS);
  const plain = (glyph: number, number: number) => {
    glyphs.write(glyph, number, 0, drawing, 0);
    return drawing;
  };
  const known = glyphs.classes.map(({ drawings }) => new Array<Uint8Array>(drawings));
  return {
    ...glyphs,
    write(glyph, number, turns, out, at) {
      const own = known[glyph]!;
      own[number] ??= levelsOf(normalised(plain(glyph, number)));
      writeTurned(own[number], 0, 255, turns, out, at);
    },
    finely: (glyph, number) => normalised(plain(glyph, number), SIDE, 2 * SIDE),
  };
}
