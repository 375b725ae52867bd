/** A drawing's outline: lines that stay sharp at every size, where 28 pixels would blur or show their corners. */

import { contours } from 'd3-contour';
import { SIDE } from '../tasks/glyphs/glyphs';

/** Ink at the edge of a line. */
const EDGE = 0.4;
/** Samples between the middles of two pixels: with none, a slanting line would break where only corners of pixels meet. */
const FINE = 2;
const SAMPLES = FINE * (SIDE - 1) + 1;

const trace = contours().size([SAMPLES, SAMPLES]);

/**
 * SVG path data of where the ink is, in units of pixels.
 *
 * @param image row-major [SIDE, SIDE], ink 1
 */
export function glyphOutline(image: Float32Array): string {
  const ink = trace.contour(between(image), EDGE);
  // The contour has samples' middles at halves, the image pixels' middles.
  const point = (place: number[]) =>
    place.map((x) => ((x - 0.5) / FINE + 0.5).toFixed(1)).join(' ');
  return ink.coordinates
    .flatMap((rings) => rings.map((ring) => `M${ring.map(point).join('L')}Z`))
    .join('');
}

/** Ink at the middles of pixels and between them, bilinear. */
function between(image: Float32Array): number[] {
  const at = (x: number, y: number) => image[y * SIDE + x]!;
  return Array.from({ length: SAMPLES * SAMPLES }, (_, i) => {
    const x = (i % SAMPLES) / FINE;
    const y = Math.floor(i / SAMPLES) / FINE;
    const [left, right, top, bottom] = [Math.floor(x), Math.ceil(x), Math.floor(y), Math.ceil(y)];
    const across = (row: number) => at(left, row) * (right - x || 1) + at(right, row) * (x - left);
    return across(top) * (bottom - y || 1) + across(bottom) * (y - top);
  });
}
