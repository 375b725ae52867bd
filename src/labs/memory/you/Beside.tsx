/** How often a person was right in the stream in sight, by sighting, beside the contenders on the very same drawings. */

import { notify } from '../../../session/notices';
import { Swatch } from '../../../ui/charts/layers';
import { Button } from '../../../ui/controls/Button';
import { lookOf } from '../../../ui/palette';
import { Say, useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import { useLab, useReaders } from '../hooks';
import type { StreamAnswer } from '../questions';
import { saidAt } from '../said';
import { useYou } from './asked';
import { goFirst } from './goFirst';
import { forgetAnswers } from './kept';
import type { Count } from './sittings';
import styles from './you.module.css';

/** Sightings that have a column of their own; later ones share the last. */
const alone = [1, 2, 3, 4] as const;

/** @param right whether the answer to each drawing was right, as far as there are any */
function bySighting(answer: StreamAnswer, right: readonly boolean[]): readonly Count[] {
  const counts = Array.from({ length: alone.length + 1 }, () => ({ right: 0, of: 0 }));
  right.forEach((isRight, at) => {
    const drawing = answer.shown[at];
    if (drawing === undefined) return;
    const count = counts[Math.min(drawing.instance, alone.length + 1) - 1]!;
    count.of += 1;
    if (isRight) count.right += 1;
  });
  return counts;
}

interface BesideProps {
  readonly answer: StreamAnswer;
  /** Whether all has been answered. */
  readonly over: boolean;
}

export function Beside({ answer, over }: BesideProps) {
  const { memory, contenders } = useWords();
  const { you: text } = memory;
  const readers = useReaders();
  const { sitting } = useYou();
  const done = sitting.said.length;
  if (done === 0) return null;
  const own = sitting.said.map((said, i) => said === sitting.right[i]);
  const rows = readers.flatMap((name) => {
    const reading = answer.readings[name];
    if (reading === undefined) return [];
    const right = own.map((_, at) => saidAt(reading, answer, at)?.right ?? false);
    return [{ name, right }];
  });
  return (
    <div className={styles.beside}>
      <table>
        <caption>{say(text.beside, { count: done })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-visually">{text.who}</span>
            </th>
            {alone.map((sighting) => (
              <th scope="col" key={sighting}>
                {say(text.sighting, { sighting })}
              </th>
            ))}
            <th scope="col">{text.later}</th>
            <th scope="col">{text.all}</th>
          </tr>
        </thead>
        <tbody>
          <tr data-you>
            <th scope="row">
              <Diamond />
              <span>{text.you}</span>
            </th>
            <Counts of={bySighting(answer, own)} />
          </tr>
          {rows.map(({ name, right }) => (
            <tr key={name}>
              <th scope="row">
                <Swatch look={lookOf(name)} />
                <span>{contenders[name].label}</span>
              </th>
              <Counts of={bySighting(answer, right)} />
            </tr>
          ))}
        </tbody>
      </table>
      {over ? <Over /> : null}
    </div>
  );
}

/** As the marks of the chart. */
const Diamond = () => (
  <svg className={styles.diamond} viewBox="-5 -5 10 10" aria-hidden="true">
    <path d="M0 -4.5L4.5 0L0 4.5L-4.5 0Z" />
  </svg>
);

function Counts({ of }: { readonly of: readonly Count[] }) {
  const { you: text } = useWords().memory;
  const sum = (part: keyof Count) => of.reduce((all, count) => all + count[part], 0);
  return [...of, { right: sum('right'), of: sum('of') }].map((count, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
    <td key={i}>{count.of === 0 ? '–' : say(text.rightOf, count)}</td>
  ));
}

/** The stream is at its end: what can be done. */
function Over() {
  const lab = useLab();
  const { you: text } = useWords().memory;
  const { sittings } = useYou();
  const all = sittings.reduce((sum, { said }) => sum + said.length, 0);
  const forget = () => {
    const bringBack = forgetAnswers();
    lab.see({ you: 'off' }, 'stream', 'instances');
    notify({
      key: 'memory-answers',
      tone: 'info',
      message: ({ memory }) => memory.you.forgotten,
      action: { label: ({ memory }) => memory.you.bringBack, act: bringBack },
    });
  };
  return (
    <div className={styles.foot}>
      <Button voice="primary" onClick={() => goFirst(lab)}>
        {text.another}
      </Button>
      <Button onClick={() => lab.see({ you: 'off' }, 'stream', 'instances')}>{text.leave}</Button>
      <Button voice="quiet" onClick={forget}>
        <Say message={text.forget} values={{ count: sayNumber(all) }} />
      </Button>
    </div>
  );
}
