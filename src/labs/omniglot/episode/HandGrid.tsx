/**
 * The query set for a person to classify: their answers and everybody else's are out of sight.
 *
 * One drawing takes part in the order of Tab; arrows go from drawing to drawing, letters give it a class.
 */

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { letterOf } from '../../../characters/letters';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import styles from './episode.module.css';
import { Queries, QueryDrawing } from './QueryGrid';

/** They are small here. */
const MOST = 15;

interface HandGridProps {
  readonly count: number;
  readonly query: Float32Array | null;
  readonly guesses: readonly (number | null)[];
  /** The drawing that is to be classified now. */
  readonly current: number;
  readonly onCurrent: (query: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function HandGrid(props: HandGridProps) {
  const { count, query, guesses, current, onCurrent, onKeyDown } = props;
  const { episode: text } = useWords().omniglot;
  const grid = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the start alone, as the button that led here is gone or done
  useEffect(() => {
    grid.current?.querySelectorAll('button')[current]?.focus({ preventScroll: true });
  }, []);
  // Focus that is on one drawing goes along; focus elsewhere, on a class, stays there.
  useEffect(() => {
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])];
    const focused = document.activeElement;
    if (focused instanceof HTMLButtonElement && buttons.includes(focused))
      buttons[current]?.focus();
    else buttons[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const move = (event: KeyboardEvent) => {
    const to = destination(event.key, current, count);
    if (to === null) onKeyDown(event);
    else {
      event.preventDefault();
      onCurrent(to);
    }
  };
  return (
    <div ref={grid}>
      <Queries count={count} most={MOST}>
        {Array.from({ length: count }, (_, index) => {
          const way = guesses[index] ?? null;
          const said = way === null ? text.noClass : say(text.ofClass, { letter: letterOf(way) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a query drawing is its place
            <li key={index}>
              <button
                type="button"
                className={styles.query}
                tabIndex={index === current ? 0 : -1}
                aria-pressed={index === current}
                aria-label={say(text.query, { index: index + 1, said })}
                onClick={() => onCurrent(index)}
                onKeyDown={move}
              >
                <span className={styles.drawing}>
                  <QueryDrawing query={query} index={index} />
                </span>
                <span className={styles.said}>
                  <b>{way === null ? '?' : letterOf(way)}</b>
                </span>
              </button>
            </li>
          );
        })}
      </Queries>
    </div>
  );
}

/** Where a key leads from a drawing; null where it leads nowhere. */
function destination(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
