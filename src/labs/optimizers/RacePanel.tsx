/** The race: f against steps on a logarithmic scale, over held-out problems. */

import { memo, useMemo, useState } from 'react';
import { optimizerNames, optimizers } from '../../algorithms/optimizers';
import { ticks } from '../../ui/charts/axis';
import { Figure, type TableData } from '../../ui/charts/Figure';
import { Band, Clip, Curve, VerticalRule } from '../../ui/charts/layers';
import { log10, logAxis } from '../../ui/charts/logAxis';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import { Button } from '../../ui/controls/Button';
import { lookOf } from '../../ui/palette';
import { digits } from '../reproductionTable';
import styles from './optimizers.module.css';
import type { RaceAnswer } from './protocol';
import { type RacerName, racerLabel } from './spec';
import { useLab, useLabState } from './useLab';

type Average = 'median' | 'mean';

export function RacePanel() {
  const lab = useLab();
  const [average, setAverage] = useState<Average>('median');
  const race = useLabState((s) => s.race);
  const racers = useLabState((s) => s.spec.racers);
  const horizon = useLabState((s) => s.running.horizon);
  const steps = race?.curves.learned === undefined ? 0 : race.curves.learned.mean.length - 1;
  const planned = useLabState((s) => s.running.raceSteps);
  const x = useMemo((): Axis => {
    const domain = [0, planned] as const;
    return { domain, ticks: ticks(domain, 6), label: 'step' };
  }, [planned]);
  const [low, high] = useMemo(() => reach(race, average), [race, average]);
  const spread = average === 'median' ? 'quartiles' : '95% interval';
  const over = `f, ${(race?.problems ?? 0).toLocaleString('en')} held-out problems, ${spread}`;
  const y = useMemo(() => logAxis(low, high, over), [low, high, over]);
  const other = average === 'mean' ? 'median' : 'mean';
  return (
    <section className={styles.race} aria-label="Race">
      <Figure
        title="Race"
        note={
          <Button
            small
            voice="quiet"
            aria-label={`Show the ${other}`}
            title="A few hard problems rule the mean; the median does not see them."
            onClick={() => setAverage(other)}
          >
            {average}
          </Button>
        }
        table={() => raceTable(lab.store.getState().race)}
      >
        <PlotFrame x={x} y={y}>
          <Clip>
            {racers.map((name) => {
              const curve = race?.curves[name];
              if (curve === undefined) return null;
              const at = Array.from(curve.mean, (_, t) => t);
              const [lower, upper] =
                average === 'median'
                  ? [curve.lower, curve.upper]
                  : [
                      curve.mean.map((m, t) => Math.max(m - curve.ci95[t]!, 1e-30)),
                      curve.mean.map((m, t) => m + curve.ci95[t]!),
                    ];
              return (
                <g key={name}>
                  <Band x={at} low={log10(lower)} high={log10(upper)} look={lookOf(name)} />
                  <Curve x={at} y={log10(curve[average])} look={lookOf(name)} width={2.2} />
                </g>
              );
            })}
          </Clip>
          {planned > horizon ? <VerticalRule x={horizon} /> : null}
        </PlotFrame>
      </Figure>
      <Verdict race={race} steps={steps} horizon={horizon} average={average} />
      <Rates race={race} />
    </section>
  );
}

/** The least and greatest power of ten in sight. */
function reach(race: RaceAnswer | null, average: Average): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const curve of Object.values(race?.curves ?? {})) {
    for (const value of log10(curve[average])) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low > high ? [-3, 2] : [Math.max(low, -12), Math.min(Math.max(high, low + 1), 6)];
}

interface VerdictProps {
  readonly race: RaceAnswer | null;
  readonly steps: number;
  readonly horizon: number;
  readonly average: Average;
}

