/** One function of two variables, and every optimiser's way down it. */

import { useEffect, useMemo, useState } from 'react';
import type { Range } from '../../math/range';
import { startOn, surfaces } from '../../tasks/surfaces';
import { ticks } from '../../ui/charts/axis';
import { Contours } from '../../ui/charts/Contours';
import { Figure } from '../../ui/charts/Figure';
import { Handles } from '../../ui/charts/Handles';
import { Clip, Curve, Dot, Swatch } from '../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import type { TableData } from '../../ui/charts/table';
import { Button } from '../../ui/controls/Button';
import { Slider } from '../../ui/controls/Slider';
import { lookOf } from '../../ui/palette';
import { Say, useWords } from '../../ui/Say';
import { digits } from '../../words/digits';
import { say } from '../../words/format';
import type { Words } from '../../words/words';
import { Control } from '../kit/Control';
import { useUnanswered } from '../kit/Unanswered';
import { useLab, useLabState } from './hooks';
import { stepOf } from './lab';
import styles from './optimizers.module.css';
import type { SurfaceAnswer } from './questions';
import { type RacerName, racerNames, trained, untuned } from './racers';

/** Milliseconds from one step to the next while it plays. */
const FRAME = 60;

const axisOf = (domain: Range, label: string): Axis => ({ domain, ticks: ticks(domain, 5), label });

export function SurfacePanel() {
  const lab = useLab();
  const words = useWords();
  const text = words.optimizers.surface;
  const name = useLabState((s) => s.running.surface);
  const surface = surfaces[name];
  const [startX, startY] = useLabState((s) => startOn(s.running.surface, s.view.start));
  const x = useMemo(() => axisOf(surface.x, 'x'), [surface]);
  const y = useMemo(() => axisOf(surface.y, 'y'), [surface]);
  return (
    <section data-part="surface" data-panel className={styles.surface} aria-label={text.title}>
      <Figure
        title={text.title}
        note={<span data-passing>{text.note}</span>}
        empty={useUnanswered('surface')}
        table={() => surfaceTable(words, lab.store.getState().answers.surface)}
      >
        <PlotFrame x={x} y={y}>
          <Clip>
            <Contours value={surface.value} />
            <Paths />
          </Clip>
          <Handles
            points={[{ x: startX, y: startY }]}
            noun={text.start}
            many={false}
            onChange={([start]) => lab.see({ start: start! }, 'surface')}
            onTake={() => {
              const { start: before } = lab.store.getState().view;
              return () => lab.see({ start: before }, 'surface');
            }}
          />
        </PlotFrame>
      </Figure>
      <Playback />
      <div className={styles.choice}>
        <Control name="surface" />
        <Control name="surfaceSteps" />
      </div>
    </section>
  );
}

/** Where everybody in sight stands at the step in sight, and how they came there. */
const useWays = () =>
  useLabState((s) => ({ surface: s.answers.surface, racers: s.spec.racers, step: stepOf(s) }));

const lastOf = (path: Float64Array, step: number): number => Math.min(step, path.length / 2 - 1);

const widthOf = (name: RacerName): number =>
  Object.hasOwn(trained, name) ? 2.6 : Object.hasOwn(untuned, name) ? 1.6 : 1.8;

function Paths() {
  const { contenders } = useWords();
  const { surface, racers, step } = useWays();
  if (surface === null) return null;
  return racers.map((name) => {
    const path = surface.paths[name];
    if (path === undefined) return null;
    const last = lastOf(path, step);
    const xs = Array.from({ length: last + 1 }, (_, t) => path[2 * t]!);
    const ys = Array.from({ length: last + 1 }, (_, t) => path[2 * t + 1]!);
    return (
      <g key={name}>
        <Curve
          name={contenders[name].label}
          x={xs}
          y={ys}
          look={lookOf(name)}
          width={widthOf(name)}
        />
        <Dot x={xs[last]!} y={ys[last]!} look={lookOf(name)} />
      </g>
    );
  });
}

function Playback() {
  const lab = useLab();
  const text = useWords().optimizers.surface;
  const step = useLabState(stepOf);
  const steps = useLabState((s) => s.running.surfaceSteps);
  const [playing, setPlaying] = useState(false);
  const show = (at: number) => lab.see({ step: at });
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const at = stepOf(lab.store.getState());
      if (at >= steps) setPlaying(false);
      else lab.see({ step: at + 1 });
    }, FRAME);
    return () => clearInterval(timer);
  }, [lab, playing, steps]);
  const play = () => {
    // Again from the beginning.
    if (!playing && step >= steps) show(0);
    setPlaying(!playing);
  };
  return (
    <div className={styles.playback}>
      <Button small onClick={play}>
        <span>{playing ? text.stop : text.play}</span>
      </Button>
      <Button small disabled={step >= steps} onClick={() => show(step + 1)}>
        {text.one}
      </Button>
      <span>
        <Say message={text.step} values={{ at: step, of: steps }} />
      </span>
      <Slider label={text.slider} min={0} max={steps} value={step} onChange={show} />
      <Values />
    </div>
  );
}

/** f where each optimiser stands. */
function Values() {
  const { optimizers, contenders } = useWords();
  const { surface, racers, step } = useWays();
  if (surface === null) return null;
  const { value } = surfaces[surface.surface];
  const f = (path: Float64Array) => {
    const at = 2 * lastOf(path, step);
    return value(path[at]!, path[at + 1]!);
  };
  return (
    <ul className={styles.values} aria-label={optimizers.surface.values}>
      {racers.map((name) => {
        const path = surface.paths[name];
        return path === undefined ? null : (
          <li key={name}>
            <Swatch look={lookOf(name)} />
            <span>{` ${contenders[name].label} `}</span>
            <b>{digits(f(path))}</b>
          </li>
        );
      })}
    </ul>
  );
}

function surfaceTable({ optimizers, contenders }: Words, answer: SurfaceAnswer | null): TableData {
  const { surface: text, race } = optimizers;
  const names = racerNames.filter((name) => answer?.paths[name] !== undefined);
  const paths = names.map((name) => answer!.paths[name]!);
  const steps = (paths[0]?.length ?? 0) / 2;
  return {
    columns: [
      race.step,
      ...names.flatMap((racer) => {
        const { label: name } = contenders[racer];
        return [say(text.x, { name }), say(text.y, { name })];
      }),
    ],
    rows: Array.from({ length: steps }, (_, t) => [
      t,
      ...paths.flatMap((path) => [path[2 * t]!, path[2 * t + 1]!]),
    ]),
    of: answer,
  };
}
