/** What is seen of the square that the drawings of a question were made on. */

import { PIXELS, SIDE } from '../../../tasks/glyphs/glyphs';

const MARGIN = 0.8;

/** The smallest square about all ink, as an SVG's viewBox. @param images [drawings, PIXELS] */
export function cropOf(images: Float32Array): string {
  let [left, right, top, bottom] = [SIDE, 0, SIDE, 0];
  images.forEach((ink, i) => {
    if (ink < 0.4) return;
    const [x, y] = [i % SIDE, Math.floor((i % PIXELS) / SIDE)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  });
  if (right <= left) return `0 0 ${SIDE} ${SIDE}`;
  const side = Math.max(right - left, bottom - top) + 2 * MARGIN;
  return `${(left + right - side) / 2} ${(top + bottom - side) / 2} ${side} ${side}`;
}
