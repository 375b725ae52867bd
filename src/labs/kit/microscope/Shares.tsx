/** A bar for each class, as high as its probability; that of the right one is full. */

import { colorInTurn } from '../../../ui/palette';
import styles from './shares.module.css';

interface SharesProps {
  /** What is seen, in words. */
  readonly label: string;
  /** By class; null while they are not known. */
  readonly shares: ArrayLike<number> | null;
  /** Those that are shown. */
  readonly classes: readonly number[];
  /** The right one; −1 while nobody tells. */
  readonly own: number;
  readonly nameOf: (way: number) => string;
}

export function Shares({ label, shares, classes, own, nameOf }: SharesProps) {
  return (
    <div className={styles.shares} role="img" aria-label={label}>
      {classes.map((way) => (
        <span key={way} data-own={way === own || undefined} style={{ '--way': colorInTurn(way) }}>
          <i style={{ height: `${100 * (shares?.[way] ?? 0)}%` }} />
          <b>{nameOf(way)}</b>
        </span>
      ))}
    </div>
  );
}
