/** The support set: a column for each class, with its letter and its drawings. By hand, each column is a button. */

import type { KeyboardEvent } from 'react';
import { GlyphImage } from '../../../characters/GlyphImage';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { letterOf } from './episode';
import styles from './episode.module.css';

interface SupportGridProps {
  readonly ways: number;
  readonly shots: number;
  /** Drawings class by class; null while they are not known. */
  readonly support: Float32Array | null;
  readonly names: readonly string[];
  /** Makes columns buttons. */
  readonly onChoose: ((way: number) => void) | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Columns of rows of equal length, where there is room for ten. */
const columnsOf = (ways: number): number => Math.ceil(ways / Math.ceil(ways / 10));

/** The side of a drawing at most: the more there are of a class, the smaller they are. */
const mostOf = (shots: number): string => `${4.8 - 0.4 * shots}rem`;

export function SupportGrid(props: SupportGridProps) {
  const { ways, shots, support, names, onChoose, onKeyDown } = props;
  const { episode: text } = useWords().omniglot;
  return (
    <ul
      className={styles.support}
      style={{ '--wide': ways, '--narrow': columnsOf(ways), '--most': mostOf(shots) }}
      aria-label={text.supportSet}
    >
      {Array.from({ length: ways }, (_, way) => {
        const letter = letterOf(way);
        const drawings = (
          <>
            <b aria-hidden="true">{letter}</b>
            {Array.from({ length: shots }, (_, shot) => {
              const at = (way * shots + shot) * PIXELS;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is its place
                <span key={shot} className={styles.drawing}>
                  {support === null ? null : (
                    <GlyphImage image={support.subarray(at, at + PIXELS)} label="" />
                  )}
                </span>
              );
            })}
          </>
        );
        return (
          <li key={letter} title={names[way]}>
            {onChoose === null ? (
              <div className={styles.class}>
                <span className="hidden-visually">
                  {say(text.classNamed, { letter, name: names[way] ?? text.unknown })}
                </span>
                {drawings}
              </div>
            ) : (
              <button
                type="button"
                className={styles.class}
                aria-label={say(text.classOf, { letter })}
                onClick={() => onChoose(way)}
                onKeyDown={onKeyDown}
              >
                {drawings}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
