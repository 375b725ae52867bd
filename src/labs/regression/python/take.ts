/** The regression lab in sight, for Python. */

import { mlp, parameterShapes } from '../../../networks/network';
import { perSpec } from '../../kit/perSpec';
import { matrixOf, numbersOf } from '../../kit/python/layout';
import type { Figure, TakeOf } from '../../kit/python/take';
import type { Tensor, Tensors } from '../../kit/safetensors';
import type { RegressionSpec } from '../fields';
import type { EvaluateAnswer } from '../heldOut/question';
import type { RegressionLab } from '../lab';
import { sheetOf } from '../methods';
import type { RegressionSnapshot } from '../snapshot';
import { leftOutOf, recipeOf } from './generate';

/** Held-out tasks that the script judges by, and the page when it rests. */
const SCRIPT_TASKS = 600;

/** The state changes all along in training, the settings do not. */
const recipes = perSpec(recipeOf);

export const takeOf: TakeOf = (any) => {
  const lab = any as unknown as RegressionLab;
  const { running, answers } = lab.store.getState();
  const { evaluate } = answers;
  const without = leftOutOf(running);
  const isWhole = (evaluate?.complete ?? false) && evaluate!.tasks >= SCRIPT_TASKS;
  return {
    name: 'regression',
    recipe: without.length < running.contenders.length ? recipes(running) : null,
    ...{ leftOut: [], without },
    figures: isWhole ? figuresOf(evaluate!, running) : [],
    iteration: isWhole ? evaluate!.iteration : null,
    beforehand: [],
    async weights() {
      const snapshot = lab.snapshot();
      return snapshot && tensorsOf(snapshot, running);
    },
  };
};

/** Losses after no step, after one, after as many as in training, and in the end. */
export function figuresOf(
  { curves }: Pick<EvaluateAnswer, 'curves'>,
  spec: RegressionSpec,
): Figure[] {
  const { contenders, innerSteps, testSteps } = spec;
  const left = leftOutOf(spec);
  const told = new Set([0, 1, Math.min(innerSteps, testSteps), testSteps]);
  return contenders.flatMap((method) => {
    const curve = curves[method];
    if (curve === undefined || left.includes(method)) return [];
    return [...told]
      .sort((a, b) => a - b)
      .map((steps) => ({
        ...{ method, steps },
        mean: curve.mean[steps]!,
        ci95: curve.ci95[steps]!,
        median: curve.median[steps]!,
      }));
  });
}

/** The weights of every contender, named as the script has them. */
export function tensorsOf(
  { contenders }: Pick<RegressionSnapshot, 'contenders'>,
  spec: RegressionSpec,
): Tensors {
  // Activations are layers too, in PyTorch's count as in ours.
  const layers = parameterShapes(mlp(1, spec.hidden, 1, spec.activation));
  const tensors: Record<string, Tensor> = {};
  for (const { name, weights } of contenders) {
    // Their network is the page's alone.
    if (sheetOf(name).reads) continue;
    for (const [row, values] of Object.entries(weights)) {
      if (row === 'gates') {
        tensors[`${name}.${row}`] = { shape: [2, values.length / 2], data: values };
        continue;
      }
      const prefix = row === 'theta' ? name : `${name}.rate`;
      layers.forEach(([matrix, biases], i) => {
        if (matrix === undefined || biases === undefined) return;
        tensors[`${prefix}.${i}.weight`] = matrixOf(matrix, values);
        tensors[`${prefix}.${i}.bias`] = {
          shape: [biases.columns],
          data: numbersOf(biases, values),
        };
      });
    }
  }
  return tensors;
}
