/**
 * The next meta-iteration of who is in sight, walked line by line through the record of the code that trains. What is the
 * same in every lab: the listing, the ways through it, the gear; its pictures are the lab's.
 */

import { type ReactNode, useEffect, useRef } from 'react';
import type { ListingLine } from '../../../contenders/steps';
import { Button } from '../../../ui/controls/Button';
import { type ContenderName, lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { say, sayNumber } from '../../../words/format';
import { useAnyLab, useRunState, useShared } from '../context';
import { useUnanswered } from '../Unanswered';
import { Listing } from './Listing';
import styles from './microscope.module.css';
import type { SeenLine, Walked } from './recorded';
import { useMove, useSight } from './useSight';
import { Ways } from './Ways';
import { type Standing, standingAt } from './walk';

/** A record that the worker has answered with. */
export interface Answered<R> {
  readonly iteration: number;
  /** Null of one that takes no part or has diverged. */
  readonly recorded: R | null;
}

export interface MicroscopeProps<Line extends SeenLine, R extends Walked<Line>> {
  readonly name: ContenderName;
  readonly label: string;
  /** Null while it is awaited. */
  readonly answer: Answered<R> | null;
  readonly listed: readonly ListingLine[];
  /** What a line is, in plain words. */
  readonly plainOf: (line: string) => string;
  /** What a part in focus is called, by its number. */
  readonly focusOf: (number: number, recorded: R) => string;
  /** What happened in the line in sight. */
  readonly saidOf: (recorded: R, standing: Standing<Line>) => string;
  readonly beside?: (line: string) => ReactNode;
  readonly pictures: (recorded: R, standing: Standing<Line>, iteration: number) => ReactNode;
  readonly below?: ReactNode;
}

export function Microscope<Line extends SeenLine, R extends Walked<Line>>(
  props: MicroscopeProps<Line, R>,
) {
  const { name, label } = props;
  const lab = useAnyLab();
  const move = useMove();
  const { microscope } = useWords();
  const iteration = useRunState((s) => s.iteration);
  const { focus } = useSight();
  // Another contender, or another task.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what is asked about
  useEffect(() => lab.ask('trace'), [lab, name, focus]);
  return (
    <section
      className={styles.microscope}
      data-part="microscope"
      aria-labelledby="microscope"
      style={{ '--own': lookOf(name).color }}
    >
      <header>
        <h3 id="microscope">{say(microscope.title, { label, at: sayNumber(iteration + 1) })}</h3>
        <Button small voice="quiet" onClick={() => move({ microscope: 'shut' })}>
          {microscope.close}
        </Button>
      </header>
      <Inside {...props} />
    </section>
  );
}

/** The record; or why there is none. */
function Inside<Line extends SeenLine, R extends Walked<Line>>(props: MicroscopeProps<Line, R>) {
  const { answer, name } = props;
  const { microscope } = useWords();
  const unanswered = useUnanswered('trace');
  const isPast = useShared((s) => s.lookBack !== null);
  const training = useRunState((s) => s.phase === 'training');
  const { line } = useSight();
  // While the next is recorded, or none can be, the last one stays: nothing jumps.
  const kept = useRef<{ readonly of: ContenderName; readonly answered: Answered<R> } | null>(null);
  if (answer !== null) kept.current = { of: name, answered: answer };
  const shown = kept.current?.of === name ? kept.current.answered : null;
  const recorded = shown?.recorded ?? null;
  const current = training || isPast ? null : (answer?.recorded ?? null);
  const why = (() => {
    if (unanswered !== null) return unanswered;
    if (isPast) return microscope.past;
    if (training) return microscope.training;
    if (answer === null) return recorded === null ? microscope.awaited : null;
    return answer.recorded === null ? microscope.absent : null;
  })();
  if (recorded?.lines.length === 0 && why === null) {
    return <p className={styles.said}>{microscope.nothing}</p>;
  }
  const standing = recorded === null ? null : standingAt<Line>(recorded, line);
  return (
    <>
      <Ways
        recorded={current}
        standing={standing}
        plainOf={props.plainOf}
        focusOf={(number) => (recorded === null ? '' : props.focusOf(number, recorded))}
      />
      {why === null ? null : <p className={styles.said}>{why}</p>}
      {recorded === null || standing === null || standing.last === 0 ? null : (
        <div className={styles.record} data-stale={why === null ? undefined : true}>
          {why === null ? (
            <p className={styles.said} aria-live="polite">
              {props.saidOf(recorded, standing)}
            </p>
          ) : null}
          <div className={styles.inside}>
            <Listing
              listed={props.listed}
              plainOf={props.plainOf}
              recorded={recorded}
              standing={standing}
              beside={props.beside}
            />
            {props.pictures(recorded, standing, shown!.iteration)}
          </div>
          {props.below}
          <p className={text.hint}>{microscope.honest}</p>
        </div>
      )}
    </>
  );
}
