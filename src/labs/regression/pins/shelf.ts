/** What is pinned, kept in this browser: how a pin comes there, and how it is taken away and brought back. Knows no React. */

import { createStore } from 'zustand/vanilla';
import { notify } from '../../../session/notices';
import { means } from '../../../session/series';
import { predictionsOf } from '../adaptation/adaptation';
import { gridOf, type RegressionLab } from '../lab';
import type { ContenderName } from '../methods';
import { placesOf } from '../training/abscissa';
import { KEY } from './kept';
import { freeNumber, MOST_PINS, type Pin, readPins, rounded, settingsText, taskKey } from './pins';

interface Shelf {
  readonly pins: readonly Pin[];
}

export const shelf = createStore<Shelf>(() => ({ pins: kept() }));

export const isFull = ({ pins }: Shelf): boolean => pins.length >= MOST_PINS;

function kept(): readonly Pin[] {
  try {
    return readPins(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

function keep(pins: readonly Pin[]): void {
  shelf.setState({ pins: pins.toSorted((a, b) => a.number - b.number) });
  try {
    if (pins.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(pins));
  } catch {
    // Without storage, or with a full one, they last as long as the tab.
  }
}

/** Pins a contender as it is in sight. */
export function pinNow(lab: RegressionLab, name: ContenderName): void {
  const now = shelf.getState();
  const curve = lab.store.getState().answers.evaluate?.curves[name];
  if (curve === undefined || isFull(now)) return;
  const { running, answers } = lab.store.getState();
  const { series } = lab.run.store.getState();
  const places = (over: 'iterations' | 'gradients' | 'seconds') =>
    placesOf(over, series, name, running, answers.pace);
  const seconds = places('seconds');
  const pin: Pin = {
    number: freeNumber(now.pins),
    name,
    settings: settingsText(running),
    iteration: answers.evaluate!.iteration,
    task: onTask(lab, name),
    curve: { mean: rounded(curve.mean), median: rounded(curve.median) },
    training: {
      iterations: rounded(places('iterations')!),
      gradients: rounded(places('gradients')!),
      seconds: seconds === null ? null : rounded(seconds),
      loss: rounded(means(series, name)),
    },
  };
  keep([...now.pins, pin]);
}

/** What it predicts on the task in sight, after each step; null while that is not known. */
function onTask(lab: RegressionLab, name: ContenderName): Pin['task'] {
  const state = lab.store.getState();
  const { adapt } = state.answers;
  const { length } = gridOf(state.running);
  const after: Pin['curve']['mean'][] = [];
  for (let k = 0; k <= state.running.testSteps; k++) {
    const values = predictionsOf(adapt, name, k, length);
    if (values === null) return null;
    after.push(rounded(values));
  }
  return { key: taskKey(state), iteration: adapt!.iteration, after };
}

/** Takes one away, which can be undone. */
export function unpin(pin: Pin): void {
  keep(shelf.getState().pins.filter(({ number }) => number !== pin.number));
  notify({
    key: 'pins',
    tone: 'info',
    message: ({ pins }) => pins.taken,
    action: { label: ({ pins }) => pins.back, act: () => bringBack(pin) },
  });
}

/** Under its own number, unless that is another's by now. */
function bringBack(pin: Pin): void {
  const now = shelf.getState();
  if (isFull(now)) return;
  const taken = now.pins.some(({ number }) => number === pin.number);
  keep([...now.pins, taken ? { ...pin, number: freeNumber(now.pins) } : pin]);
}
