/** Meta-training loss, as it comes. */

import { useEffect, useMemo, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { type AlgorithmName, algorithms } from '../../algorithms/registry';
import type { RunState } from '../../session/run';
import { iterations, means, type Series } from '../../session/series';
import { niceCeiling, ticks } from '../../ui/charts/axis';
import { Figure, type TableData } from '../../ui/charts/Figure';
import { Clip, Curve, VerticalRule } from '../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import { lossAxis } from './LossCurvePanel';
import { looks } from './looks';
import type { RegressionSnapshot } from './protocol';
import { useLab, useLabState } from './useLab';

/** Milliseconds between two drawings of the streamed curves. */
const DRAW_INTERVAL = 250;

/** The run's series, as often as it needs to be drawn. */
function useSeries(store: StoreApi<RunState<RegressionSnapshot>>): Series {
  const [series, setSeries] = useState(store.getState().series);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      timer = undefined;
      setSeries(store.getState().series);
    };
    draw();
    const unsubscribe = store.subscribe((now, before) => {
      if (now.series === before.series) return;
      // A new run is drawn at once.
      if (now.series.bins.length < before.series.bins.length / 2) draw();
      else timer ??= setTimeout(draw, DRAW_INTERVAL);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store]);
  return series;
}

export function TrainingPanel() {
  const lab = useLab();
  const series = useSeries(lab.run.store);
  const spec = useLabState((s) => s.running);
  const { innerSteps, metaBatch } = spec;
  const last = iterations(series).at(-1) ?? 0;
  // Ends at round numbers, so that the axis changes rarely.
  const end = Math.max(100, niceCeiling(1.02 * last));
  const contenders = useLabState((s) => s.spec.contenders);
  const x = useMemo((): Axis => {
    const domain = [0, end] as const;
    const format = (value: number) => value.toLocaleString('en');
    return { domain, ticks: ticks(domain, 8), label: 'meta-iteration', format };
  }, [end]);
  const y = useMemo(() => lossAxis(spec), [spec]);
  const steps = innerSteps === 1 ? 'one step' : `${innerSteps} steps`;
  const tasks = metaBatch === 1 ? 'the next task' : `the next ${metaBatch} tasks`;
  return (
    <Figure
      title="Meta-training loss"
      note={`after ${steps}, on ${tasks} before learning from them`}
      table={() => seriesTable(series, contenders)}
    >
      <PlotFrame x={x} y={y}>
        <Clip>
          {contenders.map((name) => (
            <Curve
              key={name}
              x={iterations(series)}
              y={means(series, name)}
              look={looks[name]}
              width={1.7}
            />
          ))}
        </Clip>
        <InSight />
      </PlotFrame>
    </Figure>
  );
}

/** Marks the meta-iteration that a person looks back to. */
function InSight() {
  const lookBack = useLabState((s) => s.lookBack);
  return lookBack === null ? null : <VerticalRule x={lookBack} />;
}

function seriesTable(series: Series, contenders: readonly AlgorithmName[]): TableData {
  const columns = contenders.map((name) => means(series, name));
  return {
    columns: ['meta-iteration', ...contenders.map((name) => algorithms[name].label)],
    rows: iterations(series).map((at, i) => [Math.round(at), ...columns.map((c) => c[i]!)]),
  };
}
