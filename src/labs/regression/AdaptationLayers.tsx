/** What is drawn of an adaptation: the task, what contenders make of it step by step, and its points, to be moved. */

import { notify } from '../../session/notices';
import type { Point } from '../../spec/field';
import { Handles } from '../../ui/charts/Handles';
import { Curve } from '../../ui/charts/layers';
import { dashed, type Look } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import type { Phrase } from '../../words/words';
import { predictionsOf } from './adaptation';
import { MOST_POINTS } from './fields';
import { useLab, useLabState } from './hooks';
import { gridOf, pointsOf, stepOf, taskInSight } from './lab';
import type { ContenderName } from './methods';

/** The true function of the task in sight. */
export function Truth() {
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

interface PredictionsProps {
  readonly name: ContenderName;
  /** A line without dashes unless it stands among others. */
  readonly look?: Look;
}

/** A contender after the step in sight, and after those before it. */
export function Predictions({ name, look = dashed(name, 'solid') }: PredictionsProps) {
  const { adaptation, spec, step } = useLabState((s) => ({
    adaptation: s.answers.adapt,
    spec: s.running,
    step: stepOf(s),
  }));
  const grid = gridOf(spec);
  const plain = dashed(name, 'solid');
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
          <Curve key={k} x={grid} y={y} look={plain} width={1.2} opacity={opacity} />
        );
      })}
      <Current name={name} step={step} look={look} />
    </>
  );
}

interface CurrentProps extends PredictionsProps {
  readonly step: number;
  /** One of many, that others stand before. */
  readonly quiet?: boolean;
}

/** A contender after the step in sight. */
export function Current({ name, step, look = dashed(name, 'solid'), quiet = false }: CurrentProps) {
  const { adaptation, spec } = useLabState((s) => ({
    adaptation: s.answers.adapt,
    spec: s.running,
  }));
  const grid = gridOf(spec);
  const y = predictionsOf(adaptation, name, step, grid.length);
  if (y === null) return null;
  return quiet ? (
    <Curve x={grid} y={y} look={look} width={1.4} opacity={0.65} />
  ) : (
    <Curve x={grid} y={y} look={look} width={2.6} />
  );
}

export function SupportPoints() {
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
