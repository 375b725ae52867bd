/** Meta-training loss, as it comes. */

import { useMemo } from 'react';
import { type AlgorithmName, algorithms } from '../../algorithms/registry';
import { iterations, means, type Series } from '../../session/series';
import { niceCeiling } from '../../ui/charts/axis';
import { Figure, type TableData } from '../../ui/charts/Figure';
import { Clip, Curve } from '../../ui/charts/layers';
import { PlotFrame } from '../../ui/charts/PlotFrame';
import { lookOf } from '../../ui/palette';
import { iterationAxis, LookedBackAt } from '../parts/LookedBackAt';
import { useSeries } from '../parts/useSeries';
import { waiting } from '../parts/waiting';
import { lossAxis } from './LossCurvePanel';
import { useLabState } from './useLab';

export function TrainingPanel() {
  const series = useSeries();
  const spec = useLabState((s) => s.running);
  const { innerSteps, metaBatch } = spec;
  const last = iterations(series).at(-1) ?? 0;
  // Ends at round numbers, so that the axis changes rarely.
  const end = Math.max(100, niceCeiling(1.02 * last));
  const contenders = useLabState((s) => s.spec.contenders);
  const x = useMemo(() => iterationAxis(end), [end]);
  const y = useMemo(() => lossAxis(spec), [spec]);
  const steps = innerSteps === 1 ? 'one step' : `${innerSteps} steps`;
  const tasks = metaBatch === 1 ? 'the next task' : `the next ${metaBatch} tasks`;
  return (
    <Figure
      title="Meta-training loss"
      note={`after ${steps}, on ${tasks} before learning from them`}
      empty={iterations(series).length > 0 ? null : waiting.scratch}
      table={() => seriesTable(series, contenders)}
    >
      <PlotFrame x={x} y={y}>
        <Clip>
          {contenders.map((name) => (
            <Curve
              key={name}
              x={iterations(series)}
              y={means(series, name)}
              look={lookOf(name)}
              width={1.7}
            />
          ))}
        </Clip>
        <LookedBackAt />
      </PlotFrame>
    </Figure>
  );
}

function seriesTable(series: Series, contenders: readonly AlgorithmName[]): TableData {
  const columns = contenders.map((name) => means(series, name));
  return {
    columns: ['meta-iteration', ...contenders.map((name) => algorithms[name].label)],
    rows: iterations(series).map((at, i) => [Math.round(at), ...columns.map((c) => c[i]!)]),
  };
}
