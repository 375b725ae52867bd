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

/** Ink at the middles of pixels and between them, bilinear: rows first, then what lies between two of them. */
function between(image: Float32Array): number[] {
  const samples = new Array<number>(SAMPLES * SAMPLES).fill(0);
  for (let row = 0; row < SIDE; row++) {
    const from = FINE * row * SAMPLES;
    spread(samples, from, 1, (column) => image[row * SIDE + column]!);
  }
  for (let column = 0; column < SAMPLES; column++) {
    spread(samples, column, SAMPLES, (row) => samples[FINE * row * SAMPLES + column]!);
  }
  return samples;
}

/** Writes the values of SIDE places, and FINE - 1 between each two, every `stride` from `from` on. */
function spread(into: number[], from: number, stride: number, at: (place: number) => number): void {
  let low = at(0);
  into[from] = low;
  for (let place = 1; place < SIDE; place++) {
    const high = at(place);
    for (let part = 1; part <= FINE; part++) {
      const share = part / FINE;
      into[from + (FINE * (place - 1) + part) * stride] = low * (1 - share) + high * share;
    }
    low = high;
  }
}
