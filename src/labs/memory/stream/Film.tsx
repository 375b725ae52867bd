/** Drawings as they came, each with the label that came one step later and what was answered before; the one of now, large. */

import { useRef } from 'react';
import { GlyphImage } from '../../../characters/GlyphImage';
import { useType } from '../../../ui/charts/type';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say, sayPercent } from '../../../words/format';
import { useLab } from '../hooks';
import { nameIn } from '../labelling';
import type { ReaderName } from '../methods';
import type { StreamAnswer } from '../questions';
import { readAt, type Said, saidAt } from '../said';
import styles from './stream.module.css';
import { Threads } from './Threads';
import { useSize } from './useSize';

/** A place of the film at least, in the page's size of type, and places at least and at most. */
const PLACE = 4.1;
const LEAST = 4;
const MOST = 16;

interface FilmProps {
  readonly answer: StreamAnswer;
  readonly reader: ReaderName | undefined;
  readonly step: number;
}

export function Film({ answer, reader, step }: FilmProps) {
  const { memory, contenders } = useWords();
  const text = memory.stream;
  const place = useRef<HTMLDivElement>(null);
  const now = useRef<HTMLDivElement>(null);
  const { width } = useSize(place);
  const { width: large } = useSize(now);
  const { rem } = useType();
  const places = Math.max(LEAST, Math.min(MOST, Math.floor((width - large) / (PLACE * rem))));
  const from = Math.max(0, step - places);
  const reading = reader === undefined ? undefined : answer.readings[reader];
  const read = reading === undefined ? null : readAt(reading.inside, step);
  const color = reader === undefined ? 'var(--ink)' : lookOf(reader).color;
  const drawing = answer.shown[step]!;
  const said = reading === undefined ? null : saidAt(reading, answer, step);
  const name = reader === undefined ? '' : contenders[reader].label;
  return (
    <div
      ref={place}
      className={styles.film}
      data-strings={answer.code.parts > 1 || undefined}
      style={{ '--places': places, '--reader': color }}
    >
      <p className={styles.reads} aria-hidden="true">
        {reading === undefined || read === null ? '' : text.reads}
      </p>
      <Threads {...{ read, from, step, places, large, color }} />
      <ol className={styles.before} aria-label={text.film}>
        {answer.shown.slice(from, step).map((_, i) => (
          <Before
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is its place in the stream
            key={from + i}
            at={from + i}
            column={places - (step - from) + i + 1}
            said={reading === undefined ? null : saidAt(reading, answer, from + i)}
            {...{ answer, name }}
          />
        ))}
      </ol>
      <div ref={now} className={styles.now}>
        <span className={styles.large}>
          <GlyphImage image={drawing.pixels} label={say(text.now, { at: step + 1 })} />
        </span>
        <Answer {...{ said, name }} label={nameIn(answer, drawing.label)} />
      </div>
    </div>
  );
}

interface AnswerProps {
  readonly said: Said | null;
  readonly name: string;
  readonly label: string;
}

function Answer({ said, name, label }: AnswerProps) {
  const text = useWords().memory.stream;
  if (said === null) return <p className={styles.says}>{say(text.noAnswer, { name })}</p>;
  const { right, confidence } = said;
  return (
    <p className={styles.says} data-wrong={!right || undefined}>
      <b>{said.text}</b>
      <span>{say(text.says, { name, sure: sayPercent(confidence) })}</span>
      <span>
        <Mark right={right} />
        <span>{` ${right ? text.right : say(text.wrong, { label })}`}</span>
      </span>
    </p>
  );
}

/** Right: a point in the colour of who answered. Wrong: a cross. */
const Mark = ({ right }: { readonly right: boolean }) => (
  <svg className={styles.mark} viewBox="-5 -5 10 10" aria-hidden="true">
    {right ? <circle r="3.4" /> : <path d="M-3.4 -3.4L3.4 3.4M-3.4 3.4L3.4 -3.4" />}
  </svg>
);

interface BeforeProps {
  readonly answer: StreamAnswer;
  readonly at: number;
  readonly column: number;
  readonly said: Said | null;
  readonly name: string;
}

function Before({ answer, at, column, said, name }: BeforeProps) {
  const lab = useLab();
  const text = useWords().memory.stream;
  const { pixels, label, told } = answer.shown[at]!;
  const moved = at > 0 && at === answer.course.shuffle;
  const number = at + 1;
  const names = { told: nameIn(answer, told), label: nameIn(answer, label) };
  const go =
    told === label
      ? say(text.go, { at: number, told: names.told })
      : say(text.goWrong, { at: number, ...names });
  const answered =
    said === null
      ? ''
      : said.right
        ? say(text.saidRight, { name })
        : say(text.saidWrong, { name, label: said.text });
  return (
    <li style={{ gridColumn: column }} data-moved={moved || undefined}>
      <button
        type="button"
        className={styles.earlier}
        aria-label={`${go}. ${answered}${moved ? ` ${text.movedHere}` : ''}`}
        onClick={() => lab.see({ step: at })}
      >
        <span className={styles.drawing}>
          <GlyphImage image={pixels} label="" />
        </span>
        <i data-edited={told !== label || undefined}>{names.told}</i>
        {said === null ? (
          <span className={styles.mark} />
        ) : (
          <span className={styles.answered}>
            <Mark right={said.right} />
            {said.right ? null : <s>{said.text}</s>}
          </span>
        )}
      </button>
    </li>
  );
}
