/** What the gates of the meta-learner LSTM have become: by layer and step, of single weights, and in a sentence. */

import { useEffect, useState } from 'react';
import { GATE_UNITS, gatedCount } from '../../../networks/gatedCell';
import { Figure } from '../../../ui/charts/Figure';
import { Clip, Curve, Swatch } from '../../../ui/charts/layers';
import { log10, logAxis } from '../../../ui/charts/logAxis';
import { type Axis, PlotFrame } from '../../../ui/charts/PlotFrame';
import { useKeptAxis } from '../../../ui/charts/useKeptAxis';
import { Button } from '../../../ui/controls/Button';
import { Chips } from '../../../ui/controls/Chips';
import { colorInTurn } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { digits } from '../../../words/digits';
import { say, sayNumber } from '../../../words/format';
import { useUnanswered } from '../../kit/Unanswered';
import { useLab, useLabState } from '../hooks';
import { Study } from '../studies/Study';
import studies from '../studies/studies.module.css';
import { Against } from './Against';
import { picked } from './asks';
import { DecayOrDescent } from './DecayOrDescent';
import styles from './gates.module.css';
import type { GateCurves, GatesAnswer, GateTable, OfGates } from './question';
import { extremes } from './statistics';

export function GatesPanel() {
  const lab = useLab();
  const { gates } = useWords().microscope.studies;
  const form = useLabState((s) => s.running.raviForm);
  useEffect(() => lab.ask('gates'), [lab]);
  const numbers = gatedCount({ hidden: form === 'lstm' ? GATE_UNITS : 0 });
  return (
    <Study title={gates.title} lead={say(gates.lead, { numbers })}>
      <Inside />
    </Study>
  );
}

/** The gates; or why there are none. */
function Inside() {
  const { studies: words } = useWords().microscope;
  const answer = useLabState((s) => s.answers.gates);
  const unanswered = useUnanswered('gates');
  if (unanswered !== null) return <p className={text.hint}>{unanswered}</p>;
  if (answer === null) return <p className={text.hint}>{words.awaited}</p>;
  if (answer.gates === null) return <p className={text.hint}>{words.gates.absent}</p>;
  return (
    <>
      <Said answer={answer} gates={answer.gates} />
      <JudgedBy />
      <div className={studies.parts} data-even>
        <Strip
          title={words.gates.input}
          table={answer.gates.input}
          part={shareOf(-3, -1)}
          foot={words.gates.inputFoot}
        />
        <Strip
          title={words.gates.lost}
          table={answer.gates.lost}
          part={shareOf(-6, -1)}
          foot={words.gates.lostFoot}
        />
      </div>
      <div className={[studies.parts, styles.pair].join(' ')} data-even>
        <DecayOrDescent answer={answer} gates={answer.gates} />
        <Against answer={answer} gates={answer.gates} />
      </div>
      <Single answer={answer} gates={answer.gates} />
      <p className={text.hint}>{say(words.gates.over, { tasks: answer.tasks })}</p>
    </>
  );
}

/** What is seen, in the run's own numbers. */
function Said({ answer: { steps }, gates }: { answer: GatesAnswer; gates: OfGates }) {
  const { gates: words } = useWords().microscope.studies;
  const { least, most } = extremes(gates.input);
  const kept = (k: number) =>
    gates.lost.reduce((sum, layer) => sum + 1 - layer[k]!.mean, 0) / gates.lost.length;
  const last = Math.min(...Array.from({ length: steps }, (_, k) => kept(k)).slice(1));
  return (
    <p className={studies.outcome} aria-live="polite">
      {steps > 1
        ? say(words.kept, { first: kept(0).toFixed(3), later: last.toFixed(3) })
        : say(words.keptOnce, { first: kept(0).toFixed(3) })}{' '}
      {say(words.taken, {
        least: digits(least.mean),
        leastLayer: least.layer + 1,
        most: digits(most.mean),
        mostLayer: most.layer + 1,
      })}
    </p>
  );
}

/** Whether the other panels show its own steps, or its initialisation alone as of the others. */
function JudgedBy() {
  const lab = useLab();
  const { contenders, microscope } = useWords();
  const judged = useLabState((s) => s.running.raviJudged);
  const { label, options } = contenders.ravi.fields.judged;
  return (
    <div className={styles.judged}>
      <Chips
        legend={label}
        options={['own', 'descent'] as const}
        face={(by) => options[by]}
        value={judged}
        onChange={(by) => lab.change('raviJudged', by)}
      />
      <p className={text.hint}>{microscope.studies.gates.judged[judged]}</p>
    </div>
  );
}