/** Who leads where the learned optimiser was trained for, and what became of it beyond. */
function Verdict({ race, steps, horizon, average }: VerdictProps) {
  if (race === null || race.grids === null) {
    return <p className={styles.verdict}>Tuning the rates of the optimisers by hand …</p>;
  }
  const { learned } = race.curves;
  if (!race.complete || learned === undefined) {
    return <p className={styles.verdict}>The race is on …</p>;
  }
  const leaderAt = (t: number) => {
    const rivals = optimizerNames.map((name) => ({ name, f: race.curves[name]![average][t]! }));
    return rivals.reduce((a, b) => (b.f < a.f || !Number.isFinite(a.f) ? b : a));
  };
  const at = Math.min(horizon, steps);
  const [best, last] = [leaderAt(at), leaderAt(steps)];
  const [own, end] = [learned[average][at]!, learned[average][steps]!];
  return (
    <p className={styles.verdict}>
      After {at} steps the learned optimiser’s {average} is <b>{digits(own)}</b>; the best tuned
      one, {optimizers[best.name].label}, has <b>{digits(best.f)}</b>.
      {steps > at
        ? ` ${beyond(own, end, last.f)} At ${steps} it has ${digits(end)}, ${optimizers[last.name].label} ${digits(last.f)}.`
        : ''}
      {learned.lost > 0 ? ` On ${learned.lost} problems it ran away.` : ''}
    </p>
  );
}

/** What became of the learned optimiser past the horizon that it was trained for. */
function beyond(own: number, end: number, rival: number): string {
  if (!(end < 2 * own)) return 'Past its training it diverges.';
  if (end > 0.5 * own) return 'Past its training it stalls: nothing there asked for more.';
  if (end > rival) return 'Past its training it goes on, more slowly than those that never stop.';
  return 'Past its training it goes on, and stays ahead.';
}

/** The rates, and the grids that chose them. */
const Rates = memo(function Rates({ race }: { readonly race: RaceAnswer | null }) {
  const grids = race?.grids ?? null;
  if (grids === null) return null;
  const rates = grids.sgd.rates;
  return (
    <details className={styles.rates}>
      <summary>
        Tuned rates:{' '}
        {optimizerNames
          .map((name) => `${optimizers[name].label} ${grids[name].chosen.toPrecision(2)}`)
          .join(', ')}
      </summary>
      <p>
        Each rate has the least mean of f after 100 steps on problems of their own, none of which is
        in the race. ∞: a problem diverged.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.grid} aria-label="Grid of rates" tabIndex={0}>
        <table>
          <caption>Mean f after 100 steps, by rate</caption>
          <thead>
            <tr>
              <th scope="col">Rate</th>
              {optimizerNames.map((name) => (
                <th key={name} scope="col">
                  {optimizers[name].label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rates.map((rate, i) => (
              <tr key={rate}>
                <th scope="row">{rate.toPrecision(2)}</th>
                {optimizerNames.map((name) => {
                  const mean = grids[name].means[i]!;
                  return (
                    <td key={name} data-chosen={grids[name].chosen === rate || undefined}>
                      {Number.isFinite(mean) ? digits(mean) : '∞'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <dl>
        {optimizerNames.map((name) => {
          const { label, definition, source } = optimizers[name];
          return (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                {definition}
                {source === '' ? '' : ` (${source})`}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
});

function raceTable(race: RaceAnswer | null): TableData {
  const curves = Object.entries(race?.curves ?? {}) as [
    RacerName,
    NonNullable<RaceAnswer['curves'][RacerName]>,
  ][];
  const steps = curves[0]?.[1].mean.length ?? 0;
  return {
    columns: [
      'step',
      ...curves.flatMap(([name]) => {
        const label = racerLabel(name);
        return [`${label}, median`, `${label}, mean`, `${label}, ± 95%`];
      }),
    ],
    rows: Array.from({ length: steps }, (_, t) => [
      t,
      ...curves.flatMap(([, c]) => [c.median[t]!, c.mean[t]!, c.ci95[t]!]),
    ]),
  };
}
