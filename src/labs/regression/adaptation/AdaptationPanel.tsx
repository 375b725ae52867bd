/** One task, every contender: what each becomes, step by step, and the loss over many tasks. */

import { memo } from 'react';
import { Figure } from '../../../ui/charts/Figure';
import { Clip } from '../../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../../ui/charts/PlotFrame';
import { Button } from '../../../ui/controls/Button';
import { Stops } from '../../../ui/controls/Stops';
import { Say, useWords } from '../../../ui/Say';
import { say, sayNumber } from '../../../words/format';
import { useUnanswered } from '../../kit/Unanswered';
import { LossCurvePanel } from '../heldOut/LossCurvePanel';
import { useLab, useLabState } from '../hooks';
import { contendersOf, isEstimate, isOverlaid, stepOf, TASKS_AT_REST, taskInSight } from '../lab';
import type { ContenderName } from '../methods';
import { showNext } from '../nextTask';
import { Own, useOwn } from '../own/Places';
import { loadOwn } from '../own/place';
import { Pin, Pinned, tabled } from '../pins/Places';
import styles from '../regression.module.css';
import { leavesTrainingRange } from '../tasks';
import { taskText } from '../taskText';
import { useAdaptationAxes } from '../useAxes';
import { Predictions, SupportPoints, Truth } from './AdaptationLayers';
import { Aside, Overlay } from './Overlay';
import { TaskLoss } from './TaskLoss';
import { adaptationTable } from './table';

export function AdaptationPanel() {
  const { adaptation } = useWords().regression;
  const contenders = useLabState(contendersOf);
  const overlaid = useLabState(isOverlaid);
  return (
    <section
      data-panel={overlaid ? 'named' : undefined}
      aria-label={adaptation.section}
      className={overlaid ? styles.hero : styles.all}
    >
      {overlaid ? (
        <Overlay contenders={contenders} />
      ) : (
        <div className={styles.multiples} data-count={contenders.length + 1}>
          {contenders.map((name) => (
            <AdaptationPlot key={name} name={name} />
          ))}
          <LossCurvePanel />
        </div>
      )}
      <StepBar />
      {overlaid ? <Aside contenders={contenders} /> : null}
    </section>
  );
}

function StepBar() {
  useOwn();
  const lab = useLab();
  const words = useWords();
  const { adaptation, curve } = words.regression;
  const { page } = words.frame;
  const average = useLabState((s) => s.view.average);
  const tasks = useLabState((s) => s.answers.evaluate?.tasks ?? 0);
  const estimate = useLabState(isEstimate);
  const last = useLabState((s) => s.running.testSteps);
  const overlaid = useLabState(isOverlaid);
  const step = useLabState(stepOf);
  const edited = useLabState((s) => s.view.points !== null);
  const task = useLabState((s) => taskText(taskInSight(s.running, s.view).task));
  const beyond = useLabState((s) => leavesTrainingRange(s.running));
  return (
    <div className={styles.stepBar}>
      <span className={styles.taskName}>
        <span>{beyond && task ? say(adaptation.beyond, { task }) : task}</span>
        <Own at="name" />
        {edited ? (
          <Button small onClick={() => lab.see({ points: null }, 'adapt')}>
            {adaptation.restore}
          </Button>
        ) : (
          <span>{adaptation.drag}</span>
        )}
        <span>
          {say(estimate ? curve.estimates : curve.chips, {
            average: page[average],
            tasks: sayNumber(tasks),
            all: sayNumber(TASKS_AT_REST),
          })}
        </span>
      </span>
      <div data-part="steps" className={styles.steps}>
        <p>
          <Say message={adaptation.stepsAt} values={{ at: step, of: last }} />
        </p>
        <Stops
          label={adaptation.steps}
          last={last}
          value={step}
          valueText={say(adaptation.stepsValue, { at: step, of: last })}
          first={adaptation.before}
          onChange={(k) => lab.see({ step: k })}
        />
      </div>
      <Button onClick={() => lab.see({ arrange: overlaid ? 'side' : 'overlay' })}>
        {overlaid ? adaptation.side : adaptation.overlay}
      </Button>
      <Button voice="quiet" data-part="own" onClick={() => loadOwn(lab, true)}>
        {adaptation.own}
      </Button>
      <Button data-part="task" onClick={() => showNext(lab)}>
        {adaptation.newTask}
      </Button>
    </div>
  );
}

const AdaptationPlot = memo(function AdaptationPlot({ name }: { readonly name: ContenderName }) {
  const axes = useAdaptationAxes();
  const lab = useLab();
  const words = useWords();
  return (
    <Figure
      title={words.contenders[name].label}
      part="own"
      note={
        <>
          <TaskLoss name={name} />
          <Pin name={name} short />
        </>
      }
      empty={useUnanswered('adapt')}
      table={() => {
        const state = lab.store.getState();
        const steps = [...Array(state.running.testSteps + 1).keys()];
        return tabled(
          'task',
          words,
          state,
          adaptationTable(
            words,
            state,
            steps.map((k) => [name, k, say(words.regression.adaptation.after, { count: k })]),
          ),
          name,
        );
      }}
    >
      <AxesOnly x={axes.x} y={axes.y} name={name} />
    </Figure>
  );
});

/** The frame does not change when curves do. */
const AxesOnly = memo(
  ({ x, y, name }: { readonly x: Axis; readonly y: Axis; readonly name: ContenderName }) => (
    <PlotFrame x={x} y={y} reads>
      <Clip>
        <Truth />
        <Pinned of="task" only={name} />
        <Predictions name={name} />
      </Clip>
      <SupportPoints />
    </PlotFrame>
  ),
);
