/** Threads from the drawing in sight to the earlier ones that what is read now comes from: as wide as how much of it. */

import { useRef } from 'react';
import { useType } from '../../../ui/charts/type';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import type { Read } from '../said';
import styles from './stream.module.css';
import { useSize } from './useSize';

/** Less than this share is no thread. */
const LEAST = 0.01;
/** A share from which on it is written beside its thread. */
const TOLD = 0.1;
/** Of the whole band, down to the heads of the earlier drawings: how far down the large one begins. */
const BEGINS = 0.54;
/** Width of a thread of everything, in the page's size of type. */
const WIDEST = 0.9;

interface ThreadsProps {
  readonly read: Read | null;
  /** The first drawing of the film, and the one in sight. */
  readonly from: number;
  readonly step: number;
  /** Places of the film. */
  readonly places: number;
  /** How wide the place of the drawing in sight is, in pixels. */
  readonly large: number;
  readonly color: string;
}

const shareText = (share: number): string => share.toFixed(2).replace(/^0/, '');

export function Threads({ read, from, step, places, large, color }: ThreadsProps) {
  const text = useWords().memory.stream;
  const band = useRef<SVGSVGElement>(null);
  const { width, height } = useSize(band);
  const { rem } = useType();
  const column = (width - large) / places;
  const placeOf = (i: number) => (places - (step - i) + 0.5) * column;
  const threads = (read?.of ?? []).flatMap((share, i) =>
    i >= from && share >= LEAST ? [{ share, x: placeOf(i), key: i }] : [],
  );
  const earlier = (read?.of ?? []).slice(0, from).reduce((a, b) => a + b, 0);
  const all = earlier >= LEAST ? [...threads, { share: earlier, x: 0, key: -1 }] : threads;
  const end = width - large / 2;
  const top = BEGINS * height;
  return (
    <svg ref={band} className={styles.threads} aria-hidden="true">
      {width === 0
        ? null
        : all.map(({ share, x, key }) => {
            const arch = Math.max(4, top - top * (0.45 + (0.6 * (end - x)) / width));
            const low = key < 0 ? 0.6 * height : height;
            return (
              <path
                key={key}
                d={`M${end} ${top}C${end} ${arch},${x} ${arch},${x} ${low}`}
                fill="none"
                stroke={color}
                strokeWidth={Math.max(0.8, share * WIDEST * rem)}
                strokeLinecap="round"
                opacity={Math.min(0.9, 0.35 + share)}
              />
            );
          })}
      {width === 0
        ? null
        : all.map(({ share, x, key }) =>
            key >= 0 && share < TOLD ? null : (
              <text
                key={key}
                className={styles.share}
                x={key < 0 ? 2 : x}
                y={key < 0 ? 0.6 * height + rem : height - 0.5 * rem}
                textAnchor={key < 0 ? 'start' : 'middle'}
                fill={color}
              >
                {key < 0 ? say(text.earlier, { share: shareText(share) }) : shareText(share)}
              </text>
            ),
          )}
    </svg>
  );
}
