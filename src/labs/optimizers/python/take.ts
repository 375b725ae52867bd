/** The optimizer lab in sight, for Python. */

import { type CoordinatewiseShape, coordinatewiseShapes } from '../../../networks/coordinatewise';
import type { Figure, TakeOf } from '../../kit/python/take';
import type { Tensor, Tensors } from '../../kit/safetensors';
import type { OptimizerSpec, OptimizerView } from '../fields';
import type { OptimizerLab } from '../lab';
import type { OptimizerSnapshot, RaceAnswer } from '../questions';
import type { RacerName, TrainedName } from '../racers';
import { stamped } from '../stamped';
import type { Grids, Rates } from '../tuning';
import { recipeOf } from './generate';

/** The one that files hold. */
const subject: TrainedName = 'learned';

export const takeOf: TakeOf = (any) => {
  const lab = any as unknown as OptimizerLab;
  const state = lab.store.getState();
  const { running, answers, view, lookBack } = state;
  const { race } = answers;
  const isHere = race !== null && race.family === running.race;
  const grids = isHere ? race.grids : null;
  const isDone = isHere && race.complete && race.problems === running.raceProblems;
  return {
    name: 'optimizers',
    recipe: recipeOf(running, grids === null ? null : ratesOf(grids)),
    leftOut: [],
    figures: isDone ? figuresOf(race, running) : [],
    iteration: isDone ? race.of[subject] : null,
    beforehand: stamped.beforehand!(state),
    async weights() {
      const snapshot = lab.snapshot();
      return snapshot && tensorsOf(snapshot, running, lookBack === null ? view.shown : 'now');
    },
  };
};

/** f where the race begins, after ten and a hundred steps, and in the end. */
export function figuresOf(
  { curves }: Pick<RaceAnswer, 'curves'>,
  { racers, raceSteps }: OptimizerSpec,
): Figure[] {
  const told = new Set([0, Math.min(10, raceSteps), Math.min(100, raceSteps), raceSteps]);
  return racers.flatMap((method: RacerName) => {
    const curve = curves[method];
    if (curve === undefined) return [];
    return [...told].map((steps) => ({
      ...{ method, steps },
      mean: curve.mean[steps]!,
      ci95: curve.ci95[steps]!,
      median: curve.median[steps]!,
    }));
  });
}

/** What the script calls them, # the layer; and whether it has them as a vector. */
const names: Readonly<Record<CoordinatewiseShape['role'], readonly [string, boolean]>> = {
  input: ['#.input', false],
  recurrent: ['#.hidden', false],
  biases: ['#.bias', true],
  output: ['out.weight', false],
  'output bias': ['out.bias', true],
};

const ratesOf = (grids: Grids): Rates =>
  Object.fromEntries(
    Object.entries(grids).map(([name, { chosen }]) => [name, chosen]),
  ) as unknown as Rates;

/** The learned optimiser in sight, named as the script has it. */
export function tensorsOf(
  { trained }: Pick<OptimizerSnapshot, 'trained'>,
  spec: OptimizerSpec,
  shown: OptimizerView['shown'],
): Tensors {
  const own = trained.find(({ name }) => name === subject)!;
  const { phi } = shown === 'best' && own.best !== null ? own.best.weights : own.weights;
  const tensors: Record<string, Tensor> = {};
  let layer = 0;
  let at = 0;
  for (const { role, rows, columns } of coordinatewiseShapes(spec)) {
    const [name, isVector] = names[role];
    const data = phi!.slice(at, at + rows * columns);
    const shape = isVector ? [columns] : [rows, columns];
    tensors[`${subject}.${name.replace('#', String(layer))}`] = { shape, data };
    at += data.length;
    if (role === 'biases') layer += 1;
  }
  return tensors;
}
