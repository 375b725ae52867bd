/** Drawings of one question, cut to what any of them has ink on: they keep their places and sizes beside each other. */

import { memo } from 'react';
import { glyphOutline } from '../../../characters/glyphOutline';
import { PIXELS, SIDE } from '../../../tasks/glyphs/glyphs';

/** What is seen of the square that they were drawn on. */
export type Crop = string;

const MARGIN = 0.8;

/** The smallest square about all ink, as an SVG's viewBox. @param images [drawings, PIXELS] */
export function cropOf(images: Float32Array): Crop {
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

interface InkProps {
  /** [SIDE, SIDE], ink 1; the same at every rendering. */
  readonly image: Float32Array;
  readonly crop: Crop;
  /** What it is, for those who cannot see it; empty where the text beside it says so. */
  readonly label?: string;
}

export const Ink = memo(
  function Ink({ image, crop, label = '' }: InkProps) {
    const path = <path d={glyphOutline(image)} fill="currentColor" fillRule="evenodd" />;
    return label === '' ? (
      <svg viewBox={crop} aria-hidden="true">
        {path}
      </svg>
    ) : (
      <svg viewBox={crop} role="img" aria-label={label}>
        {path}
      </svg>
    );
  },
  (a, b) =>
    a.label === b.label &&
    a.crop === b.crop &&
    a.image.buffer === b.image.buffer &&
    a.image.byteOffset === b.image.byteOffset,
);
