/** A drawing of a question: it keeps its place and size beside the others. */

import { memo } from 'react';
import type { Asked } from './protocol';

interface InkProps {
  readonly asked: Asked;
  /** Its place among the support drawings, or after them for the one in question. */
  readonly place: number;
  /** What it is, for those who cannot see it; empty where the text beside it says so. */
  readonly label?: string;
}

export const Ink = memo(function Ink({ asked: { paths, crop }, place, label = '' }: InkProps) {
  const path = <path d={paths[place]} fill="currentColor" fillRule="evenodd" />;
  return label === '' ? (
    <svg viewBox={crop} aria-hidden="true">
      {path}
    </svg>
  ) : (
    <svg viewBox={crop} role="img" aria-label={label}>
      {path}
    </svg>
  );
});
