/** The mark of a group: a colour and a shape; filled where a lecture names the method in that group. */

import styles from './field.module.css';

/** Groups by their order in a taxonomy, then who is in none of them. */
export const places = ['first', 'second', 'third', 'baseline', 'unplaced'] as const;
export type MarkName = (typeof places)[number];

const shapes: Readonly<Record<MarkName, string>> = {
  first: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z',
  second: 'M-4 -4H4V4H-4Z',
  third: 'M0 -5L5 4H-5Z',
  baseline: 'M-4 -4L4 4M-4 4L4 -4',
  unplaced: 'M-4.5 0H4.5',
};

interface MarkProps {
  readonly of: MarkName;
  readonly named?: boolean;
}

export const Mark = ({ of, named = true }: MarkProps) => (
  <svg
    className={styles.mark}
    viewBox="-7 -7 14 14"
    aria-hidden="true"
    data-group={of}
    data-hollow={named ? undefined : ''}
  >
    <path d={shapes[of]} />
  </svg>
);
