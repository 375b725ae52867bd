/** The loss after one inner step, against how far it goes, with the tangent at the rate of now. */

import { useEffect, useMemo, useState } from 'react';
import { Figure } from '../../../ui/charts/Figure';
import { log10, logAxis } from '../../../ui/charts/logAxis';
import { Button } from '../../../ui/controls/Button';
import { Chips } from '../../../ui/controls/Chips';
import { useWords } from '../../../ui/Say';
import text from '../../../ui/text.module.css';
import { digits } from '../../../words/digits';
import { say } from '../../../words/format';
import { useUnanswered } from '../../kit/Unanswered';
import { useLab, useLabState } from '../hooks';
import { type ContenderName, sheetOf } from '../methods';
import { Study } from '../studies/Study';
import styles from '../studies/studies.module.css';
import './asks';
import type { RatesAnswer } from './question';
import { RatePlot } from './RatePlot';
import { bestRate, hasOwnRate, type RateCurve, tangentAt, wayTo } from './rates';

const sights = ['many', 'one'] as const;
type Of = (typeof sights)[number];

interface NamedProps {
  readonly name: ContenderName;
}

export function RatesPanel({ name }: NamedProps) {
  const lab = useLab();
  const { contenders, microscope } = useWords();
  const { studies } = microscope;
  const { shown, points } = useLabState((s) => s.view);
  // Another contender, task, or place of a point.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what is asked about
  useEffect(() => lab.ask('rates'), [lab, name, shown, points]);
  const { label } = contenders[name];
  return (
    <Study title={say(studies.rates.title, { label })} lead={studies.rates.lead}>
      <Inside name={name} />
    </Study>
  );
}

/** The curve; or why there is none. */
function Inside({ name }: NamedProps) {
  const { contenders, loops, microscope } = useWords();
  const { studies } = microscope;
  const answer = useLabState((s) => s.answers.rates);
  const unanswered = useUnanswered('rates');
  const [of, setOf] = useState<Of>('many');
  if (unanswered !== null) return <p className={text.hint}>{unanswered}</p>;
  if (answer?.contender !== name) return <p className={text.hint}>{studies.awaited}</p>;
  const curve = answer[of];
  if (curve === null) {
    const label = contenders[name].label;
    const why = sheetOf(name).reads ? say(loops.reads, { name: label }) : studies.rates.absent;
    return <p className={text.hint}>{why}</p>;
  }
  return (
    <div className={styles.parts}>
      <CurvePart name={name} answer={answer} curve={curve} />
      <div className={styles.side}>
        <Chips
          legend={studies.rates.over}
          options={sights}
          face={(each) => (
            <span>
              {each === 'one'
                ? studies.rates.of.one
                : say(studies.rates.of.many, { tasks: answer.tasks })}
            </span>
          )}
          value={of}
          onChange={setOf}
        />
        <Numbers name={name} answer={answer} curve={curve} />
      </div>
    </div>
  );
}

interface PartProps extends NamedProps {
  readonly answer: RatesAnswer;
  readonly curve: RateCurve;
}

function CurvePart({ name, answer, curve }: PartProps) {
  const { rates: words } = useWords().microscope.studies;
  const { rates } = answer;
  const own = hasOwnRate(name);
  const label = own ? words.factor : words.alpha;
  const x = useMemo(
    () => logAxis(Math.log10(rates[0]!), Math.log10(rates.at(-1)!), label),
    [rates, label],
  );
  return (
    <div className={styles.plot}>
      <Figure
        title={words.curve}
        part="heldOut"
        table={() => ({
          columns: [label, words.loss, words.tangent],
          rows: rates.map((rate, i) => [
            rate,
            curve.losses[i]!,
            tangentAt(curve, answer.rate, [Math.log10(rate)])[0]!,
          ]),
          of: curve === answer.many ? answer : { iteration: answer.iteration },
        })}
      >
        <RatePlot name={name} x={x} at={log10(rates)} answer={answer} curve={curve} own={own} />
      </Figure>
    </div>
  );
}

function Numbers({ name, answer, curve }: PartProps) {
  const lab = useLab();
  const { rates: words } = useWords().microscope.studies;
  const own = hasOwnRate(name);
  const best = bestRate(answer, curve);
  const least = best === null ? Number.NaN : curve.losses[answer.rates.indexOf(best)]!;
  const way = best === null ? null : wayTo(answer, best);
  const learns = useLabState((s) => s.spec.contenders.includes('metasgd'));
  const rows = [
    [own ? words.numbers.factor : words.numbers.rate, digits(answer.rate)],
    [words.numbers.loss, digits(curve.loss)],
    [words.numbers.slope, digits(curve.slope)],
    [words.numbers.best, best === null ? '–' : digits(best)],
  ] as const;
  return (
    <>
      <dl className={styles.numbers} aria-label={words.numbers.title}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.said} aria-live="polite">
        {way === null
          ? null
          : way === 'stay'
            ? words.ways.stay
            : say(words.ways[way], { best: digits(best!), least: digits(least) })}
      </p>
      {own ? (
        <p className={text.hint}>{words.own}</p>
      ) : (
        <Button
          disabled={best === null || way === 'stay'}
          onClick={() => lab.change('innerRate', Number(best!.toPrecision(2)))}
        >
          {say(words.take, { best: best === null ? '–' : digits(best) })}
        </Button>
      )}
      {learns || name === 'metasgd' ? null : <p className={text.hint}>{words.learned}</p>}
    </>
  );
}
