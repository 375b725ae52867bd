/** One task, every contender: what each becomes, step by step, and the loss over many tasks. */

import { memo, useMemo } from 'react';
import { notify } from '../../session/notices';
import type { Point } from '../../spec/field';
import { Figure } from '../../ui/charts/Figure';
import { Handles } from '../../ui/charts/Handles';
import { Clip, Curve } from '../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import type { TableData } from '../../ui/charts/table';
import { Button } from '../../ui/controls/Button';
import { Slider } from '../../ui/controls/Slider';
import { dashed } from '../../ui/palette';
import { Say, useWords } from '../../ui/Say';
import { Term } from '../../ui/useHint';
import { say } from '../../words/format';
import type { Phrase, Words } from '../../words/words';
import { useRunState } from '../kit/context';
import { Diverged } from '../kit/Remark';
import { useUnanswered } from '../kit/Unanswered';
import { adaptationAxes, lossOnTask, predictionsOf, seenIn } from './adaptation';
import { MOST_POINTS, taskAfter } from './fields';
import { useLab, useLabState } from './hooks';
import { LossCurvePanel } from './LossCurvePanel';
import { gridOf, pointsOf, type State, stepOf, taskInSight } from './lab';
import type { ContenderName } from './methods';
import styles from './regression.module.css';
import { divergenceText } from './remarks';
import { leavesTrainingRange } from './tasks';

/** Those that take part in the run and are not hidden. */
const useContenders = () =>
  useLabState((s) => s.spec.contenders.filter((c) => s.running.contenders.includes(c)));

export function AdaptationPanel() {
  const { adaptation } = useWords().regression;
  const contenders = useContenders();
  return (
    <section aria-label={adaptation.section}>
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
  const { adaptation } = useWords().regression;
  const last = useLabState((s) => s.running.testSteps);
  const step = useLabState(stepOf);
  const shown = useLabState((s) => s.view.shown);
  const edited = useLabState((s) => s.view.points !== null);
  const task = useLabState((s) => taskText(taskInSight(s.running, s.view.shown).task.parameters));
  const beyond = useLabState((s) => leavesTrainingRange(s.running));
  return (
    <div className={styles.stepBar}>
      <h2>{adaptation.section}</h2>
      <span className={styles.taskName}>{beyond ? say(adaptation.beyond, { task }) : task}</span>
      <span className={styles.advice}>
        {edited ? (
          <Button small onClick={() => lab.see({ points: null }, 'adapt')}>
            {adaptation.restore}
          </Button>
        ) : (
          adaptation.drag
        )}
      </span>
      <div className={styles.steps}>
        <span>
          <Say message={adaptation.gradientStep} values={{ step, of: last }} />
        </span>
        <Slider
          label={adaptation.steps}
          min={0}
          max={last}
          value={step}
          onChange={(k) => lab.see({ step: k })}
        />
      </div>
      <Button onClick={() => lab.see({ shown: taskAfter(shown), points: null }, 'adapt')}>
        {adaptation.newTask}
      </Button>
    </div>
  );
}

const symbols: Readonly<Record<string, string>> = { amplitude: 'A', phase: 'φ' };

function taskText(parameters: Readonly<Record<string, number>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${symbols[name] ?? name} = ${value.toFixed(2).replace('-', '−')}`)
    .join(', ');
}

const AdaptationPlot = memo(function AdaptationPlot({ name }: { readonly name: ContenderName }) {
  const spec = useLabState((s) => s.running);
  const axes = useMemo(() => adaptationAxes(spec), [spec]);
  const lab = useLab();
  const words = useWords();
  return (
    <Figure
      title={words.contenders[name].label}
      note={<TaskLoss name={name} />}
      empty={useUnanswered('adapt')}
      table={() => adaptationTable(words, lab.store.getState(), name)}
    >
      <AxesOnly x={axes.x} y={axes.y} name={name} />
    </Figure>
  );
});

/** The frame does not change when curves do. */
const AxesOnly = memo(
  ({ x, y, name }: { readonly x: Axis; readonly y: Axis; readonly name: ContenderName }) => (
    <PlotFrame x={x} y={y}>
      <Clip>
        <Truth />
        <Predictions name={name} />
      </Clip>
      <SupportPoints />
    </PlotFrame>
  ),
);

function TaskLoss({ name }: { readonly name: ContenderName }) {
  const words = useWords();
  const { adaptation } = words.regression;
  const loss = useLabState((s) => lossOnTask(seenIn(s), name));
  const spec = useLabState((s) => s.running);
  const diverged = useRunState((s) => s.remarks.find((r) => r.subject === name));
  if (diverged !== undefined) {
    return <Diverged iteration={diverged.iteration} why={divergenceText(words, diverged, spec)} />;
  }
  return (
    <span className={styles.loss}>
      <Term help={adaptation.lossHelp}>{say(adaptation.loss, { loss: lossText(loss) })}</Term>
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
  const task = useLabState((s) => taskInSight(s.running, s.view.shown).task);
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

function Predictions({ name }: { readonly name: ContenderName }) {
  const { adaptation, spec, step } = useLabState((s) => ({
    adaptation: s.answers.adapt,
    spec: s.running,
    step: stepOf(s),
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

function Current({ name, step }: { readonly name: ContenderName; readonly step: number }) {
  const { adaptation, spec } = useLabState((s) => ({
    adaptation: s.answers.adapt,
    spec: s.running,
  }));
  const grid = gridOf(spec);
  const y = predictionsOf(adaptation, name, step, grid.length);
  if (y === null) return null;
  return <Curve x={grid} y={y} look={dashed(name, 'solid')} width={2.6} />;
}

function SupportPoints() {
  const lab = useLab();
  const { adaptation } = useWords().regression;
  const points = useLabState(pointsOf);
  const change = (next: readonly Point[]) => {
    if (next.length <= MOST_POINTS) lab.see({ points: next }, 'adapt');
    else {
      const message: Phrase = (words) =>
        say(words.regression.adaptation.most, { count: MOST_POINTS });
      notify({ key: 'points', tone: 'info', message });
    }
  };
  return (
    <Handles
      points={points}
      noun={adaptation.supportPoint}
      onChange={change}
      onTake={() => {
        const { points: before } = lab.store.getState().view;
        return () => lab.see({ points: before }, 'adapt');
      }}
    />
  );
}

function adaptationTable(words: Words, state: State, name: ContenderName): TableData {
  const { adaptation } = words.regression;
  const grid = gridOf(state.running);
  const { task } = taskInSight(state.running, state.view.shown);
  const steps = Array.from({ length: state.running.testSteps + 1 }, (_, k) => k);
  return {
    columns: ['x', adaptation.trueY, ...steps.map((count) => say(adaptation.after, { count }))],
    rows: grid.map((x, i) => [
      x,
      task.value(x),
      ...steps.map(
        (k) => predictionsOf(state.answers.adapt, name, k, grid.length)?.[i] ?? Number.NaN,
      ),
    ]),
  };
}
