/** The regression lab in sight, for Python. */

import { transposed } from '../../kit/python/layout';
import type { Tensor, Tensors } from '../../kit/python/safetensors';
import type { Figure, TakeOf } from '../../kit/python/take';
import type { RegressionSpec } from '../fields';
import type { EvaluateAnswer } from '../heldOut/question';
import type { RegressionLab } from '../lab';
import type { RegressionSnapshot } from '../snapshot';
import { recipeOf } from './generate';

/** Held-out tasks that the script judges by, and the page when it rests. */
const SCRIPT_TASKS = 600;

export const takeOf: TakeOf = (any) => {
  const lab = any as unknown as RegressionLab;
  const { running, answers } = lab.store.getState();
  const { evaluate } = answers;
  const isWhole = (evaluate?.complete ?? false) && evaluate!.tasks >= SCRIPT_TASKS;
  return {
    name: 'regression',
    recipe: recipeOf(running),
    leftOut: [],
    figures: isWhole ? figuresOf(evaluate!, running) : [],
    iteration: isWhole ? evaluate!.iteration : null,
    async weights() {
      const snapshot = lab.snapshot();
      return snapshot && tensorsOf(snapshot, running);
    },
  };
};

/** Losses after no step, after one, after as many as in training, and in the end. */
export function figuresOf(
  { curves }: Pick<EvaluateAnswer, 'curves'>,
  { contenders, innerSteps, testSteps }: RegressionSpec,
): Figure[] {
  const told = new Set([0, 1, Math.min(innerSteps, testSteps), testSteps]);
  return contenders.flatMap((method) => {
    const curve = curves[method];
    if (curve === undefined) return [];
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
  const widths = [1, ...spec.hidden, 1];
  const tensors: Record<string, Tensor> = {};
  for (const { name, weights } of contenders) {
    for (const [row, values] of Object.entries(weights)) {
      const prefix = row === 'theta' ? name : `${name}.rate`;
      let at = 0;
      // Layers without weights lie between: activations.
      for (let layer = 0; layer + 1 < widths.length; layer++) {
        const [inputs, units] = [widths[layer]!, widths[layer + 1]!];
        const next = (count: number) => {
          at += count;
          return values.slice(at - count, at);
        };
        tensors[`${prefix}.${2 * layer}.weight`] = {
          shape: [units, inputs],
          data: transposed(next(inputs * units), inputs, units),
        };
        tensors[`${prefix}.${2 * layer}.bias`] = { shape: [units], data: next(units) };
      }
    }
  }
  return tensors;
}
