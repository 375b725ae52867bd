/** Address, weigh, read: what the reads of a memory, attention and memory networks have in common, in the numbers of now. */

import { useEffect, useRef } from 'react';
import { GlyphImage } from '../../../characters/GlyphImage';
import { Swatch } from '../../../ui/charts/layers';
import { Button } from '../../../ui/controls/Button';
import { Formula } from '../../../ui/Formula';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { digits } from '../../../words/digits';
import { say, sayPercent } from '../../../words/format';
import parts from '../../kit/parts.module.css';
import { isMute } from '../fields';
import { useLab, useLabState } from '../hooks';
import { isInSight, stepOf } from '../lab';
import { nameIn } from '../labelling';
import { ownShare } from '../microscope/moment';
import type { LinesAnswer, StreamAnswer } from '../questions';
import styles from './lines.module.css';

const r = String.raw;
/** Each in three lines, in the notation of its paper: address, weigh, read. */
const kinds = {
  mann: [
    r`s_i=\beta\cos\big(k_t,M_t(i)\big)`,
    r`w=\operatorname{softmax}_i s_i`,
    r`r_t=\textstyle\sum_i w_i\,M_t(i)`,
  ],
  kv: [
    r`s_i=q(x_t)^{\!\top}k(x_i)/\sqrt d`,
    r`a=\operatorname{softmax}_i s_i`,
    r`r_t=\textstyle\sum_i a_i\,v(x_i,y_i)`,
  ],
  encoderDecoder: [
    r`e_{ij}=e(s_{i-1},h_j)`,
    r`a_{ij}=\operatorname{softmax}_j e_{ij}`,
    r`c_i=\textstyle\sum_j a_{ij}h_j`,
  ],
  memoryNetworks: [
    r`s_i=u^{\!\top}m_i`,
    r`p=\operatorname{softmax}_i s_i`,
    r`o=\textstyle\sum_i p_i\,c_i`,
  ],
} as const;
const live = ['mann', 'kv'] as const;
type LiveName = (typeof live)[number];
const onPaper = ['encoderDecoder', 'memoryNetworks'] as const;
const lineNames = ['address', 'weigh', 'read'] as const;

/** Of what is addressed, so many are shown: those that are read most. */
const MOST = 4;

export function ThreeLines() {
  const lab = useLab();
  const { memory, contenders } = useWords();
  const { lines: text } = memory;
  const place = useRef<HTMLElement>(null);
  const isOpen = useLabState((s) => s.view.lines === 'open');
  const opened = useRef(isOpen);
  // Where a link leads to.
  useEffect(() => {
    if (opened.current) place.current?.scrollIntoView();
  }, []);
  useEffect(() => {
    if (isOpen) lab.ask('lines');
  }, [lab, isOpen]);
  return (
    <section ref={place} data-part="lines" className={styles.lines} aria-labelledby="lines">
      <h3 id="lines">{text.title}</h3>
      <p className={parts.lead}>{text.lead}</p>
      {isOpen ? (
        <div className={styles.kinds}>
          {live.map((name) => (
            <article key={name} aria-labelledby={`lines-${name}`}>
              <h4 id={`lines-${name}`}>
                <Swatch look={lookOf(name)} />
                <span>{` ${contenders[name].label}`}</span>
              </h4>
              <p>{text.kinds[name]}</p>
              <Lines of={kinds[name]} />
              <Now name={name} />
            </article>
          ))}
          {onPaper.map((name) => (
            <article key={name} aria-labelledby={`lines-${name}`}>
              <h4 id={`lines-${name}`}>{text.others[name]}</h4>
              <p>{text.kinds[name]}</p>
              <Lines of={kinds[name]} />
              <p className={styles.note}>{text.onPaper}</p>
            </article>
          ))}
        </div>
      ) : (
        <Button data-part="openLines" onClick={() => lab.see({ lines: 'open' }, 'lines')}>
          {text.open}
        </Button>
      )}
    </section>
  );
}

function Lines({ of }: { readonly of: readonly string[] }) {
  const { lines: text } = useWords().memory;
  return (
    <ol className={styles.three}>
      {of.map((tex, i) => (
        <li key={tex}>
          <b>{text.names[lineNames[i]!]}</b>
          <Formula tex={tex} words="" />
        </li>
      ))}
    </ol>
  );
}

/** The numbers of the drawing in sight. */
function Now({ name }: { readonly name: LiveName }) {
  const { lines: text } = useWords().memory;
  const step = useLabState(stepOf);
  const stream = useLabState((s) =>
    s.answers.stream !== null && isInSight(s.answers.stream, s) ? s.answers.stream : null,
  );
  const lines = useLabState((s) =>
    s.answers.lines !== null && isInSight(s.answers.lines, s) ? s.answers.lines : null,
  );
  const takesPart = useLabState((s) => s.running.readers.includes(name));
  const mute = useLabState((s) => isMute(s.running));
  if (!takesPart) return <p className={styles.note}>{text.absent}</p>;
  if (mute) return <p className={styles.note}>{text.mute}</p>;
  if (stream === null || lines?.readers[name]?.steps[step] === undefined) {
    return <p className={styles.note}>{text.waiting}</p>;
  }
  return <Numbers {...{ name, stream, lines, step }} />;
}

interface NumbersProps {
  readonly name: LiveName;
  readonly stream: StreamAnswer;
  readonly lines: LinesAnswer;
  readonly step: number;
}

function Numbers({ name, stream, lines, step }: NumbersProps) {
  const { lines: text } = useWords().memory;
  const { head, heads, steps } = lines.readers[name]!;
  const { places, length, strength } = steps[step]!;
  const most = places.toSorted((a, b) => b.weight - a.weight).slice(0, MOST);
  const { instance } = stream.shown[step]!;
  return (
    <>
      <table className={styles.numbers} style={{ '--own': lookOf(name).color }}>
        <caption>{say(text.head, { at: step + 1, head: head + 1, heads })}</caption>
        <thead>
          <tr>
            <th scope="col">{text.what[name]}</th>
            <th scope="col">{text.score}</th>
            <th scope="col">{text.weight}</th>
          </tr>
        </thead>
        <tbody>
          {most.map(({ number, of, score, weight }) => (
            <tr key={number}>
              <th scope="row">
                {of < 0 ? (
                  <span>{of === -1 ? text.nothing : text.older}</span>
                ) : (
                  <>
                    <GlyphImage
                      image={stream.shown[of]!.pixels}
                      label={say(text.drawing, { at: of + 1 })}
                    />
                    <b>{nameIn(stream, stream.shown[of]!.told)}</b>
                  </>
                )}
              </th>
              <td>{digits(strength * score)}</td>
              <td style={{ '--part': weight }}>{sayPercent(weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {say(instance > 1 ? text.readsOwn : text.readsNew, {
          length: digits(length),
          share: sayPercent(ownShare(stream.shown, places, step)),
        })}
      </p>
    </>
  );
}
