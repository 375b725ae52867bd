/** One task, every contender: what each becomes, step by step, and the loss over many tasks. */

import { memo, useMemo } from 'react';
import { type AlgorithmName, algorithms } from '../../algorithms/registry';
import { Figure, type TableData } from '../../ui/charts/Figure';
import { Handles } from '../../ui/charts/Handles';
import { Clip, Curve } from '../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import { Button } from '../../ui/controls/Button';
import { Slider } from '../../ui/controls/Slider';
import { dashed } from '../../ui/palette';
import { useRunState } from '../parts/context';
import parts from '../parts/parts.module.css';
import { adaptationAxes, lossOnTask, predictionsOf } from './adaptation';
import { LossCurvePanel } from './LossCurvePanel';
import { gridOf } from './lab';
import styles from './regression.module.css';
import { leavesTrainingRange } from './tasks';
import { useLab, useLabState } from './useLab';

export function AdaptationPanel() {
  const contenders = useLabState((s) =>
    s.spec.contenders.filter((c) => s.running.contenders.includes(c)),
  );
  return (
    <section aria-label="Adaptation to one task">
      <StepBar />
      <div className={styles.multiples} data-count={contenders.length + 1}>
        {contenders.map((name) => (
          <AdaptationPlot key={name} name={name} />
        ))}
        <LossCurvePanel />
      </div>
    </section>
  );
}

function StepBar() {
  const lab = useLab();
  const last = useLabState((s) => s.running.testSteps);
  const step = useLabState((s) => s.gradientStep);
  const edited = useLabState((s) => s.choice.points !== null);
  const parameters = useLabState((s) => s.task.parameters);
  const beyond = useLabState((s) => leavesTrainingRange(s.running));
  return (
    <div className={styles.stepBar}>
      <h2>Adaptation to one task</h2>
      <span className={styles.taskName}>
        {taskText(parameters)}
        {beyond ? ', beyond training' : ''}
      </span>
      <span className={styles.advice}>
        {edited ? (
          <Button small onClick={() => lab.restorePoints()}>
            Restore points
          </Button>
        ) : (
          'drag a point'
        )}
      </span>
      <div className={styles.steps}>
        <span>
          gradient step <b>{step}</b> of {last}
        </span>
        <Slider
          label="Gradient steps"
          min={0}
          max={last}
          value={Math.min(step, last)}
          onChange={(k) => lab.showStep(k)}
        />
      </div>
      <Button onClick={() => lab.newTask()}>New task</Button>
    </div>
  );
}

const symbols: Readonly<Record<string, string>> = { amplitude: 'A', phase: 'φ' };

function taskText(parameters: Readonly<Record<string, number>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${symbols[name] ?? name} = ${value.toFixed(2).replace('-', '−')}`)
    .join(', ');
}

const AdaptationPlot = memo(function AdaptationPlot({ name }: { readonly name: AlgorithmName }) {
  const spec = useLabState((s) => s.running);
  const axes = useMemo(() => adaptationAxes(spec), [spec]);
  const lab = useLab();
  return (
    <Figure
      title={algorithms[name].label}
      note={<TaskLoss name={name} />}
      table={() => adaptationTable(lab.store.getState(), name)}
    >
      <AxesOnly x={axes.x} y={axes.y} name={name} />
    </Figure>
  );
});

/** The frame does not change when curves do. */
const AxesOnly = memo(
  ({ x, y, name }: { readonly x: Axis; readonly y: Axis; readonly name: AlgorithmName }) => (
    <PlotFrame x={x} y={y}>
      <Clip>
        <Truth />
        <Predictions name={name} />
      </Clip>
      <SupportPoints />
    </PlotFrame>
  ),
);

function TaskLoss({ name }: { readonly name: AlgorithmName }) {
  const loss = useLabState((s) => lossOnTask(s, name));
  const diverged = useRunState((s) => s.remarks.find((r) => r.subject === name));
  if (diverged !== undefined) {
    return (
      <span className={parts.diverged} title={diverged.hint}>
        diverged at {diverged.iteration.toLocaleString('en')}
      </span>
    );
  }
  return (
    <span title="Mean squared error against the true function, over the inputs of held-out tasks">
      loss {lossText(loss)}
    </span>
  );
}

function lossText(loss: number | null): string {
  if (loss === null) return '–';
  if (!Number.isFinite(loss)) return '∞';
  return loss >= 100 ? loss.toPrecision(3) : loss.toFixed(2);
}

function Truth() {
  const spec = useLabState((s) => s.running);
  const task = useLabState((s) => s.task);
  const grid = gridOf(spec);
  return (
    <Curve
      x={grid}
      y={grid.map((x) => task.value(x))}
      look={{ color: 'var(--ink)', dash: '3 3' }}
      width={1.3}
      opacity={0.65}
    />
  );
}

/** Earlier steps that are drawn beside the current one; with many steps, some of them. */
const MOST_EARLIER = 10;

function Predictions({ name }: { readonly name: AlgorithmName }) {
  const { adaptation, spec, step } = useLabState((s) => ({
    adaptation: s.adaptation,
    spec: s.running,
    step: Math.min(s.gradientStep, s.running.testSteps),
  }));
  const grid = gridOf(spec);
  const look = dashed(name, 'solid');
  const stride = Math.max(1, Math.ceil(step / MOST_EARLIER));
  const earlier: number[] = [];
  for (let k = step - stride; k > 0; k -= stride) earlier.unshift(k);
  if (step > 0) earlier.unshift(0);
  return (
    <>
      {earlier.map((k, i) => {
        const y = predictionsOf(adaptation, name, k, grid.length);
        const opacity = 0.22 + (0.4 * (i + 1)) / (earlier.length + 1);
        return y === null ? null : (
          <Curve key={k} x={grid} y={y} look={look} width={1.2} opacity={opacity} />
        );
      })}
      <Current name={name} step={step} />
    </>
  );
}

function Current({ name, step }: { readonly name: AlgorithmName; readonly step: number }) {
  const { adaptation, spec } = useLabState((s) => ({ adaptation: s.adaptation, spec: s.running }));
  const grid = gridOf(spec);
  const y = predictionsOf(adaptation, name, step, grid.length);
  if (y === null) return null;
  return <Curve x={grid} y={y} look={dashed(name, 'solid')} width={2.6} />;
}

function SupportPoints() {
  const lab = useLab();
  const points = useLabState((s) => s.points);
  return <Handles points={points} noun="Support point" onChange={(next) => lab.movePoints(next)} />;
}

function adaptationTable(state: Parameters<typeof lossOnTask>[0], name: AlgorithmName): TableData {
  const grid = gridOf(state.running);
  const steps = Array.from({ length: state.running.testSteps + 1 }, (_, k) => k);
  return {
    columns: ['x', 'true y', ...steps.map((k) => (k === 1 ? '1 step' : `${k} steps`))],
    rows: grid.map((x, i) => [
      x,
      state.task.value(x),
      ...steps.map((k) => predictionsOf(state.adaptation, name, k, grid.length)?.[i] ?? Number.NaN),
    ]),
  };
}
