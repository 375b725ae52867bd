/**
 * The support set: a column for each class, with its drawings and its letter. By hand, each column is a button; while a
 * person draws, each drawing is a place to draw at.
 */

import type { KeyboardEvent } from 'react';
import { type Drawing, isBlank } from '../../../characters/drawing';
import { GlyphImage } from '../../../characters/GlyphImage';
import { letterOf } from '../../../characters/letters';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { pixelsOf } from '../draw/pad';
import { usePad } from '../hooks';
import { columnsOf } from './episode';
import styles from './episode.module.css';
import { Place, type PlaceInHand } from './Place';

interface SupportGridProps {
  readonly names: readonly string[];
  /** Where a person draws; null while nobody does. */
  readonly inHand?: PlaceInHand | null;
  /** Makes columns buttons. */
  readonly onChoose?: ((way: number) => void) | null;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function SupportGrid({
  names,
  inHand = null,
  onChoose = null,
  onKeyDown,
}: SupportGridProps) {
  const { episode: text } = useWords().omniglot;
  const { ways, shots, drawings, own, isKnown } = usePad((s) => ({
    ...{ ways: s.ways, shots: s.shots, drawings: s.drawings, own: s.own },
    isKnown: s.given !== null,
  }));
  return (
    <ul
      className={styles.support}
      style={{
        '--wide': columnsOf(ways),
        '--within': Math.ceil(Math.sqrt(shots)),
        '--shots': shots,
      }}
      aria-label={text.supportSet}
    >
      {Array.from({ length: ways }, (_, way) => {
        const letter = letterOf(way);
        const places = Array.from({ length: shots }, (_, shot) => way * shots + shot);
        const content = (
          <>
            <span className={styles.shots}>
              {places.map((place) => (
                <Ink key={place} place={place} drawing={drawings[place]!} inHand={inHand} />
              ))}
            </span>
            <span className={styles.letter} aria-hidden="true">
              <b>{letter}</b>
              {places.some((place) => own.has(place)) ? <small>{text.yours}</small> : null}
            </span>
          </>
        );
        return (
          <li key={letter} title={names[way]}>
            {onChoose === null ? (
              <div className={styles.class}>
                <span className="hidden-visually">
                  {say(text.classNamed, {
                    letter,
                    name: places.every((place) => own.has(place))
                      ? text.yours
                      : ((isKnown ? names[way] : undefined) ?? text.unknown),
                  })}
                </span>
                {content}
              </div>
            ) : (
              <button
                type="button"
                className={styles.class}
                aria-label={say(text.classOf, { letter })}
                onClick={() => onChoose(way)}
                onKeyDown={onKeyDown}
              >
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface InkProps {
  readonly place: number;
  readonly drawing: Drawing;
  readonly inHand: PlaceInHand | null;
}

/** One drawing: a place to draw at, while a person draws. */
function Ink({ place, drawing, inHand }: InkProps) {
  const ink = isBlank(drawing) ? null : <GlyphImage image={pixelsOf(drawing)} label="" />;
  return inHand === null ? (
    <span className={styles.drawing}>{ink}</span>
  ) : (
    <Place className={styles.drawing} {...{ place, drawing, inHand }}>
      {ink}
    </Place>
  );
}
