/** What came out of a round: everybody's errors with their intervals, what each misread, and what is to be known of both. */

import { useState } from 'react';
import { letterOf } from '../../../characters/letters';
import { exactInterval } from '../../../math/binomial';
import { SHEET } from '../../../tasks/glyphs/sheets';
import { Button } from '../../../ui/controls/Button';
import { Chips } from '../../../ui/controls/Chips';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { Ink } from './Ink';
import styles from './lake.module.css';
import { errorsOf, questionsOf } from './measure';
import type { ReaderName } from './names';
import { readerText } from './phrases';
import { networksBetween, publishedErrors, publishedNames, REPORT } from './published';
import { type Answer, ROUND, type RoundState } from './round';

interface ResultProps {
  readonly state: RoundState;
  readonly source: NonNullable<RoundState['source']>;
  readonly onAnother: () => void;
}

type Who = ReaderName | 'you';

const colorOf = (name: ReaderName): string =>
  name === 'hausdorff' ? 'var(--soft)' : lookOf(name).color;

const percentText = (share: number): string => sayNumber(100 * share, { maximumFractionDigits: 1 });

/** What somebody said to each question of the round. */
const saidBy = (who: Who, { answers, reads }: RoundState): readonly (Answer | undefined)[] =>
  who === 'you' ? answers : reads.map((read) => read?.choices[who]);

/** The questions that somebody erred on. */
function mistakes(who: Who, state: RoundState) {
  return saidBy(who, state).flatMap((said, index) => {
    const asked = state.questions[index];
    return asked === undefined || said === undefined || said === asked.answer
      ? []
      : [{ index, asked, said }];
  });
}

/** How a round went, in a sentence. */
export function resultText(words: Words, state: RoundState): string {
  const { result } = words.lake;
  const wrong = mistakes('you', state).length;
  const best = state.source?.readers[0];
  if (best === undefined) return say(result.alone, { wrong });
  const its = mistakes(best, state).length;
  return say(result.title, { wrong, name: readerText(words, best), its });
}

export function Result({ state, source, onAnother }: ResultProps) {
  const words = useWords();
  const { result } = words.lake;
  const wrong = mistakes('you', state).length;
  const { low, high } = exactInterval(wrong, ROUND);
  const between = { low: percentText(low), high: percentText(high) };
  return (
    <div className={styles.result}>
      <div>
        <Errors state={state} source={source} wrong={wrong} />
        <p className={styles.actions}>
          <Button voice="primary" onClick={onAnother}>
            {result.another}
          </Button>
        </p>
        <div className={styles.told}>
          <p>{result.given}</p>
          <p>{say(result.little, { wrong, ...between })}</p>
          <p>{result.assignment}</p>
          <p>
            <span>{say(result.networks, networksBetween)}</span>{' '}
            <a href={REPORT} target="_blank" rel="noreferrer">
              {result.report}
            </a>
          </p>
        </div>
      </div>
      <div className={styles.misread}>
        <Misread state={state} source={source} />
      </div>
    </div>
  );
}

interface ErrorRow {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  /** Null while it is counted. */
  readonly error: number | null;
  readonly interval?: { readonly low: number; readonly high: number };
  readonly said: string;
  readonly color?: string;
  readonly mine?: boolean;
}

