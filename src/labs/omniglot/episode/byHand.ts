/** A person classifies the drawings of a task: what they said, and the keys that say it. */

import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef, useState } from 'react';
import { wayOf } from './episode';
import type { EpisodeAnswer } from './question';

type Guesses = readonly (number | null)[];

/** Which drawings a task has. */
const drawingsOf = ({ number, ways, shots, names, labels }: EpisodeAnswer): string =>
  [number, ways, shots, ...names, ...labels].join(' ');

/** A person's class for each query drawing, null where there is none yet; what they said of other drawings is no answer. */
export function useGuesses(task: EpisodeAnswer | null) {
  const [said, setSaid] = useState<{ readonly of: string; readonly guesses: Guesses }>({
    of: '',
    guesses: [],
  });
  const of = task === null ? '' : drawingsOf(task);
  const none: Guesses = (task?.labels ?? []).map(() => null);
  const guesses = said.of === of ? said.guesses : none;
  return {
    guesses,
    /** @returns what is said now. @param way null takes a class back */
    guess(query: number, way: number | null): Guesses {
      const now = (guesses.length === 0 ? none : guesses).with(query, way);
      setSaid({ of, guesses: now });
      return now;
    },
    clear: () => setSaid({ of, guesses: [] }),
  };
}

type Key = Pick<
  ReactKeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'preventDefault'
>;

interface Keys {
  readonly ways: number;
  /** Null takes a class back. */
  readonly onChoose: (way: number | null) => void;
}

/**
 * Letters choose a class, wherever in the task the focus is; and where it is nowhere, as after a click beside the
 * drawings.
 *
 * @param active whether a person classifies
 */
export function useLetters(active: boolean, { ways, onChoose }: Keys): (event: Key) => void {
  const onKeyDown = (event: Key) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = wayOf(event, ways);
    if (way !== null) onChoose(way);
    else if (event.key === 'Delete' || event.key === 'Backspace') onChoose(null);
    else return;
    event.preventDefault();
  };
  const newest = useRef(onKeyDown);
  useEffect(() => {
    newest.current = onKeyDown;
  });
  useEffect(() => {
    if (!active) return;
    const hear = (event: KeyboardEvent) => {
      if (event.target === document.body) newest.current(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [active]);
  return onKeyDown;
}
