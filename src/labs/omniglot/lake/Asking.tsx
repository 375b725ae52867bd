/** One question: the drawing large, the twenty as keys. A letter or a tap chooses; Enter, or the same once more, answers. */

import { useRef, useState } from 'react';
import { letterOf } from '../../../characters/letters';
import { SHEET } from '../../../tasks/glyphs/sheets';
import { Button } from '../../../ui/controls/Button';
import { Say, useWords } from '../../../ui/Say';
import { useAnswerKeys } from '../../../ui/useAnswerKeys';
import { say } from '../../../words/format';
import { wayOf } from '../episode/episode';
import { Ink } from './Ink';
import styles from './lake.module.css';
import { type Answer, ROUND, type RoundState } from './round';

interface AskingProps {
  readonly state: RoundState;
  readonly onAnswer: (answer: Answer) => void;
}

export function Asking({ state, onAnswer }: AskingProps) {
  const { lake } = useWords();
  const { questions, answers } = state;
  const at = answers.length;
  const asked = questions[at];
  const [chosen, setChosen] = useState<number | null>(null);
  const sheet = useRef<HTMLUListElement>(null);

  const answer = (given: Answer) => {
    if (asked === undefined) return;
    setChosen(null);
    onAnswer(given);
  };
  const choose = (way: number) => {
    if (asked === undefined) return;
    if (way === chosen) answer(way);
    else setChosen(way);
  };

  useAnswerKeys((event) => {
    const way = wayOf(event, SHEET);
    if (way !== null) {
      // What is held down does what any key does.
      if (event.repeat) return false;
      choose(way);
      sheet.current?.querySelectorAll('button')[way]?.focus({ preventScroll: true });
      return true;
    }
    if (event.key !== 'Enter' || chosen === null || event.target !== document.body) return false;
    answer(chosen);
    return true;
  });

  return (
    <div className={styles.ask}>
      <div className={styles.query}>
        <div className={styles.large}>
          {asked === undefined ? null : <Ink asked={asked} place={SHEET} label={lake.question} />}
        </div>
        <small>{lake.otherHand}</small>
      </div>
      <ul ref={sheet} className={styles.sheet} aria-label={lake.sheet}>
        {Array.from({ length: SHEET }, (_, way) => {
          const letter = letterOf(way);
          return (
            <li key={letter}>
              <button
                type="button"
                aria-pressed={way === chosen}
                aria-label={say(lake.choice, { letter })}
                onClick={() => choose(way)}
              >
                <b aria-hidden="true">{letter}</b>
                <span>{asked === undefined ? null : <Ink asked={asked} place={way} />}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles.side}>
        <p className={styles.count} role="status">
          <Say message={lake.count} values={{ at: at + 1, of: ROUND }} />
        </p>
        <ol className={styles.dots} aria-hidden="true">
          {Array.from({ length: ROUND }, (_, i) => (
            <li
              key={letterOf(i)}
              data-done={i < at || undefined}
              data-now={i === at || undefined}
            />
          ))}
        </ol>
        <p className={styles.hidden}>{lake.hidden}</p>
        <p className={styles.small}>{lake.eyes}</p>
      </div>
      <div className={styles.foot}>
        <small>{lake.press}</small>
        <Button onClick={() => answer('unknown')}>{lake.unknown}</Button>
        <Button
          voice="primary"
          disabled={chosen === null}
          onClick={() => chosen !== null && answer(chosen)}
        >
          {chosen === null ? (
            lake.none
          ) : (
            <Say message={lake.itIs} values={{ letter: letterOf(chosen) }} />
          )}
        </Button>
      </div>
    </div>
  );
}
