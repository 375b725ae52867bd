/** A person goes first: one query drawing, large, the classes as keys, and all queries below to go from one to another. */

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { letterOf } from '../../../characters/letters';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { usePad } from '../hooks';
import styles from './episode.module.css';
import { HandGrid } from './HandGrid';
import { QueryDrawing } from './QueryGrid';
import { SupportGrid } from './SupportGrid';

/** So many classes stand one below the other. */
const FEW = 5;

interface YouFirstProps {
  /** Of the task: another is begun at its first drawing. */
  readonly number: number;
  readonly count: number;
  readonly query: Float32Array | null;
  readonly names: readonly string[];
  readonly guesses: readonly (number | null)[];
  readonly current: number;
  readonly onCurrent: (query: number) => void;
  readonly onChoose: (way: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function YouFirst(props: YouFirstProps) {
  const { number, count, query, names, guesses, current, onCurrent, onChoose, onKeyDown } = props;
  const { byHand: text } = useWords().omniglot;
  const ways = usePad((s) => s.ways);
  const question = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question is to be seen, wherever its place in the list below is
  useEffect(() => {
    question.current?.scrollIntoView({ block: 'nearest' });
  }, [number, current]);
  return (
    <div className={styles.you}>
      <div ref={question} className={styles.question}>
        <QueryDrawing query={query} index={current} />
      </div>
      <div className={styles.keys} data-few={ways <= FEW || undefined}>
        <p className={styles.caption}>
          <b>{say(text.question, { index: current + 1, of: count })}</b>
          <span>
            {` ${say(text.press, { first: letterOf(0), last: letterOf(Math.max(0, ways - 1)) })}`}
          </span>
        </p>
        <SupportGrid names={names} onChoose={onChoose} onKeyDown={onKeyDown} />
      </div>
      <HandGrid key={number} {...{ count, query, guesses, current, onCurrent, onKeyDown }} />
    </div>
  );
}
