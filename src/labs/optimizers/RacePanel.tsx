/** The race: f against steps on a logarithmic scale, over held-out problems. */

import { memo, useMemo } from 'react';
import { ticks } from '../../ui/charts/axis';
import { Figure } from '../../ui/charts/Figure';
import { Band, Clip, Curve, VerticalRule } from '../../ui/charts/layers';
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
import { type NamedCurve, RaceNames } from './RaceNames';
import { Rates } from './Rates';
import type { Curves, RaceCurve } from './race';
import { type RacerName, untunedNames } from './racers';
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
    <section data-part="race" data-panel="named" className={styles.race} aria-label={text.title}>
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

/** Beside the plot, for the longest name of a curve. */
const ROOM = 7.2;

/** The frame does not change when curves do. */
const Frame = memo(function Frame({ x, y, average }: FrameProps) {
  return (
    <PlotFrame x={x} y={y} room={ROOM} reads>
      <Clip>
        <RacerCurves average={average} />
      </Clip>
      <Horizon />
      <Names average={average} bottom={y.domain[0]} />
    </PlotFrame>
  );
});

function RacerCurves({ average }: Pick<FrameProps, 'average'>) {
  const racers = useLabState((s) => s.spec.racers);
  const curves = useLabState((s) => s.answers.race?.curves ?? NONE);
  const present = useLabState((s) => s.answers.race?.present ?? NONE);
  return racers.map((name) => (
    <g key={name}>
      <RacerCurve name={name} curve={curves[name]} average={average} />
      <PresentCurve name={name} curve={present[name]} average={average} />
    </g>
  ));
}

/** Those of now are named, too, where the best so far are others. */
function Names({ average, bottom }: Pick<FrameProps, 'average'> & { readonly bottom: number }) {
  const racers = useLabState((s) => s.spec.racers);
  const curves = useLabState((s) => s.answers.race?.curves ?? NONE);
  const present = useLabState((s) => s.answers.race?.present ?? NONE);
  const { now } = useWords().optimizers.race;
  const named = [curves, present].flatMap((of) =>
    racers.flatMap((name): NamedCurve[] => {
      const curve = of[name];
      if (curve === undefined) return [];
      const label = of === present ? { label: now } : {};
      return [{ name, y: drawn(curve[average]), ...label }];
    }),
  );
  return <RaceNames curves={named} bottom={bottom} />;
}

const isUntuned = (name: RacerName): boolean => untunedNames.some((untuned) => untuned === name);

/** What is exactly 0 is below every axis. */
const drawn = (values: Float64Array): Float64Array =>
  log10(values.map((value) => (value === 0 ? LEAST : value)));
const LEAST = 1e-40;

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

/** A median between its quartiles, or a mean within its interval; of who is there to compare with, a thin line. */
function RacerCurve({ name, curve, average }: RacerCurveProps) {
  const { label } = useWords().contenders[name];
  if (curve === undefined) return null;
  const at = Array.from(curve.mean, (_, t) => t);
  const { mean, ci95 } = curve;
  if (isUntuned(name)) {
    return <Curve name={label} x={at} y={drawn(curve[average])} look={lookOf(name)} width={1.6} />;
  }
  const [lower, upper] =
    average === 'median'
      ? [curve.lower, curve.upper]
      : [mean.map((m, t) => Math.max(m - ci95[t]!, 1e-30)), mean.map((m, t) => m + ci95[t]!)];
  return (
    <>
      <Band x={at} low={log10(lower)} high={log10(upper)} look={lookOf(name)} />
      <Curve name={label} x={at} y={log10(curve[average])} look={lookOf(name)} width={2.2} />
    </>
  );
}

/** A learned optimiser as it is now, where the best so far is another one: it wavers as it is trained. */
function PresentCurve({ name, curve, average }: RacerCurveProps) {
  if (curve === undefined) return null;
  const y = log10(curve[average]);
  const at = Array.from(y, (_, t) => t);
  return <Curve x={at} y={y} look={lookOf(name)} width={1} opacity={0.75} />;
}

const NONE: Curves = {};

/** The least and greatest power of ten in sight; those who have nothing to tune may leave it below. */
const reachOf = (race: RaceAnswer | null) => (race === null ? noReach : reachesOf(race));
const reachesOf = perSpec(({ curves, present }: RaceAnswer) => {
  const tuned = Object.entries(curves).filter(([name]) => !isUntuned(name as RacerName));
  const all = [...tuned.map(([, curve]) => curve), ...Object.values(present)];
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
    of: race && { iteration: race.iteration, tasks: race.problems },
  };
}
