/** A person answers: the drawing in sight, large; the one before, with the label that has just come; and the labels as keys. */

import { GlyphImage } from '../../../characters/GlyphImage';
import { letterOf } from '../../../characters/letters';
import { Button } from '../../../ui/controls/Button';
import { Say, useWords } from '../../../ui/Say';
import { useAnswerKeys } from '../../../ui/useAnswerKeys';
import { say } from '../../../words/format';
import { useLab, useLabState } from '../hooks';
import type { StreamAnswer } from '../questions';
import { aboutOf, placeAsked, useYou } from './asked';
import { answersStore, keepAnswer } from './kept';
import { labelOfKey } from './labelOfKey';
import styles from './you.module.css';

interface AnsweringProps {
  /** Null while the stream is on its way. */
  readonly answer: StreamAnswer | null;
  /** The place that is asked about. */
  readonly at: number;
}

export function Answering({ answer, at }: AnsweringProps) {
  const lab = useLab();
  const { you: text, stream } = useWords().memory;
  const length = useLabState((s) => s.running.testLength);
  const drawing = answer?.shown[at];

  const choose = (said: number) => {
    const state = lab.store.getState();
    // One that was pressed before the next drawing was in sight is still about the one before.
    if (drawing === undefined || placeAsked(state, answersStore.getState().sittings) !== at) return;
    const { label: right, sighting } = drawing;
    keepAnswer(aboutOf(state), { said, right, sighting });
    lab.see({ step: Math.min(at + 1, length - 1) });
  };
  useAnswerKeys((event) => {
    const label = labelOfKey(event, answer?.characters ?? 0);
    if (label !== null && !event.repeat) choose(label);
    return label !== null;
  });

  return (
    <div className={styles.asking} data-part="you">
      <p className={styles.lead}>
        <Say message={text.count} values={{ at: at + 1, of: length }} />
      </p>
      <div className={styles.sheet}>
        <div className={styles.last} role="status">
          {answer === null || at === 0 ? <p>{text.first}</p> : <Last answer={answer} at={at - 1} />}
        </div>
        <div className={styles.large}>
          {drawing === undefined ? (
            <p>{stream.waiting}</p>
          ) : (
            <GlyphImage image={drawing.pixels} label={say(stream.now, { at: at + 1 })} />
          )}
        </div>
      </div>
      <ul className={styles.keys} aria-label={text.labels}>
        {Array.from({ length: answer?.characters ?? 0 }, (_, label) => (
          <li key={letterOf(label)}>
            <button
              type="button"
              aria-label={say(text.choose, { label: letterOf(label) })}
              onClick={() => choose(label)}
            >
              <i>{letterOf(label)}</i>
              {label < 9 ? <small>{label + 1}</small> : null}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{text.hint}</p>
      <div className={styles.foot}>
        <Button onClick={() => lab.see({ you: 'off' }, 'stream', 'instances')}>{text.leave}</Button>
      </div>
    </div>
  );
}

/** The drawing before: its label comes now, and with it whether it was answered rightly. */
function Last({ answer, at }: { readonly answer: StreamAnswer; readonly at: number }) {
  const { you: text } = useWords().memory;
  const { sitting } = useYou();
  const { pixels, label } = answer.shown[at]!;
  const said = sitting.said[at];
  return (
    <>
      <span className={styles.small}>
        <GlyphImage image={pixels} label="" />
      </span>
      <p data-wrong={said !== label || undefined}>
        <Say
          message={said === label ? text.wasRight : text.wasWrong}
          values={{
            ...{ at: at + 1, label: letterOf(label) },
            said: said === undefined ? '' : letterOf(said),
          }}
        />
      </p>
    </>
  );
}
