/** A drawing, in the ink of the text around it: sharp at every size, in every theme. */

import { memo } from 'react';
import { SIDE } from '../tasks/glyphs/glyphs';
import styles from './GlyphImage.module.css';
import { glyphOutline } from './glyphOutline';

interface GlyphImageProps {
  /** Row-major [SIDE, SIDE], ink 1. */
  readonly image: Float32Array;
  /** What it is, for those who cannot see it; empty where the text beside it says so. */
  readonly label: string;
}

/** Answers bring the same drawings again and again: what looks the same is not traced anew. */
const same = (a: GlyphImageProps, b: GlyphImageProps): boolean =>
  a.label === b.label && a.image.every((ink, i) => ink === b.image[i]);

export const GlyphImage = memo(function GlyphImage({ image, label }: GlyphImageProps) {
  const path = <path d={glyphOutline(image)} fill="currentColor" fillRule="evenodd" />;
  const box = `0 0 ${SIDE} ${SIDE}`;
  return label === '' ? (
    <svg className={styles.glyph} viewBox={box} aria-hidden="true">
      {path}
    </svg>
  ) : (
    <svg className={styles.glyph} viewBox={box} role="img" aria-label={label}>
      {path}
    </svg>
  );
}, same);
