/** Meta-training: accuracy on validation characters, as it comes. */

import { useMemo } from 'react';
import { iterations, means } from '../../session/series';
import { niceCeiling, ticks } from '../../ui/charts/axis';
import { Figure } from '../../ui/charts/Figure';
import { Clip, Curve, HorizontalRule } from '../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import { lookOf } from '../../ui/palette';
import { iterationAxis, LookedBackAt } from '../parts/LookedBackAt';
import { useSeries } from '../parts/useSeries';
import { waiting } from '../parts/waiting';
import { isTrained, methodLabels } from './spec';
import { useLabState } from './useLab';

export function TrainingPanel() {
  const series = useSeries();
  const methods = useLabState((s) => s.running.methods.filter(isTrained));
  const ways = useLabState((s) => s.running.ways);
  const at = iterations(series);
  const begin = useLabState((s) => s.running.begin);
  const end = Math.max(100, niceCeiling(1.02 * (at.at(-1) ?? 0)));
  const x = useMemo(() => iterationAxis(end, 4), [end]);
  const columns = methods.map((name) => means(series, name).map((share) => 100 * share));
  const least = Math.min(100, ...columns.flatMap((c) => [...c]).filter(Number.isFinite));
  const low = Math.max(0, Math.floor((least - 3) / 10) * 10);
  const y = useMemo((): Axis => {
    const domain = [low, 100] as const;
    return { domain, ticks: ticks(domain, 5), label: 'accuracy, %' };
  }, [low]);
  return (
    <Figure
      title="Meta-training"
      note="validation; statistics as in each paper"
      empty={at.length > 0 ? null : waiting[begin]}
      table={() => ({
        columns: ['meta-iteration', ...methods.map((name) => methodLabels[name])],
        rows: at.map((i, k) => [Math.round(i), ...columns.map((c) => c[k] ?? Number.NaN)]),
      })}
    >
      <PlotFrame x={x} y={y}>
        <Clip>
          {methods.map((name, i) => (
            <Curve key={name} x={at} y={columns[i]!} look={lookOf(name)} width={2} />
          ))}
        </Clip>
        <HorizontalRule y={100 / ways} label="chance" side="above" />
        <LookedBackAt />
      </PlotFrame>
    </Figure>
  );
}
