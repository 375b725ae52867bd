/** A curve while it is drawn: its values at even places, and what was in sight before. Knows no React. */

import { createStore } from 'zustand/vanilla';
import { linspace, type Range } from '../../../math/range';
import { type RegressionLab, sightOf, taskInSight } from '../lab';
import { drawingText, PLACES } from './code';

interface Sketch {
  readonly values: readonly number[];
  /** Of its first and last place. */
  readonly range: Range;
  /** The task that is in sight meanwhile, as text. */
  readonly own: string;
}

/** Null while nobody draws. */
export const sketch = createStore<{ readonly now: Sketch | null }>(() => ({ now: null }));

/** What is put back if it was not meant. */
let putBack = (): void => {};

/** Begins with the curve in sight, or with a line at 0. */
export function beginDrawing(lab: RegressionLab, flat: boolean): void {
  const { running, view } = lab.store.getState();
  const { own, points } = view;
  putBack = () => lab.see({ own, points }, 'adapt');
  const range = sightOf(running);
  const { task } = taskInSight(running, view);
  const values = linspace(range, PLACES).map((x) => (flat ? 0 : task.value(x) || 0));
  sketch.setState({ now: { values, range, own } });
  if (flat) draw(lab, values);
}

export const endDrawing = (): void => sketch.setState({ now: null });

export function takeBack(): void {
  putBack();
  endDrawing();
}

export function draw(lab: RegressionLab, values: readonly number[]): void {
  const { now } = sketch.getState();
  if (now === null) return;
  const own = drawingText(now.range, values);
  sketch.setState({ now: { ...now, values, own } });
  lab.see({ own, points: null }, 'adapt');
}

/** Ends it where another task has come into sight. */
export function endOverAnother(lab: RegressionLab): void {
  const { now } = sketch.getState();
  if (now !== null && now.own !== lab.store.getState().view.own) endDrawing();
}

/** With a straight line between two places, whose ends are given by place and value. */
export function lined(
  values: readonly number[],
  [from, a]: readonly [number, number],
  [to, b]: readonly [number, number],
): number[] {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  return values.map((old, i) => {
    if (i < first || i > last) return old;
    return from === to ? b : a + ((b - a) * (i - from)) / (to - from);
  });
}

/** Places to each side that a key bends along. */
const BEND = 2.5;

/** Bent at one place by so much, and less about it. */
export const bent = (values: readonly number[], at: number, by: number): number[] =>
  values.map((old, i) => old + by * Math.exp(-((i - at) ** 2) / (2 * BEND ** 2)));
