/** Loss after k gradient steps, over held-out tasks. */

import { memo, useMemo } from 'react';
import { wholeTicks } from '../../../ui/charts/axis';
import { Figure } from '../../../ui/charts/Figure';
import { Band, Clip, Curve, HorizontalRule, VerticalRule } from '../../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../../ui/charts/PlotFrame';
import type { TableData } from '../../../ui/charts/table';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { type Average, AverageButton } from '../../kit/Average';
import { useUnanswered } from '../../kit/Unanswered';
import { useLab, useLabState } from '../hooks';
import { frontOf, isOverlaid, stepOf } from '../lab';
import { Limit } from '../limit/Place';
import type { ContenderName } from '../methods';
import { Pinned, tabled } from '../pins/Places';
import type { Offered } from '../seeds/offer';
import { useSeeds } from '../seeds/useSeeds';
import { blindErrors } from '../tasks';
import { useLossAxis, useSettledSpec } from '../useAxes';
import type { EvaluateAnswer, LossCurve } from './question';

export function LossCurvePanel() {
  const lab = useLab();
  const words = useWords();
  const { curve } = words.regression;
  const average = useLabState((s) => s.view.average);
  const tasks = useLabState((s) => s.answers.evaluate?.tasks ?? 0);
  const last = useSettledSpec().testSteps;
  const over = average === 'mean' ? curve.overMean : curve.over;
  const seeds = useSeeds();
  const label = say(over, { tasks: sayNumber(tasks) });
  const y = useLossAxis(label);
  return (
    <Figure
      part="heldOut"
      title={curve.title}
      note={
        <>
          {seeds && <seeds.Button />}
          <AverageButton
            value={average}
            help={curve.averageHelp}
            onChange={(next) => lab.see({ average: next })}
          />
        </>
      }
      foot={seeds && <seeds.Foot />}
      empty={useUnanswered('evaluate')}
      table={() => {
        const state = lab.store.getState();
        const table = curveTable(words, state.answers.evaluate);
        return tabled('curve', words, state, seeds?.tabled(words, table) ?? table);
      }}
    >
      <Frame last={last} y={y} average={average} seeds={seeds} />
    </Figure>
  );
}

interface FrameProps {
  readonly last: number;
  readonly y: Axis;
  readonly average: Average;
  readonly seeds: Offered | null;
}

const Frame = memo(function Frame({ last, y, average, seeds }: FrameProps) {
  const x = useMemo(() => {
    const domain = [0, last] as const;
    return { domain, ticks: wholeTicks(last, 10), label: 'k' };
  }, [last]);
  return (
    <PlotFrame x={x} y={y} reads>
      <Clip>
        {seeds && <seeds.Bands />}
        <Pinned of="curve" />
        <Curves average={average} Interval={seeds?.Interval ?? Band} />
      </Clip>
      <Rules />
      <Limit />
      <CurrentStep />
    </PlotFrame>
  );
});

function Rules() {
  const { curve } = useWords().regression;
  const { zero, best } = useLabState((s) => blindErrors(s.running));
  const close = zero - best < 0.04 * zero;
  return (
    <>
      <HorizontalRule y={zero} label={say(curve.zero, { value: zero.toFixed(2) })} side="above" />
      {close ? null : (
        <HorizontalRule y={best} label={say(curve.best, { value: best.toFixed(2) })} side="below" />
      )}
    </>
  );
}

function CurrentStep() {
  return <VerticalRule x={useLabState(stepOf)} />;
}

interface CurvesProps {
  readonly average: Average;
  readonly Interval: typeof Band;
}

/** With the interval of each; where one stands in front, of that one. */
function Curves({ average, Interval }: CurvesProps) {
  const { evaluation, contenders, front } = useLabState((s) => ({
    evaluation: s.answers.evaluate,
    contenders: s.spec.contenders,
    front: isOverlaid(s) ? frontOf(s) : undefined,
  }));
  const { contenders: names } = useWords();
  if (evaluation === null) return null;
  return contenders.map((name) => {
    const curve = evaluation.curves[name];
    if (curve === undefined) return null;
    const k = Array.from(curve.mean, (_, i) => i);
    return (
      <g key={name}>
        {average === 'mean' && (front === undefined || front === name) ? (
          <Interval
            x={k}
            low={curve.mean.map((m, i) => m - curve.ci95[i]!)}
            high={curve.mean.map((m, i) => m + curve.ci95[i]!)}
            look={lookOf(name)}
          />
        ) : null}
        <Curve name={names[name].label} x={k} y={curve[average]} look={lookOf(name)} width={2.2} />
      </g>
    );
  });
}

function curveTable(words: Words, evaluation: EvaluateAnswer | null): TableData {
  const { curve: text } = words.regression;
  const curves = Object.entries(evaluation?.curves ?? {}) as [ContenderName, LossCurve][];
  const steps = curves[0]?.[1].mean.length ?? 0;
  // Their words come with what shows them beside the plot.
  const { within } = words.reading ?? {};
  const bands = curves.flatMap(([contender, { covered }]) =>
    covered && within ? [{ name: words.contenders[contender].label, ...covered }] : [],
  );
  return {
    columns: [
      text.stepsK,
      ...curves.flatMap(([contender]) => {
        const name = words.contenders[contender].label;
        const others = [text.interval, text.median, text.ranAway].map((of) => say(of, { name }));
        return [name, ...others];
      }),
      ...bands.flatMap(({ name }) => ['50%', '90%'].map((share) => say(within!, { name, share }))),
    ],
    rows: Array.from({ length: steps }, (_, k) => [
      k,
      ...curves.flatMap(([, curve]) =>
        [curve.mean, curve.ci95, curve.median, curve.ranAway].map((column) => column[k]!),
      ),
      ...bands.flatMap(({ half, most }) => [half, most]),
    ]),
    of: evaluation,
  };
}
