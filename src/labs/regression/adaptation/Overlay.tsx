/** One task and all contenders in one plot: one stands before the others, beside the one that did not learn to learn. */

import { memo } from 'react';
import { EndNames } from '../../../ui/charts/EndNames';
import { Figure } from '../../../ui/charts/Figure';
import { Clip } from '../../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../../ui/charts/PlotFrame';
import { lookOf } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { useUnanswered } from '../../kit/Unanswered';
import { LossCurvePanel } from '../heldOut/LossCurvePanel';
import { useLab, useLabState } from '../hooks';
import { frontOf, gridOf, stepOf } from '../lab';
import { type ContenderName, sheetOf } from '../methods';
import { Own } from '../own/Places';
import { Pin, Pinned, tabled } from '../pins/Places';
import styles from '../regression.module.css';
import { useAdaptationAxes } from '../useAxes';
import { WhatToSee } from '../WhatToSee';
import { Predictions, Quiet, SupportPoints, Truth } from './AdaptationLayers';
import { lossOnTask, predictionsOf, seenIn } from './adaptation';
import { lossText } from './TaskLoss';
import { adaptationTable } from './table';

interface OverlayProps {
  readonly contenders: readonly ContenderName[];
}

/**
 * Who is drawn with all steps and named, the one in front last, after the one that it is to be seen beside: joint
 * pre-training, and MAML where that is in front.
 */
function voicesOf(
  contenders: readonly ContenderName[],
  front: ContenderName | undefined,
): ContenderName[] {
  const rival = front === 'joint' ? 'maml' : 'joint';
  return [rival, front].flatMap((name) => contenders.find((each) => each === name) ?? []);
}

export function Overlay({ contenders }: OverlayProps) {
  const lab = useLab();
  const words = useWords();
  const { adaptation } = words.regression;
  const front = useLabState(frontOf);
  const axes = useAdaptationAxes();
  return (
    <Figure
      title={adaptation.overlaid}
      note={<Pin name={front} />}
      empty={useUnanswered('adapt')}
      part="hero"
      table={() => {
        const state = lab.store.getState();
        const step = stepOf(state);
        const after = say(adaptation.after, { count: step });
        return tabled(
          'task',
          words,
          state,
          adaptationTable(
            words,
            state,
            contenders.map((name) => [name, step, `${words.contenders[name].label}, ${after}`]),
          ),
        );
      }}
    >
      <Frame x={axes.x} y={axes.y} contenders={contenders} />
    </Figure>
  );
}

/** Beside the plot: how far off the voices are here, what that means, and how it is on many tasks. */
export function Aside({ contenders }: OverlayProps) {
  const voices = voicesOf(contenders, useLabState(frontOf)).toReversed();
  return (
    <div className={styles.aside}>
      <div className={styles.numbers}>
        {voices.map((name) => (
          <Distance key={name} name={name} />
        ))}
      </div>
      <Own at="panel" />
      <WhatToSee />
      <LossCurvePanel />
    </div>
  );
}

/** How far off one is on the task in sight, as large as it matters. */
function Distance({ name }: { readonly name: ContenderName }) {
  const words = useWords();
  const { distance, distanceRead } = words.regression.adaptation;
  const loss = useLabState((s) => lossOnTask(seenIn(s), name));
  const count = useLabState(stepOf);
  const { label } = words.contenders[name];
  return (
    <p>
      <b style={{ color: lookOf(name).color }}>{lossText(loss)}</b>
      <span>
        {sheetOf(name).reads
          ? say(distanceRead, { name: label })
          : say(distance, { name: label, count })}
      </span>
    </p>
  );
}

/** The frame does not change when curves do. */
const Frame = memo(function Frame({
  x,
  y,
  contenders,
}: OverlayProps & { readonly x: Axis; readonly y: Axis }) {
  const voices = voicesOf(contenders, useLabState(frontOf));
  return (
    <PlotFrame x={x} y={y} reads>
      <Clip>
        <Truth />
        {contenders
          .filter((name) => !voices.includes(name))
          .map((name) => (
            <Quiet key={name} name={name} />
          ))}
        <Pinned of="task" />
        {voices.map((name) => (
          <Predictions key={name} name={name} look={lookOf(name)} />
        ))}
      </Clip>
      <Names voices={voices} />
      <SupportPoints />
      <Own at="plot" />
    </PlotFrame>
  );
});

/** The voices are named where their curves end. */
function Names({ voices }: { readonly voices: readonly ContenderName[] }) {
  const { contenders } = useWords();
  const { adaptation, spec, step } = useLabState((s) => ({
    adaptation: s.answers.adapt,
    spec: s.running,
    step: stepOf(s),
  }));
  const { length } = gridOf(spec);
  const endings = voices.map((name) => ({
    name: contenders[name].label,
    look: lookOf(name),
    values: predictionsOf(adaptation, name, step, length),
  }));
  return <EndNames of={endings} />;
}
