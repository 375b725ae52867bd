/** What is read off an adaptation for drawing. */

import { ticks } from '../../../ui/charts/axis';
import type { Axis } from '../../../ui/charts/PlotFrame';
import type { RegressionSpec } from '../fields';
import { gridOf, type Shown, type State, sightOf, stepOf, taskInSight } from '../lab';
import type { ContenderName } from '../methods';
import { testTasks, trainingTasks } from '../tasks';
import type { AdaptAnswer } from './question';

/** Predictions on the grid after k steps, or null while they are not known. */
export function predictionsOf(
  adaptation: AdaptAnswer | null,
  name: ContenderName,
  k: number,
  gridPoints: number,
): Float32Array | null {
  const all = adaptation?.predictions[name];
  if (all === undefined || all.length < (k + 1) * gridPoints) return null;
  return all.subarray(k * gridPoints, (k + 1) * gridPoints);
}

/** The task in sight, after so many steps of adaptation. */
interface Seen extends Shown {
  readonly adaptation: AdaptAnswer | null;
  readonly spec: RegressionSpec;
  readonly step: number;
}

export const seenIn = (state: State): Seen => ({
  adaptation: state.answers.adapt,
  spec: state.running,
  shown: state.view.shown,
  own: state.view.own,
  step: stepOf(state),
});

/** Mean squared error against the true function, over the inputs of held-out tasks; of one's own, as that says. */
export function lossOnTask(seen: Seen, name: ContenderName): number | null {
  const { adaptation, spec, step } = seen;
  const { task, lossOf } = taskInSight(spec, seen);
  const grid = gridOf(spec);
  const predictions = predictionsOf(adaptation, name, step, grid.length);
  if (predictions === null || lossOf) return predictions && lossOf!(predictions);
  const [low, high] = spec.testInputRange;
  let sum = 0;
  let count = 0;
  grid.forEach((x, i) => {
    if (x < low - 1e-9 || x > high + 1e-9) return;
    sum += (predictions[i]! - task.value(x)) ** 2;
    count += 1;
  });
  return sum / count;
}

/** Axes that hold nearly every task of a spec, and values up to `high`: the same for all contenders. */
export function adaptationAxes(spec: RegressionSpec, high = 0): { x: Axis; y: Axis } {
  const x = sightOf(spec);
  const extent = Math.max(
    high,
    spec.task === 'sinusoid' ? sinusoidExtent(spec) : cubicExtent(spec),
  );
  const y = [-1.06 * extent, 1.06 * extent] as const;
  return {
    x: { domain: x, ticks: ticks(x, 6), label: 'x' },
    y: { domain: y, ticks: ticks(y, 6), label: 'y' },
  };
}

const sinusoidExtent = ({ amplitude, testAmplitude }: RegressionSpec): number =>
  Math.max(amplitude[1], testAmplitude[1], 0.1);

/** Two and a half standard deviations of the values, at the input where they vary most. */
function cubicExtent(spec: RegressionSpec): number {
  const families = [trainingTasks(spec).family, testTasks(spec).family];
  const squares = gridOf(spec).flatMap((x) => families.map((family) => family.moments(x).square));
  return 2.5 * Math.sqrt(Math.max(...squares));
}
