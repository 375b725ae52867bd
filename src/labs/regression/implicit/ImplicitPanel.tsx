/** How well implicit MAML solves for its derivative, product by product, and what it need not hold. */

import { useEffect } from 'react';
import { Figure } from '../../../ui/charts/Figure';
import { Clip, Curve, Swatch } from '../../../ui/charts/layers';
import { log10, logAxis } from '../../../ui/charts/logAxis';
import { type Axis, PlotFrame } from '../../../ui/charts/PlotFrame';
import { useKeptAxis } from '../../../ui/charts/useKeptAxis';
import numbers from '../../../ui/numbers.module.css';
import { type Look, lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { digits } from '../../../words/digits';
import { say, sayNumber } from '../../../words/format';
import { useUnanswered } from '../../kit/Unanswered';
import { useLab, useLabState } from '../hooks';
import { Study } from '../studies/Study';
import studies from '../studies/studies.module.css';
import './asks';
import type { Held, ImplicitAnswer, Left, Solving } from './question';

/** What may be left for the derivative to be trusted. */
const ENOUGH = 0.01;

export function ImplicitPanel() {
  const lab = useLab();
  const { implicit } = useWords().microscope.studies;
  useEffect(() => lab.ask('implicit'), [lab]);
  return (
    <Study title={implicit.title} lead={implicit.lead}>
      <Inside />
    </Study>
  );
}

/** How it is solved; or why that cannot be seen. */
function Inside() {
  const { studies: words } = useWords().microscope;
  const answer = useLabState((s) => s.answers.implicit);
  const unanswered = useUnanswered('implicit');
  if (unanswered !== null) return <p className={text.hint}>{unanswered}</p>;
  if (answer === null) return <p className={text.hint}>{words.awaited}</p>;
  const { solving } = answer;
  if (solving === null) return <p className={text.hint}>{words.implicit.absent}</p>;
  return (
    <>
      <Said answer={answer} solving={solving} />
      <div className={studies.parts} data-even>
        <LeftPlot answer={answer} solving={solving} />
        <HeldTable held={solving.held} />
      </div>
    </>
  );
}

interface SolvingProps {
  readonly answer: ImplicitAnswer;
  readonly solving: Solving;
}

function Said({ answer: { tasks }, solving: { left, lambda } }: SolvingProps) {
  const { implicit: words } = useWords().microscope.studies;
  const { median, worst } = left.at(-1)!;
  return (
    <p className={studies.outcome} aria-live="polite">
      {say(words.said, {
        ...{ products: left.length, tasks, lambda: sayNumber(lambda) },
        ...{ median: digits(100 * median), worst: digits(100 * worst) },
      })}{' '}
      {worst < ENOUGH ? words.enough : words.tooLittle}
    </p>
  );
}

function LeftPlot({ answer, solving: { left } }: SolvingProps) {
  const { implicit: words } = useWords().microscope.studies;
  const { color } = lookOf('imaml');
  const curves: readonly (readonly [keyof Left, Look])[] = [
    ['median', { color, dash: undefined }],
    ['worst', { color, dash: '2 3' }],
  ];
  const at = left.map((_, i) => i + 1);
  const x: Axis = useKeptAxis({
    domain: [1, Math.max(2, at.length)],
    ticks: at.length > 1 ? at : [1, 2],
    label: words.products,
  });
  const values = left.flatMap(({ median, worst }) => [median, worst]).filter((v) => v > 0);
  const low = Math.log10(Math.min(ENOUGH, ...values));
  const high = Math.log10(Math.max(1, ...values));
  const y = useKeptAxis(logAxis(low, high, words.share));
  return (
    <div>
      <div className={studies.plot}>
        <Figure
          title={words.left}
          note={say(words.over, { tasks: answer.tasks })}
          table={() => ({
            columns: [words.products, words.median, words.worst],
            rows: left.map(({ median, worst }, i) => [i + 1, median, worst]),
            of: answer,
          })}
        >
          <PlotFrame x={x} y={y}>
            <Clip>
              {curves.map(([of, look]) => (
                <Curve key={of} x={at} y={log10(left.map((each) => each[of]))} look={look} />
              ))}
            </Clip>
          </PlotFrame>
        </Figure>
      </div>
      <ul className={studies.key}>
        {curves.map(([of, look]) => (
          <li key={of}>
            <Swatch look={look} />
            <span>{words[of]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function HeldTable({ held }: { readonly held: readonly Held[] }) {
  const { contenders, microscope } = useWords();
  const { implicit: words } = microscope.studies;
  const thousands = (bytes: number): string => sayNumber(Math.round(bytes / 1000));
  return (
    <div>
      <table className={numbers.numbers}>
        <caption>{words.held}</caption>
        <thead>
          <tr>
            <th scope="col">{words.steps}</th>
            <th scope="col">{contenders.imaml.label}</th>
            <th scope="col">{contenders.maml.label}</th>
          </tr>
        </thead>
        <tbody>
          {held.map(({ steps, imaml, maml }) => (
            <tr key={steps}>
              <th scope="row">{sayNumber(steps)}</th>
              <td>{thousands(imaml)}</td>
              <td>{thousands(maml)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={text.hint}>{words.heldFoot}</p>
    </div>
  );
}
