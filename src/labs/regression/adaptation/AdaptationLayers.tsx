/** What is drawn of an adaptation: the task, what contenders make of it step by step, and its points, to be moved. */

import { notify } from '../../../session/notices';
import type { Point } from '../../../spec/field';
import { Handles } from '../../../ui/charts/Handles';
import { Curve } from '../../../ui/charts/layers';
import { dashed, type Look, lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import type { Phrase } from '../../../words/words';
import { MOST_POINTS } from '../fields';
import { useLab, useLabState } from '../hooks';
import { gridOf, pointsOf, stepOf, taskInSight } from '../lab';
import type { ContenderName } from '../methods';
import { predictionsOf } from './adaptation';
import { StepCurves } from './StepCurves';

/** The true function of the task in sight. */
export function Truth() {
  const spec = useLabState((s) => s.running);
  const task = useLabState((s) => taskInSight(s.running, s.view).task);
  const grid = gridOf(spec);
  const { adaptation } = useWords().regression;
  return (
    <Curve
      name={adaptation.trueY}
      x={grid}
      y={grid.map((x) => task.value(x))}
      look={{ color: 'var(--ink)', dash: '3 3' }}
      width={1.3}
      opacity={0.65}
    />
  );
}

interface PredictionsProps {
  readonly name: ContenderName;
  /** A line without dashes unless it stands among others. */
  readonly look?: Look;
}

const useSeen = () =>
  useLabState((s) => ({
    adaptation: s.answers.adapt,
    grid: gridOf(s.running),
    step: stepOf(s),
  }));

/** A contender after the step in sight, and after those before it. */
export function Predictions({ name, look = dashed(name, 'solid') }: PredictionsProps) {
  const { label } = useWords().contenders[name];
  return <StepCurves name={name} label={label} look={look} width={2.6} {...useSeen()} />;
}

/** A contender after the step in sight: one of many, that others stand before. */
export function Quiet({ name }: Pick<PredictionsProps, 'name'>) {
  const { adaptation, grid, step } = useSeen();
  const { contenders } = useWords();
  const y = predictionsOf(adaptation, name, step, grid.length);
  return y === null ? null : (
    <Curve
      name={contenders[name].label}
      x={grid}
      y={y}
      look={lookOf(name)}
      width={1.4}
      opacity={0.65}
    />
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
