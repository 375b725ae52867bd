/** The updates of the coordinate along the unroll, beside those that optimisers written by hand make of the same gradients. */

import { useMemo } from 'react';
import { niceCeiling, ticks } from '../../../ui/charts/axis';
import { Figure } from '../../../ui/charts/Figure';
import { Clip, Curve } from '../../../ui/charts/layers';
import { type Axis, PlotFrame, usePlot } from '../../../ui/charts/PlotFrame';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { short } from '../../kit/microscope/words';
import { useLabState } from '../hooks';
import { subject, type TunedName, tuned } from '../racers';
import styles from './cell.module.css';
import type { Recorded } from './recorded';

const RIVALS: readonly TunedName[] = ['sgd', 'adam'];

interface UpdatesPlotProps {
  readonly recorded: Recorded;
  /** The step in sight. */
  readonly t: number;
}

export function UpdatesPlot({ recorded, t }: UpdatesPlotProps) {
  const { microscope, contenders } = useWords();
  const text = microscope.optimizers;
  const { moments } = recorded;
  const rates = useLabState(({ answers: { race } }) =>
    RIVALS.map((name) => race?.grids?.[name].chosen ?? null),
  );
  const rivals = useMemo(
    () =>
      RIVALS.flatMap((name, i) => {
        const rate = rates[i];
        if (rate == null) return [];
        const rule = tuned[name].create(rate, 1);
        const updates = moments.map(({ gradient }) => {
          const change = Float64Array.of(gradient);
          rule(change);
          return change[0]!;
        });
        return [{ name, updates }];
      }),
    [moments, rates],
  );
  const curves = [{ name: subject, updates: moments.map(({ update }) => update) }, ...rivals];
  const at = moments.map((_, i) => i + 1);
  const greatest = niceCeiling(
    1.05 * Math.max(1e-6, ...curves.flatMap(({ updates }) => updates.map(Math.abs))),
  );
  const x: Axis = {
    domain: [0.5, moments.length + 0.5],
    ticks: ticks([1, Math.max(2, moments.length)], 5).filter(
      (tick) => Number.isInteger(tick) && tick > 0,
    ),
    label: text.step,
  };
  const y: Axis = {
    domain: [-greatest, greatest],
    ticks: ticks([-greatest, greatest], 4),
    label: text.update,
  };
  return (
    <div className={styles.updates}>
      <Figure
        title={text.updates}
        table={() => ({
          columns: [text.step, text.gradient, ...curves.map(({ name }) => contenders[name].label)],
          rows: moments.map(({ gradient }, i) => [
            i + 1,
            gradient,
            ...curves.map(({ updates }) => updates[i]!),
          ]),
        })}
      >
        <PlotFrame x={x} y={y}>
          <Clip>
            <Here at={t + 1} />
            {curves.toReversed().map(({ name, updates }) => (
              <Curve
                key={name}
                name={contenders[name].label}
                x={at}
                y={updates}
                look={lookOf(name)}
                width={name === subject ? 2.6 : 1.4}
              />
            ))}
          </Clip>
        </PlotFrame>
      </Figure>
      <ul className={styles.key}>
        {curves.map(({ name, updates }) => (
          <li key={name} style={{ '--way': lookOf(name).color }}>
            <span>{contenders[name].label}</span>
            <b>{short(updates[t]!)}</b>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{rivals.length > 0 ? text.rivals : text.untuned}</p>
    </div>
  );
}

/** The step in sight. */
function Here({ at }: { readonly at: number }) {
  const plot = usePlot();
  if (plot === null) return null;
  const x = plot.x(at);
  return <line className={styles.here} x1={x} x2={x} y1={plot.top} y2={plot.top + plot.height} />;
}
