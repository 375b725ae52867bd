/** One task and all contenders in one plot: one stands before the others, beside the one that did not learn to learn. */

import { memo, useMemo } from 'react';
import { EndNames } from '../../ui/charts/EndNames';
import { Figure } from '../../ui/charts/Figure';
import { Clip, Swatch } from '../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import type { TableData } from '../../ui/charts/table';
import { lookOf } from '../../ui/palette';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import type { Words } from '../../words/words';
import { useUnanswered } from '../kit/Unanswered';
import { Predictions, Quiet, SupportPoints, Truth } from './AdaptationLayers';
import { adaptationAxes, predictionsOf } from './adaptation';
import { useLab, useLabState } from './hooks';
import { LossCurvePanel } from './LossCurvePanel';
import { gridOf, type State, stepOf, taskInSight } from './lab';
import type { ContenderName } from './methods';
import styles from './regression.module.css';
import { TaskLoss } from './TaskLoss';

interface OverlayProps {
  readonly contenders: readonly ContenderName[];
}

/** Who stands in front: the one that was chosen, if it takes part. */
const useFront = (contenders: readonly ContenderName[]): ContenderName | undefined =>
  useLabState((s) => (contenders.includes(s.view.voice) ? s.view.voice : contenders[0]));

/** Who is drawn with all steps and named, the one in front last, after joint pre-training from which it differs. */
const voicesOf = (
  contenders: readonly ContenderName[],
  front: ContenderName | undefined,
): ContenderName[] => [
  ...contenders.filter((name) => name === 'joint' && name !== front),
  ...contenders.filter((name) => name === front),
];

export function Overlay({ contenders }: OverlayProps) {
  const lab = useLab();
  const words = useWords();
  const { adaptation } = words.regression;
  const spec = useLabState((s) => s.running);
  const axes = useMemo(() => adaptationAxes(spec), [spec]);
  return (
    <div className={styles.overlay}>
      <Figure
        title={adaptation.overlaid}
        note={<span>{adaptation.chipsHelp}</span>}
        empty={useUnanswered('adapt')}
        table={() => overlayTable(words, lab.store.getState(), contenders)}
      >
        <Frame x={axes.x} y={axes.y} contenders={contenders} />
      </Figure>
      <div className={styles.aside}>
        <Chips contenders={contenders} />
        <LossCurvePanel />
      </div>
    </div>
  );
}

/** The frame does not change when curves do. */
const Frame = memo(function Frame({
  x,
  y,
  contenders,
}: OverlayProps & { readonly x: Axis; readonly y: Axis }) {
  const voices = voicesOf(contenders, useFront(contenders));
  return (
    <PlotFrame x={x} y={y}>
      <Clip>
        <Truth />
        {contenders
          .filter((name) => !voices.includes(name))
          .map((name) => (
            <Quiet key={name} name={name} />
          ))}
        {voices.map((name) => (
          <Predictions key={name} name={name} look={lookOf(name)} />
        ))}
      </Clip>
      <Names voices={voices} />
      <SupportPoints />
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

/** Legend, score and switch in one: a chip takes the front. */
function Chips({ contenders }: OverlayProps) {
  const lab = useLab();
  const words = useWords();
  const front = useFront(contenders);
  return (
    <ul className={styles.chips}>
      {contenders.map((name) => (
        <li key={name}>
          <button
            type="button"
            aria-pressed={name === front}
            onClick={() => lab.see({ voice: name })}
          >
            <Swatch look={lookOf(name)} />
            <span>{words.contenders[name].label}</span>
          </button>
          <TaskLoss name={name} />
        </li>
      ))}
    </ul>
  );
}

function overlayTable(words: Words, state: State, contenders: readonly ContenderName[]): TableData {
  const { adaptation } = words.regression;
  const grid = gridOf(state.running);
  const { task } = taskInSight(state.running, state.view.shown);
  const step = stepOf(state);
  const after = say(adaptation.after, { count: step });
  return {
    columns: [
      'x',
      adaptation.trueY,
      ...contenders.map((name) => `${words.contenders[name].label}, ${after}`),
    ],
    rows: grid.map((x, i) => [
      x,
      task.value(x),
      ...contenders.map(
        (name) => predictionsOf(state.answers.adapt, name, step, grid.length)?.[i] ?? Number.NaN,
      ),
    ]),
  };
}
