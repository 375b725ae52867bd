/** Meta-training: the loss on validation problems, as it comes. */

import { useMemo } from 'react';
import { optimizerNames, optimizers } from '../../algorithms/optimizers';
import { iterations, means } from '../../session/series';
import { niceCeiling } from '../../ui/charts/axis';
import { Figure } from '../../ui/charts/Figure';
import { Clip, Curve, EndLabel, HorizontalRule } from '../../ui/charts/layers';
import { log10, logAxis } from '../../ui/charts/logAxis';
import { PlotFrame } from '../../ui/charts/PlotFrame';
import { Button } from '../../ui/controls/Button';
import { dashed, lookOf } from '../../ui/palette';
import { iterationAxis, LookedBackAt } from '../parts/LookedBackAt';
import { useSeries } from '../parts/useSeries';
import { waiting } from '../parts/waiting';
import { useLab, useLabState } from './useLab';

const COLUMNS = ['final', 'finalMean', 'sum'] as const;
const DASHED = dashed('learned', 'dashed');
const DOTTED = dashed('learned', 'dotted');

export function TrainingPanel() {
  const lab = useLab();
  const series = useSeries();
  const shown = useLabState((s) => s.shown);
  const rival = useLabState((s) => bestRival(s.race, s.running.horizon));
  const at = iterations(series);
  const begin = useLabState((s) => s.running.begin);
  const end = Math.max(100, niceCeiling(1.02 * (at.at(-1) ?? 0)));
  const x = useMemo(() => iterationAxis(end, 4), [end]);
  const columns = COLUMNS.map((name) => log10(means(series, name)));
  const finite = columns.flatMap((c) => [...c]).filter(Number.isFinite);
  const low = Math.min(-2, ...finite);
  const high = Math.max(2, ...finite);
  const y = useMemo(() => logAxis(low, high, 'f on 128 validation problems'), [low, high]);
  return (
    <Figure
      title="Meta-training"
      note={
        <Button
          small
          voice="quiet"
          title="The best on validation problems is kept beside that of now."
          aria-label={shown === 'now' ? 'Show the best so far' : 'Show that of now'}
          onClick={() => lab.show(shown === 'now' ? 'best' : 'now')}
        >
          {shown === 'now' ? 'now' : 'best so far'}
        </Button>
      }
      empty={at.length > 0 ? null : waiting[begin]}
      table={() => ({
        columns: ['meta-iteration', 'final f, median', 'final f, mean', 'sum of f, mean'],
        rows: at.map((i, k) => [Math.round(i), ...columns.map((c) => 10 ** c[k]!)]),
      })}
    >
      <PlotFrame x={x} y={y}>
        <Clip>
          <Curve x={at} y={columns[0]!} look={lookOf('learned')} width={2.2} />
          <Curve x={at} y={columns[1]!} look={DASHED} width={1.6} />
          <Curve x={at} y={columns[2]!} look={DOTTED} width={1.6} />
        </Clip>
        <Name at={at} values={columns} />
        {rival === null ? null : (
          <HorizontalRule
            y={Math.log10(rival.f)}
            label={`best tuned, ${rival.label} (median)`}
            side="above"
          />
        )}
        <LookedBackAt />
      </PlotFrame>
    </Figure>
  );
}

/** What each line is, at its end. */
function Name({ at, values }: { readonly at: readonly number[]; readonly values: Float64Array[] }) {
  const last = at.at(-1);
  if (last === undefined) return null;
  const names = ['final, median', 'final, mean', 'sum, mean'];
  return values.map((column, i) => {
    const y = column.at(-1);
    return y === undefined || !Number.isFinite(y) ? null : (
      <EndLabel key={names[i]} x={last} y={y} text={names[i]!} />
    );
  });
}

function bestRival(
  race: ReturnType<ReturnType<typeof useLab>['store']['getState']>['race'],
  horizon: number,
): { f: number; label: string } | null {
  if (race === null || !race.complete) return null;
  const finals = optimizerNames.map((name) => {
    const median = race.curves[name]?.median;
    const f = median?.[Math.min(horizon, median.length - 1)] ?? Number.POSITIVE_INFINITY;
    return { f, label: optimizers[name].label };
  });
  return finals.reduce((a, b) => (b.f < a.f ? b : a));
}