/** Where a number lies between two powers of ten, from 0 to 1. */
const shareOf = (low: number, high: number) => (value: number) =>
  Math.min(1, Math.max(0, (Math.log10(Math.max(value, 1e-12)) - low) / (high - low)));

interface StripProps {
  readonly title: string;
  readonly table: GateTable;
  readonly foot: string;
  readonly part: (value: number) => number;
}

function Strip({ title, table, part, foot }: StripProps) {
  const { gates: words } = useWords().microscope.studies;
  return (
    <div className={styles.strip}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {table[0]!.map((_, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are their numbers
              <th key={k} scope="col">
                {say(words.step, { k: k + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map((layer, l) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: layers are their numbers
            <tr key={l}>
              <th scope="row">{say(words.layer, { layer: l + 1 })}</th>
              {layer.map(({ mean, spread }, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps are their numbers
                <td key={k} style={{ '--part': part(mean) } as React.CSSProperties}>
                  <span>{short(mean)}</span>
                  <small>± {short(spread)}</small>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={text.hint}>{foot}</p>
    </div>
  );
}

/** As short as a cell is narrow. */
const short = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-4 ? '< 0.0001' : value.toFixed(4);

/** One weight of each layer on many tasks: the figure of the paper. */
function Single({ answer, gates }: { answer: GatesAnswer; gates: OfGates }) {
  const lab = useLab();
  const { gates: words } = useWords().microscope.studies;
  const [pick, setPick] = useState(picked.pick);
  const { one } = gates;
  const { steps } = answer;
  const x: Axis = useKeptAxis({
    domain: [1, Math.max(2, steps)],
    ticks: Array.from({ length: Math.max(2, steps) }, (_, k) => k + 1),
    label: words.update,
  });
  const ofInput = useKeptAxis(logAxis(-4, 0, words.input));
  const ofForget = useKeptAxis({
    domain: [0, 1.1],
    ticks: [0, 0.25, 0.5, 0.75, 1],
    label: words.forget,
  });
  const at = Array.from({ length: steps }, (_, k) => k + 1);
  const plot = (
    title: string,
    y: Axis,
    curves: GateCurves,
    shown: (v: number[]) => ArrayLike<number>,
  ) => (
    <div className={studies.plot}>
      <Figure
        title={title}
        note={say(words.ofTasks, { tasks: sayNumber(curves[0]!.length) })}
        table={() => ({
          columns: [words.layerColumn, words.taskColumn, ...at.map((k) => say(words.step, { k }))],
          rows: curves.flatMap((tasks, l) =>
            tasks.map((values, task) => [l + 1, task + 1, ...values]),
          ),
          of: answer,
        })}
      >
        <PlotFrame x={x} y={y}>
          <Clip>
            {curves.flatMap((tasks, l) =>
              tasks.map((values, task) => (
                <Curve
                  // biome-ignore lint/suspicious/noArrayIndexKey: tasks are their numbers
                  key={`${l} ${task}`}
                  x={at}
                  y={shown([...values])}
                  look={{ color: colorInTurn(l), dash: undefined }}
                  width={1.1}
                />
              )),
            )}
          </Clip>
        </PlotFrame>
      </Figure>
    </div>
  );
  return (
    <>
      <div className={styles.single}>
        <h4>{words.single}</h4>
        <Button
          small
          onClick={() => {
            picked.pick = pick + 1;
            setPick(pick + 1);
            lab.ask('gates');
          }}
        >
          {words.others}
        </Button>
      </div>
      <p className={text.hint}>{words.singleLead}</p>
      <div className={studies.parts} data-even>
        {plot(words.inputOne, ofInput, one.input, log10)}
        {plot(words.forgetOne, ofForget, one.forget, (values) => values)}
      </div>
      <ul className={studies.key}>
        {one.places.map((place, l) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: layers are their numbers
          <li key={l}>
            <Swatch look={{ color: colorInTurn(l), dash: undefined }} />
            <span>{say(words.weight, { layer: l + 1, place: sayNumber(place + 1) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
