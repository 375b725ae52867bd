/** What streams before do to this one until the drawing in sight, and how it is followed that labels moved. */

import { useWords } from '../../../ui/Say';
import { say, sayPercent } from '../../../words/format';
import type { ReaderName } from '../methods';
import type { StreamAnswer } from '../questions';
import { readAt, tally } from '../said';
import styles from './stream.module.css';

interface FollowedProps {
  readonly answer: StreamAnswer;
  readonly reader: ReaderName;
  readonly step: number;
}

export function Followed({ answer, reader, step }: FollowedProps) {
  const { memory, contenders } = useWords();
  const { course: text } = memory;
  const reading = answer.readings[reader];
  if (reading === undefined) return null;
  const { before, shuffle } = answer.course;
  const name = contenders[reader].label;
  const wiped = answer.wiped[reader];
  const read = readAt(reading.inside, step);
  return (
    <div role="status">
      {before === 0 || wiped === undefined ? null : (
        <p className={styles.wrongly}>
          {[
            say(text.kept, {
              ...{ name, before, of: step + 1 },
              right: tally(reading, answer, 0, step).right,
              alone: tally({ probabilities: wiped }, answer, 0, step).right,
            }),
            ...(answer.beforeOf === 'relabelled' && shuffle === 0
              ? [say(text.oldOnes, { old: tally(reading, answer, 0, step).old })]
              : []),
            ...(read === null ? [] : [say(text.readsOlder, { share: sayPercent(read.older) })]),
            ...(answer.beforeOf === answer.course.beforeOf ? [] : [text.tooFew]),
          ].join(text.between)}
        </p>
      )}
      {shuffle === 0 ? null : (
        <p className={styles.wrongly}>
          {step < shuffle
            ? say(text.toCome, { at: shuffle + 1 })
            : say(text.since, { name, at: shuffle + 1, ...tally(reading, answer, shuffle, step) })}
        </p>
      )}
    </div>
  );
}