function useErrors({ state, source, wrong }: Omit<ResultProps, 'onAnother'> & Wrong): ErrorRow[] {
  const words = useWords();
  const { result, published, notes } = words.lake;
  const own = exactInterval(wrong, ROUND);
  const texts = ({ low, high }: { readonly low: number; readonly high: number }) => ({
    low: percentText(low),
    high: percentText(high),
  });
  const you: ErrorRow = {
    key: 'you',
    label: result.you,
    error: wrong / ROUND,
    interval: own,
    said: say(result.ofTwenty, { wrong, ...texts(own) }),
    mine: true,
  };
  const readers = source.readers.map((name): ErrorRow => {
    const counted = state.counted.find((one) => one.name === name);
    const of = counted === undefined ? 0 : questionsOf(counted);
    const label = readerText(words, name);
    const color = colorOf(name);
    const note = name === 'hausdorff' || name === 'alphabet' ? notes[name] : '';
    const all = { key: name, label, color, note };
    if (counted === undefined || of === 0) return { ...all, error: null, said: result.counting };
    const errors = errorsOf(counted);
    const interval = exactInterval(errors, of);
    const said = say(result.ofAll, { wrong: errors, of, ...texts(interval) });
    return { ...all, error: errors / of, interval, said };
  });
  const others = publishedNames.map((name): ErrorRow => {
    const said = source.asking === 'official' ? result.published : result.publishedElsewhere;
    return { key: name, label: published[name], error: publishedErrors[name] / 100, said };
  });
  const chance = { key: 'chance', label: result.chance, error: 1 - 1 / SHEET, said: '' };
  const rows = [...readers, ...others].toSorted((a, b) => (a.error ?? 1) - (b.error ?? 1));
  return [you, ...rows, chance];
}

interface Wrong {
  readonly wrong: number;
}

/** A bar for each, with its interval as a line. */
function Errors(props: Omit<ResultProps, 'onAnother'> & Wrong) {
  const { result } = useWords().lake;
  const rows = useErrors(props);
  return (
    <table className={styles.errors}>
      <caption>{result.axis}</caption>
      <thead className="hidden-visually">
        <tr>
          <th scope="col">{result.who}</th>
          <td />
          <th scope="col">{result.error}</th>
          <th scope="col">{result.wrongOf}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, note, error, interval, said, color, mine }) => (
          <tr key={key} data-mine={mine || undefined} style={{ '--who': color }}>
            <th scope="row">
              <span>{label}</span>
              {note ? <small>{` ${note}`}</small> : null}
            </th>
            <td aria-hidden="true" className={styles.bar}>
              {error === null ? null : <i className={styles.share} style={{ '--share': error }} />}
              {interval === undefined ? null : (
                <s
                  className={styles.whisker}
                  style={{ '--low': interval.low, '--high': interval.high }}
                />
              )}
            </td>
            <td className={styles.figure}>{error === null ? '' : `${percentText(error)}%`}</td>
            <td className={styles.said}>{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The drawings that one of them took for another. */
function Misread({ state, source }: Omit<ResultProps, 'onAnother'>) {
  const words = useWords();
  const { result } = words.lake;
  const [who, setWho] = useState<Who>('you');
  const shown = mistakes(who, state);
  const name = (one: Who) => (one === 'you' ? result.you : readerText(words, one));
  return (
    <>
      <Chips
        legend={result.whose}
        options={['you', ...source.readers] as readonly Who[]}
        face={(one) => (
          <span>
            <span>{name(one)}</span>
            <b>{` ${mistakes(one, state).length}`}</b>
          </span>
        )}
        value={who}
        onChange={setWho}
      />
      {shown.length === 0 ? (
        <p>{result.noneWrong}</p>
      ) : (
        <ul className={styles.wrong}>
          {shown.map(({ index, asked, said }) => {
            const { answer } = asked;
            const right = letterOf(answer);
            const number = index + 1;
            const taken = said === 'unknown' ? null : letterOf(said);
            return (
              <li
                key={index}
                aria-label={
                  taken === null
                    ? say(result.passed, { number, right })
                    : say(result.mistake, { number, letter: taken, right })
                }
              >
                <figure>
                  <Ink asked={asked} place={SHEET} />
                  <figcaption>{result.shown}</figcaption>
                </figure>
                <figure data-taken>
                  {said === 'unknown' ? null : <Ink asked={asked} place={said} />}
                  <figcaption>
                    {taken === null ? result.unanswered : say(result.taken, { letter: taken })}
                  </figcaption>
                </figure>
                <figure>
                  <Ink asked={asked} place={answer} />
                  <figcaption>{say(result.right, { letter: right })}</figcaption>
                </figure>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
