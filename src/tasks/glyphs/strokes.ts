/** Draws strokes as Omniglot's images are drawn. */

import { PIXELS, SIDE } from './glyphs';

/** Polylines in any unit, y down. One point is a dot. */
export type Strokes = readonly (readonly (readonly [x: number, y: number])[])[];

export interface Rendering {
  /** Whether the drawing is moved to the middle and brought to the usual size, as a person's drawing should be. */
  readonly centre: boolean;
  /** Side of the square that was drawn on, in the strokes' unit; 1 unless given. */
  readonly side?: number;
}

/** Width of a line over the side: 5 of 105 pixels in the published images. */
export const LINE = 5 / 105;

/**
 * Greater extent of a centred drawing's lines over the side: the mean of the 964 background characters (0.64 with the
 * width of the line, standard deviation 0.13).
 */
const EXTENT = 0.6;

/** A dot in a corner stays a dot: no drawing is enlarged more. */
const MOST_ENLARGED = 4;

/** Samples of a pixel in each direction. */
const SAMPLES = 4;
const GRID = SAMPLES * SIDE;

/** Ink of the strokes, row-major [SIDE, SIDE]: 1 full ink, 0 paper. Points that are not finite are left out. */
export function render(strokes: Strokes, { centre, side = 1 }: Rendering): Float32Array {
  const finite = strokes.map((stroke) => stroke.filter((point) => point.every(Number.isFinite)));
  const place = centre ? centred(finite, side) : { scale: 1 / side, x: 0, y: 0 };
  const inked = new Uint8Array(GRID * GRID);
  for (const stroke of finite) {
    let [fromX, fromY] = [Number.NaN, Number.NaN];
    for (const [x, y] of stroke) {
      const toX = GRID * (place.x + place.scale * x);
      const toY = GRID * (place.y + place.scale * y);
      if (Number.isNaN(fromX)) [fromX, fromY] = [toX, toY];
      drawLine(inked, fromX, fromY, toX, toY);
      [fromX, fromY] = [toX, toY];
    }
  }
  return averaged(inked);
}

/** How the middle of the strokes' bounding box comes to the middle of the unit square, at the usual size. */
function centred(strokes: Strokes, side: number): { scale: number; x: number; y: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const stroke of strokes) {
    for (const [x, y] of stroke) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const scale = Math.min(EXTENT / Math.max(right - left, bottom - top), MOST_ENLARGED / side);
  return {
    scale,
    x: 0.5 - (scale * (left + right)) / 2,
    y: 0.5 - (scale * (top + bottom)) / 2,
  };
}

/** Inks the samples that lie within half a line's width of the segment: a line with round caps. Unit: samples. */
function drawLine(inked: Uint8Array, ax: number, ay: number, bx: number, by: number): void {
  const radius = (LINE / 2) * GRID;
  const dx = bx - ax;
  const dy = by - ay;
  const lengthSquared = dx * dx + dy * dy;
  // The middles of samples lie at halves.
  const first = (low: number) => Math.max(0, Math.ceil(low - radius - 0.5));
  const last = (high: number) => Math.min(GRID - 1, Math.floor(high + radius - 0.5));
  const [left, right] = [first(Math.min(ax, bx)), last(Math.max(ax, bx))];
  const [top, bottom] = [first(Math.min(ay, by)), last(Math.max(ay, by))];
  for (let row = top; row <= bottom; row++) {
    const py = row + 0.5 - ay;
    for (let column = left; column <= right; column++) {
      const px = column + 0.5 - ax;
      const along = lengthSquared === 0 ? 0 : (px * dx + py * dy) / lengthSquared;
      const nearest = Math.min(1, Math.max(0, along));
      const ex = px - nearest * dx;
      const ey = py - nearest * dy;
      if (ex * ex + ey * ey <= radius * radius) inked[row * GRID + column] = 1;
    }
  }
}

/** The share of each pixel's samples that have ink. */
function averaged(inked: Uint8Array): Float32Array {
  const out = new Float32Array(PIXELS);
  for (let row = 0; row < GRID; row++) {
    const start = Math.floor(row / SAMPLES) * SIDE;
    for (let pixel = 0; pixel < SIDE; pixel++) {
      let count = 0;
      for (let i = 0; i < SAMPLES; i++) count += inked[row * GRID + pixel * SAMPLES + i]!;
      out[start + pixel]! += count / SAMPLES ** 2;
    }
  }
  return out;
}
