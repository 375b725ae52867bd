/** The one number of the drawing in sight, and how it comes to be known. */

import { Say, useWords } from '../../../ui/Say';
import { say, sayPercent } from '../../../words/format';
import { useRunState } from '../../kit/context';
import { useLabState } from '../hooks';
import { nameIn } from '../labelling';
import { isTrained, type ReaderName } from '../methods';
import type { StreamAnswer } from '../questions';
import { charactersBefore, lastSeen, readAt, shareOfOwn, sightingOf } from '../said';
import styles from './stream.module.css';

interface SentenceProps {
  readonly answer: StreamAnswer | null;
  readonly reader: ReaderName | undefined;
  readonly step: number;
}

export function Sentence({ answer, reader, step }: SentenceProps) {
  const { memory, contenders } = useWords();
  const { score: text } = memory;
  const instances = useLabState((s) => s.answers.instances);
  const instance = sightingOf(answer?.shown[step]);
  const name = reader === undefined ? '' : contenders[reader].label;
  const share =
    reader === undefined || instance === null
      ? undefined
      : instances?.byInstance[reader]?.mean[instance - 1];
  return (
    <>
      <p data-part="score" className={styles.number}>
        {instance === null || share === undefined || !Number.isFinite(share) ? (
          <Say message={text.waiting} values={{ name }} />
        ) : (
          <Say
            message={answer !== null && answer.course.shuffle > 0 ? text.rightSince : text.right}
            values={{ share: sayPercent(share), instance, name }}
          />
        )}
      </p>
      <p className={styles.sentence}>
        {answer === null || reader === undefined ? null : <How {...{ answer, reader, step }} />}
      </p>
    </>
  );
}

interface HowProps {
  readonly answer: StreamAnswer;
  readonly reader: ReaderName;
  readonly step: number;
}

function How({ answer, reader, step }: HowProps) {
  const { told: text } = useWords().memory;
  const moved = useRunState((s) => s.iteration > 0);
  const beforehand = useLabState((s) => s.origin[reader] !== undefined);
  const begun = moved || beforehand;
  const { shown, characters, code } = answer;
  const ago = lastSeen(shown, step);
  const trained = isTrained(reader);
  const { old, sighting } = shown[step]!;
  const { shuffle } = answer.course;
  const left = characters - charactersBefore(shown, step);
  // A drawing of a person's is of one character more than there are labels; and labels that moved are told anew.
  // Of strings next to none are left out.
  const tellsLeft = left > 0 && code.parts === 1 && answer.drawn.length === 0 && shuffle === 0;
  const first =
    old !== null && sighting > 0 && shuffle === 0
      ? say(text.firstHere, { label: nameIn(answer, old) })
      : tellsLeft
        ? say(text.first, { left })
        : text.firstOfAny;
  const begins = !trained ? '' : begun ? `${text.frozen} ` : `${text.untrained} `;
  return (
    <>
      <span>{begins}</span>
      {ago === null ? (
        <span>{first}</span>
      ) : (
        <>
          <Say
            message={text.seen}
            values={{ ago, label: nameIn(answer, shown[step - ago]!.told) }}
          />
          <span> </span>
          <Kept {...{ answer, reader, step }} />
        </>
      )}
    </>
  );
}

/** Where that is now. */
function Kept({ answer, reader, step }: HowProps) {
  const { told: text } = useWords().memory;
  const inside = answer.readings[reader]?.inside;
  if (inside === undefined) return null;
  if (inside === null) return <span>{text.nothing}</span>;
  if (inside.kind === 'state') return <span>{say(text.state, { width: inside.width })}</span>;
  const share = shareOfOwn(readAt(inside, step)!, answer.shown, step);
  return <span>{say(text.reads, { share: sayPercent(share) })}</span>;
}
