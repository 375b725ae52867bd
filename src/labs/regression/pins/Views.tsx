/** What is pinned: ghosts in the charts, the list by which each is taken away, and the button that pins. */

import { useStore } from 'zustand';
import { Curve, Swatch } from '../../../ui/charts/layers';
import { usePlot } from '../../../ui/charts/PlotFrame';
import { Button } from '../../../ui/controls/Button';
import { dashed } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { useLab, useLabState } from '../hooks';
import { gridOf, stepOf } from '../lab';
import type { ContenderName } from '../methods';
import { drawn, type Pin, pinNames, taskKey } from './pins';
import styles from './pins.module.css';
import { isFull, pinNow, shelf, unpin } from './shelf';

export { withPins } from './table';

const GHOST = 'sparse';

interface PinButtonProps {
  readonly name: ContenderName | undefined;
  /** Where its place says whose it is. */
  readonly short?: boolean;
}

export function PinButton({ name, short = false }: PinButtonProps) {
  const lab = useLab();
  const { pins, contenders } = useWords();
  const full = useStore(shelf, isFull);
  const known = useLabState((s) => s.answers.evaluate !== null);
  if (name === undefined) return null;
  const whole = say(pins.pin, { name: contenders[name].label });
  return (
    <Button
      small
      voice="quiet"
      data-part="pin"
      aria-label={whole}
      disabled={full || !known}
      onClick={() => pinNow(lab, name)}
    >
      {short ? pins.short : whole}
    </Button>
  );
}

/** What is pinned, by number and name, each with a button that takes it away. */
export function Chips() {
  const words = useWords();
  const pins = useStore(shelf, (s) => s.pins);
  const running = useLabState((s) => s.running);
  const names = pinNames(words, pins, running);
  return pins.map((pin) => {
    const name = names.get(pin.number)!;
    return (
      <li key={pin.number} data-pin>
        <span className={styles.number}>{pin.number}</span>
        <Swatch look={dashed(pin.name, GHOST)} />
        <span>{name}</span>
        <button
          type="button"
          className={styles.take}
          aria-label={say(words.pins.take, { name })}
          onClick={() => unpin(pin)}
        >
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d="M1 1l8 8M9 1L1 9" stroke="currentColor" strokeWidth="1.4" />
          </svg>
        </button>
      </li>
    );
  });
}

interface GhostsProps {
  readonly of: keyof typeof charts;
  /** That contender's alone, where each has a chart of its own. */
  readonly only?: ContenderName;
}

/** What is pinned, in one of the charts. */
export function Ghosts({ of, only }: GhostsProps) {
  const pins = useStore(shelf, (s) => s.pins);
  const shown = pins.filter(({ name }) => only === undefined || name === only);
  const Chart = charts[of];
  // Most people pin nothing, and points are dragged.
  return shown.length === 0 ? null : <Chart pins={shown} />;
}

interface ChartProps {
  readonly pins: readonly Pin[];
}

/** On the task in sight, if that is what was pinned; of the meta-iteration that this was of. */
function OnTask({ pins }: ChartProps) {
  const { grid, key, step } = useLabState((s) => ({
    grid: gridOf(s.running),
    key: taskKey(s),
    step: stepOf(s),
  }));
  return pins.map((pin) => {
    if (pin.task?.key !== key) return null;
    const { iteration, after } = pin.task;
    const y = after[Math.min(step, after.length - 1)]!;
    return <Ghost key={pin.number} pin={{ ...pin, iteration }} x={grid} y={drawn(y)} />;
  });
}

function OverSteps({ pins }: ChartProps) {
  const average = useLabState((s) => s.view.average);
  return pins.map((pin) => {
    const y = drawn(pin.curve[average]);
    return <Ghost key={pin.number} pin={pin} x={y.map((_, k) => k)} y={y} />;
  });
}

function InTraining({ pins }: ChartProps) {
  const abscissa = useLabState((s) => s.view.abscissa);
  return pins.map((pin) => {
    const x = pin.training[abscissa];
    if (x === null) return null;
    return <Ghost key={pin.number} pin={pin} x={drawn(x)} y={drawn(pin.training.loss)} />;
  });
}

const charts = { task: OnTask, curve: OverSteps, training: InTraining };

interface GhostProps {
  readonly pin: Pin;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Paler than what is live, with its number where it ends. */
function Ghost({ pin, x, y }: GhostProps) {
  const words = useWords();
  const pins = useStore(shelf, (s) => s.pins);
  const running = useLabState((s) => s.running);
  const plot = usePlot();
  const last = y.findLastIndex(Number.isFinite);
  if (plot === null || last < 0) return null;
  const others = pins.map((each) => (each.number === pin.number ? pin : each));
  const name = `${pin.number} ${pinNames(words, others, running).get(pin.number)}`;
  const look = dashed(pin.name, GHOST);
  return (
    <>
      <Curve name={name} x={x} y={y} look={look} width={1.6} opacity={0.75} />
      <text
        className={styles.end}
        x={Math.min(plot.x(x[last]!), plot.left + plot.width) - 10}
        y={Math.max(plot.top + 12, plot.y(y[last]!) - 5)}
        style={{ fill: look.color }}
      >
        {pin.number}
      </text>
    </>
  );
}
