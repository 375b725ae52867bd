/** What is pinned: ghosts in the charts, and the list by which each is taken away. */

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { notify } from '../../../session/notices';
import { means } from '../../../session/series';
import { Curve, Swatch } from '../../../ui/charts/layers';
import { usePlot } from '../../../ui/charts/PlotFrame';
import { Button } from '../../../ui/controls/Button';
import { dashed } from '../../../ui/palette';
import { useWords } from '../../../ui/Say';
import { say } from '../../../words/format';
import { placesOf } from '../abscissa';
import { predictionsOf } from '../adaptation';
import { useLab, useLabState } from '../hooks';
import { gridOf, type RegressionLab, stepOf } from '../lab';
import type { ContenderName } from '../methods';
import { KEY } from './kept';
import {
  drawn,
  freeNumber,
  MOST_PINS,
  type Pin,
  pinNames,
  readPins,
  rounded,
  settingsText,
  taskKey,
} from './pins';
import styles from './pins.module.css';

const GHOST = 'sparse';

const store = createStore<{ readonly pins: readonly Pin[] }>(() => ({ pins: kept() }));

function kept(): readonly Pin[] {
  try {
    return readPins(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

function keep(pins: readonly Pin[]): void {
  store.setState({ pins });
  try {
    if (pins.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(pins));
  } catch {
    // Without storage, or with a full one, they last as long as the tab.
  }
}

const isFull = ({ pins } = store.getState()): boolean => pins.length >= MOST_PINS;

/** Pins a contender as it is in sight. */
function pinNow(lab: RegressionLab, name: ContenderName): void {
  const { pins } = store.getState();
  const state = lab.store.getState();
  const { running, answers } = state;
  const curve = answers.evaluate?.curves[name];
  if (curve === undefined || isFull()) return;
  const { series } = lab.run.store.getState();
  const places = (over: 'iterations' | 'gradients' | 'seconds') =>
    placesOf(over, series, name, running, answers.pace);
  const { length } = gridOf(running);
  const after = Array.from({ length: running.testSteps + 1 }, (_, k) =>
    predictionsOf(answers.adapt, name, k, length),
  );
  const whole = after.every((values) => values !== null);
  const seconds = places('seconds');
  const pin: Pin = {
    number: freeNumber(pins),
    name,
    settings: settingsText(running),
    iteration: answers.evaluate!.iteration,
    task: whole ? { key: taskKey(state), after: after.map((values) => rounded(values!)) } : null,
    curve: { mean: rounded(curve.mean), median: rounded(curve.median) },
    training: {
      iterations: rounded(places('iterations')!),
      gradients: rounded(places('gradients')!),
      seconds: seconds === null ? null : rounded(seconds),
      loss: rounded(means(series, name)),
    },
  };
  keep([...pins, pin].toSorted((a, b) => a.number - b.number));
}

interface PinButtonProps {
  readonly name: ContenderName | undefined;
  /** Where its place says whose it is. */
  readonly short?: boolean;
}

export function PinButton({ name, short = false }: PinButtonProps) {
  const lab = useLab();
  const { pins, contenders } = useWords();
  const full = useStore(store, isFull);
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

/** Takes one away, which can be undone. */
function unpin(pin: Pin): void {
  keep(store.getState().pins.filter(({ number }) => number !== pin.number));
  notify({
    key: 'pins',
    tone: 'info',
    message: ({ pins }) => pins.taken,
    action: {
      label: ({ pins }) => pins.back,
      act: () => {
        const { pins } = store.getState();
        if (isFull()) return;
        const taken = pins.some(({ number }) => number === pin.number);
        const number = taken ? freeNumber(pins) : pin.number;
        keep([...pins, { ...pin, number }].toSorted((a, b) => a.number - b.number));
      },
    },
  });
}

function useNamed() {
  const words = useWords();
  const pins = useStore(store, (s) => s.pins);
  const running = useLabState((s) => s.running);
  return { words, pins, names: pinNames(words, pins, running) };
}

/** What is pinned, by number and name, each with a button that takes it away. */
export function Chips() {
  const { words, pins, names } = useNamed();
  return (
    <>
      {pins.map((pin) => {
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
      })}
    </>
  );
}

interface GhostsProps {
  readonly of: 'task' | 'curve' | 'training';
  readonly only?: ContenderName;
}

/** What is pinned, in one of the charts. */
export function Ghosts({ of, only }: GhostsProps) {
  const { pins, names } = useNamed();
  const { grid, key, step, average, abscissa } = useLabState((s) => ({
    grid: gridOf(s.running),
    key: taskKey(s),
    step: stepOf(s),
    average: s.view.average,
    abscissa: s.view.abscissa,
  }));
  const shown = pins.filter(({ name }) => only === undefined || name === only);
  return shown.map((pin) => {
    const [x, y] =
      of === 'curve'
        ? [pin.curve[average].map((_, k) => k), pin.curve[average]]
        : of === 'training'
          ? [pin.training[abscissa], pin.training.loss]
          : pin.task?.key === key
            ? [grid, pin.task.after[Math.min(step, pin.task.after.length - 1)]!]
            : [null, []];
    if (x === null) return null;
    const name = `${pin.number} ${names.get(pin.number)}`;
    return <Ghost key={pin.number} pin={pin} name={name} x={drawn(x)} y={drawn(y)} />;
  });
}

interface GhostProps {
  readonly pin: Pin;
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Paler than what is live, with its number where it ends. */
function Ghost({ pin, name, x, y }: GhostProps) {
  const look = dashed(pin.name, GHOST);
  const plot = usePlot();
  const last = y.findLastIndex(Number.isFinite);
  if (plot === null || last < 0) return null;
  const left = Math.min(plot.x(x[last]!), plot.left + plot.width) - 10;
  return (
    <>
      <Curve name={name} x={x} y={y} look={look} width={1.6} opacity={0.75} />
      <text
        className={styles.end}
        x={left}
        y={Math.max(plot.top + 12, plot.y(y[last]!) - 5)}
        style={{ fill: look.color }}
      >
        {pin.number}
      </text>
    </>
  );
}
