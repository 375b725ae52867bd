/** One function of two variables, and every optimiser's way down it. */

import { useEffect, useMemo } from 'react';
import type { Range } from '../../math/range';
import { surfaces } from '../../tasks/surfaces';
import { ticks } from '../../ui/charts/axis';
import { Contours } from '../../ui/charts/Contours';
import { Figure, type TableData } from '../../ui/charts/Figure';
import { Handles } from '../../ui/charts/Handles';
import { Clip, Curve, Dot, Swatch } from '../../ui/charts/layers';
import { type Axis, PlotFrame } from '../../ui/charts/PlotFrame';
import { Button } from '../../ui/controls/Button';
import { Slider } from '../../ui/controls/Slider';
import { lookOf } from '../../ui/palette';
import { Controls } from '../parts/SettingsParts';
import { digits } from '../reproductionTable';
import { startOf } from './address';
import styles from './optimizers.module.css';
import type { SurfaceAnswer } from './protocol';
import { racerLabel, racerNames } from './spec';
import { useLab, useLabState } from './useLab';

/** Milliseconds from one step to the next while it plays. */
const FRAME = 60;

const axisOf = (domain: Range, label: string): Axis => ({ domain, ticks: ticks(domain, 5), label });

export function SurfacePanel() {
  const lab = useLab();
  const name = useLabState((s) => s.running.surface);
  const surface = surfaces[name];
  const start = useLabState((s) => startOf({ spec: s.running, start: s.start }));
  const x = useMemo(() => axisOf(surface.x, 'x'), [surface]);
  const y = useMemo(() => axisOf(surface.y, 'y'), [surface]);
  return (
    <section className={styles.surface} aria-label="On the surface">
      <Figure
        title="On the surface"
        note="drag the start"
        table={() => surfaceTable(lab.store.getState().surface)}
      >
        <PlotFrame x={x} y={y}>
          <Clip>
            <Contours value={surface.value} />
            <Paths />
          </Clip>
          <Handles
            points={[{ x: start[0], y: start[1] }]}
            noun="Start"
            many={false}
            onChange={([point]) => lab.moveStart([point!.x, point!.y])}
          />
        </PlotFrame>
      </Figure>
      <Playback />
      <div className={styles.choice}>
        <Controls names={['surface', 'surfaceSteps']} />
      </div>
    </section>
  );
}

function Paths() {
  const { surface, racers, step } = useLabState((s) => ({
    surface: s.surface,
    racers: s.spec.racers,
    step: s.step,
  }));
  if (surface === null) return null;
  return racers.map((name) => {
    const path = surface.paths[name];
    const last = Math.min(step, path.length / 2 - 1);
    const xs = Array.from({ length: last + 1 }, (_, t) => path[2 * t]!);
    const ys = Array.from({ length: last + 1 }, (_, t) => path[2 * t + 1]!);
    return (
      <g key={name}>
        <Curve x={xs} y={ys} look={lookOf(name)} width={name === 'learned' ? 2.6 : 1.8} />
        <Dot x={xs[last]!} y={ys[last]!} look={lookOf(name)} />
      </g>
    );
  });
}

function Playback() {
  const lab = useLab();
  const { step, playing } = useLabState((s) => ({ step: s.step, playing: s.playing }));
  const steps = useLabState((s) => s.running.surfaceSteps);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const { step: at } = lab.store.getState();
      if (at >= steps) lab.play(false);
      else lab.showStep(at + 1);
    }, FRAME);
    return () => clearInterval(timer);
  }, [lab, playing, steps]);
  return (
    <div className={styles.playback}>
      <Button small onClick={() => lab.play(!playing)}>
        {playing ? 'Stop' : 'Play'}
      </Button>
      <Button small disabled={step >= steps} onClick={() => lab.showStep(step + 1)}>
        One step
      </Button>
      <span>
        step <b>{Math.min(step, steps)}</b> of {steps}
      </span>
      <Slider
        label="Surface step"
        min={0}
        max={steps}
        value={Math.min(step, steps)}
        onChange={(at) => lab.showStep(at)}
      />
      <Values />
    </div>
  );
}

/** f where each optimiser stands. */
function Values() {
  const { surface, racers, step } = useLabState((s) => ({
    surface: s.surface,
    racers: s.spec.racers,
    step: s.step,
  }));
  if (surface === null) return null;
  const { value } = surfaces[surface.surface];
  return (
    <ul className={styles.values} aria-label="f at this step">
      {racers.map((name) => {
        const path = surface.paths[name];
        const at = 2 * Math.min(step, path.length / 2 - 1);
        return (
          <li key={name}>
            <Swatch look={lookOf(name)} /> {racerLabel(name)}{' '}
            <b>{digits(value(path[at]!, path[at + 1]!))}</b>
          </li>
        );
      })}
    </ul>
  );
}

function surfaceTable(surface: SurfaceAnswer | null): TableData {
  if (surface === null) return { columns: ['step'], rows: [] };
  const steps = surface.paths.learned.length / 2;
  return {
    columns: ['step', ...racerNames.flatMap((n) => [`${racerLabel(n)}, x`, `${racerLabel(n)}, y`])],
    rows: Array.from({ length: steps }, (_, t) => [
      t,
      ...racerNames.flatMap((n) => [surface.paths[n][2 * t]!, surface.paths[n][2 * t + 1]!]),
    ]),
  };
}
