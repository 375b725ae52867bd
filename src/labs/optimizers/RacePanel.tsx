/** The race: f against steps on a logarithmic scale, over held-out problems. */

import { memo, useMemo } from 'react';
import { ticks } from '../../ui/charts/axis';
import { Figure } from '../../ui/charts/Figure';
import { Band, Clip, Curve, EndLabel, VerticalRule } from '../../ui/charts/layers';
import { log10, logAxis } from '../../ui/charts/logAxis';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import type { TableData } from '../../ui/charts/table';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say, sayNumber } from '../../words/format';
import type { Words } from '../../words/words';
import { type Average, AverageButton } from '../kit/Average';
import { perSpec } from '../kit/perSpec';
import { useUnanswered } from '../kit/Unanswered';
import { useLab, useLabState } from './hooks';
import styles from './optimizers.module.css';
import type { RaceAnswer } from './questions';
import { Rates } from './Rates';
import type { Curves, RaceCurve } from './race';
import type { RacerName } from './racers';
import { Verdict } from './Verdict';

export function RacePanel() {
  const lab = useLab();
  const words = useWords();
  const text = words.optimizers.race;
  const { average } = useLabState((s) => s.view);
  const planned = useLabState((s) => s.running.raceSteps);
  const x = useMemo((): Axis => {
    const domain = [0, planned] as const;
    return { domain, ticks: ticks(domain, 6), label: text.step };
  }, [planned, text]);
  const [low, high] = useLabState((s) => reachOf(s.answers.race)[s.view.average]);
  const problems = useLabState((s) => s.answers.race?.problems ?? 0);
  const over = average === 'median' ? text.over : text.overMean;
  const label = say(over, { problems: sayNumber(problems) });
  const y = useMemo(() => logAxis(low, high, label), [low, high, label]);
  return (
    <section className={styles.race} aria-label={text.title}>
      <Figure
        title={text.title}
        note={
          <AverageButton
            value={average}
            help={text.averageHelp}
            onChange={(next) => lab.see({ average: next })}
          />
        }
        empty={useUnanswered('race')}
        table={() => raceTable(words, lab.store.getState().answers.race)}
      >
        <Frame x={x} y={y} average={average} />
      </Figure>
      <Verdict />
      <Rates />
    </section>
  );
}

interface FrameProps {
  readonly x: Axis;
  readonly y: Axis;
  readonly average: Average;
}

/** The frame does not change when curves do. */
const Frame = memo(function Frame({ x, y, average }: FrameProps) {
  return (
    <PlotFrame x={x} y={y}>
      <Clip>
        <RacerCurves average={average} />
      </Clip>
      <Horizon />
    </PlotFrame>
  );
});

function RacerCurves({ average }: Pick<FrameProps, 'average'>) {
  const racers = useLabState((s) => s.spec.racers);
  const curves = useLabState((s) => s.answers.race?.curves ?? NONE);
  const present = useLabState((s) => s.answers.race?.present ?? NONE);
  const { now } = useWords().optimizers.race;
  return racers.map((name) => (
    <g key={name}>
      <RacerCurve name={name} curve={curves[name]} average={average} />
      <PresentCurve name={name} curve={present[name]} average={average} label={now} />
    </g>
  ));
}

/** How far the learned optimiser was trained, if the race goes beyond. */
function Horizon() {
  const { horizon, raceSteps } = useLabState((s) => s.running);
  return raceSteps > horizon ? <VerticalRule x={horizon} /> : null;
}

interface RacerCurveProps {
  readonly name: RacerName;
  readonly curve: RaceCurve | undefined;
  readonly average: Average;
}

/** A median between its quartiles, or a mean within its interval. */
function RacerCurve({ name, curve, average }: RacerCurveProps) {
  if (curve === undefined) return null;
  const at = Array.from(curve.mean, (_, t) => t);
  const { mean, ci95 } = curve;
  const [lower, upper] =
    average === 'median'
      ? [curve.lower, curve.upper]
      : [mean.map((m, t) => Math.max(m - ci95[t]!, 1e-30)), mean.map((m, t) => m + ci95[t]!)];
  return (
    <>
      <Band x={at} low={log10(lower)} high={log10(upper)} look={lookOf(name)} />
      <Curve x={at} y={log10(curve[average])} look={lookOf(name)} width={2.2} />
    </>
  );
}

/** A learned optimiser as it is now, where the best so far is another one: it wavers as it is trained. */
function PresentCurve({
  name,
  curve,
  average,
  label,
}: RacerCurveProps & { readonly label: string }) {
  if (curve === undefined) return null;
  const y = log10(curve[average]);
  const at = Array.from(y, (_, t) => t);
  return (
    <>
      <Curve x={at} y={y} look={lookOf(name)} width={1} opacity={0.75} />
      <EndLabel x={at.at(-1)!} y={y.at(-1)!} text={label} />
    </>
  );
}

const NONE: Curves = {};

/** The least and greatest power of ten in sight. */
const reachOf = (race: RaceAnswer | null) => (race === null ? noReach : reachesOf(race));
const reachesOf = perSpec(({ curves, present }: RaceAnswer) => {
  const all = [...Object.values(curves), ...Object.values(present)];
  return { median: reach(all, 'median'), mean: reach(all, 'mean') };
});

function reach(curves: readonly RaceCurve[], average: Average): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const curve of curves) {
    for (const value of log10(curve[average])) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low > high ? [-3, 2] : [Math.max(low, -12), Math.min(Math.max(high, low + 1), 6)];
}

const noReach = { median: reach([], 'median'), mean: reach([], 'mean') };

function raceTable({ optimizers, contenders }: Words, race: RaceAnswer | null): TableData {
  const text = optimizers.race;
  const curves = [
    ...Object.entries(race?.curves ?? {}).map(([racer, curve]) => ({
      name: contenders[racer as RacerName].label,
      curve,
    })),
    ...Object.entries(race?.present ?? {}).map(([racer, curve]) => ({
      name: say(text.ofNow, { name: contenders[racer as RacerName].label }),
      curve,
    })),
  ];
  const steps = curves[0]?.curve.mean.length ?? 0;
  return {
    columns: [
      text.step,
      ...curves.flatMap(({ name }) => {
        return [text.median, text.mean, text.interval, text.ranAway].map((of) => say(of, { name }));
      }),
    ],
    rows: Array.from({ length: steps }, (_, t) => [
      t,
      ...curves.flatMap(({ curve: c }) => [c.median[t]!, c.mean[t]!, c.ci95[t]!, c.ranAway[t]!]),
    ]),
  };
}
