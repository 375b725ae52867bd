/** A drawing that is kept, the label that was told of it, and how strongly it is read now. */

import { GlyphImage } from '../../../characters/GlyphImage';
import styles from './inside.module.css';

interface CellProps {
  /** Null for what holds none. */
  readonly pixels: Float32Array | null;
  /** What stands in the place of a drawing, or beside it. */
  readonly letter: string;
  /** Share of what is read, and the largest of all cells: what its bar is drawn by. */
  readonly read: number;
  readonly most: number;
  /** Share of what is written. */
  readonly written?: number;
  /** Share of the greatest usage. */
  readonly usage?: number;
  /** What it is, for those who cannot see it. */
  readonly label: string;
}

export function Cell({ pixels, letter, read, most, written = 0, usage, label }: CellProps) {
  return (
    <li
      className={styles.cell}
      data-empty={pixels === null || undefined}
      style={{ '--written': Math.min(1, Math.max(0, written)) }}
    >
      <span className="hidden-visually">{label}</span>
      <span className={styles.kept} aria-hidden="true">
        {pixels === null ? null : (
          <span className={styles.drawing} style={{ opacity: 0.35 + 0.65 * (read / (most || 1)) }}>
            <GlyphImage image={pixels} label="" />
          </span>
        )}
        <span className={pixels === null ? styles.word : styles.letter}>{letter}</span>
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${(100 * read) / (most || 1)}%` }} />
      </span>
      {usage === undefined ? null : (
        <span className={styles.usage} aria-hidden="true">
          <span style={{ width: `${100 * usage}%` }} />
        </span>
      )}
    </li>
  );
}
