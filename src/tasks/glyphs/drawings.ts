/** Drawings as they were read, whatever their size. */

import { type Glyphs, levelsOf, PIXELS, PUBLISHED_SIDE, SIDE } from './glyphs';
import { inkOf, shrink } from './publishedImage';

/** Row-major [side, side], ink 255, paper 0. */
export interface Drawing {
  readonly side: number;
  readonly ink: Uint8Array;
}

/** An image as Omniglot publishes it. @throws RefusalError */
export const publishedDrawing = (png: Uint8Array, path: string): Drawing => ({
  side: PUBLISHED_SIDE,
  ink: inkOf(png, path).map((inked) => 255 * inked),
});

/** A drawing of packed characters. */
export function drawingOf(glyphs: Glyphs, glyph: number, drawing: number): Drawing {
  const image = new Float32Array(PIXELS);
  glyphs.write(glyph, drawing, 0, image, 0);
  return { side: SIDE, ink: levelsOf(image) };
}

/** Ink 1, paper 0. */
export const darknessOf = ({ ink }: Drawing): Float32Array =>
  Float32Array.from(ink, (level) => level / 255);

/** The drawing as networks see it, [SIDE, SIDE], ink 1; writes to `out` from `at`. */
export function writeDrawing({ side, ink }: Drawing, out: Float32Array, at: number): void {
  let pixels = ink;
  if (side !== SIDE) {
    pixels = new Uint8Array(PIXELS);
    shrink(ink, pixels, 0);
  }
  for (let i = 0; i < PIXELS; i++) out[at + i] = pixels[i]! / 255;
}
