/** Loss after k gradient steps, over held-out tasks. */

import { memo, useMemo, useState } from 'react';
import { algorithms } from '../../algorithms/registry';
import { niceCeiling, ticks, wholeTicks } from '../../ui/charts/axis';
import { Figure, type TableData } from '../../ui/charts/Figure';
import { Band, Clip, Curve, HorizontalRule, VerticalRule } from '../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import { Button } from '../../ui/controls/Button';
import { lookOf } from '../../ui/palette';
import type { EvaluateAnswer } from './protocol';
import type { RegressionSpec } from './spec';
import { blindErrors } from './tasks';
import { useLab, useLabState } from './useLab';

type Average = 'mean' | 'median';

/** Losses of every chart of the lab share this axis: a little above the zero predictor. */
export function lossAxis(spec: RegressionSpec): Axis {
  const domain = [0, niceCeiling(1.1 * blindErrors(spec).zero)] as const;
  return { domain, ticks: ticks(domain, 5), label: 'mean squared error' };
}

export function LossCurvePanel() {
  const lab = useLab();
  const [average, setAverage] = useState<Average>('mean');
  const tasks = useLabState((s) => s.evaluation?.tasks ?? 0);
  const spec = useLabState((s) => s.running);
  const over = `${tasks.toLocaleString('en')} held-out tasks${average === 'mean' ? ', 95% interval' : ''}`;
  const y = useMemo(() => ({ ...lossAxis(spec), label: over }), [spec, over]);
  const other = average === 'mean' ? 'median' : 'mean';
  const note = (
    <Button
      small
      voice="quiet"
      aria-label={`Show the ${other}`}
      title="A few tasks on which adaptation runs away can rule a mean; the median does not see them."
      onClick={() => setAverage(other)}
    >
      {average}
    </Button>
  );
  return (
    <Figure
      title="Loss after k gradient steps"
      note={note}
      table={() => curveTable(lab.store.getState().evaluation)}
    >
      <Frame last={spec.testSteps} y={y} average={average} />
    </Figure>
  );
}

interface FrameProps {
  readonly last: number;
  readonly y: Axis;
  readonly average: Average;
}

const Frame = memo(function Frame({ last, y, average }: FrameProps) {
  const x = useMemo(() => {
    const domain = [0, last] as const;
    return { domain, ticks: wholeTicks(last, 10), label: 'k' };
  }, [last]);
  return (
    <PlotFrame x={x} y={y}>
      <Clip>
        <Curves average={average} />
      </Clip>
      <Rules />
      <CurrentStep />
    </PlotFrame>
  );
});

function Rules() {
  const { zero, best } = useLabState((s) => blindErrors(s.running));
  const close = zero - best < 0.04 * zero;
  return (
    <>
      <HorizontalRule y={zero} label={`zero ${zero.toFixed(2)}`} side="above" />
      {close ? null : (
        <HorizontalRule y={best} label={`best task-blind ${best.toFixed(2)}`} side="below" />
      )}
    </>
  );
}

function CurrentStep() {
  const step = useLabState((s) => Math.min(s.gradientStep, s.running.testSteps));
  return <VerticalRule x={step} />;
}

function Curves({ average }: { readonly average: Average }) {
  const { evaluation, contenders } = useLabState((s) => ({
    evaluation: s.evaluation,
    contenders: s.spec.contenders,
  }));
  if (evaluation === null) return null;
  return contenders.map((name) => {
    const curve = evaluation.curves[name];
    if (curve === undefined) return null;
    const k = Array.from(curve.mean, (_, i) => i);
    return (
      <g key={name}>
        {average === 'mean' ? (
          <Band
            x={k}
            low={curve.mean.map((m, i) => m - curve.ci95[i]!)}
            high={curve.mean.map((m, i) => m + curve.ci95[i]!)}
            look={lookOf(name)}
          />
        ) : null}
        <Curve x={k} y={curve[average]} look={lookOf(name)} width={2.2} />
      </g>
    );
  });
}

function curveTable(evaluation: EvaluateAnswer | null): TableData {
  const curves = Object.entries(evaluation?.curves ?? {}) as [
    keyof typeof algorithms,
    EvaluateAnswer['curves'][keyof typeof algorithms],
  ][];
  const steps = curves[0]?.[1]?.mean.length ?? 0;
  return {
    columns: [
      'steps k',
      ...curves.flatMap(([name]) => {
        const { label } = algorithms[name];
        return [label, `${label}, ± 95%`, `${label}, median`];
      }),
    ],
    rows: Array.from({ length: steps }, (_, k) => [
      k,
      ...curves.flatMap(([, curve]) => [curve!.mean[k]!, curve!.ci95[k]!, curve!.median[k]!]),
    ]),
  };
}
