/** What can be predicted without knowing the task: the lines that an adapted learner must beat. */

import { linspace } from '../math/range';
import type { Sampling, TaskFamily } from './task';

/** Expected squared errors over a task family and its inputs. */
export interface TaskBlindErrors {
  /** Of predicting 0 everywhere. */
  readonly zero: number;
  /** Of predicting E[y | x]: no predictor that does not know the task has less. */
  readonly best: number;
}

const INTERVALS = 2000;

/**
 * Expected errors of the zero predictor and of the best task-blind predictor, noise included.
 *
 * @param gridPoints number of inputs when they lie on a grid
 */
export function taskBlindErrors(
  family: TaskFamily,
  sampling: Sampling,
  gridPoints: number,
): TaskBlindErrors {
  const { inputs, weights } = quadrature(sampling, gridPoints);
  let zero = 0;
  let best = 0;
  inputs.forEach((x, i) => {
    const { mean, square } = family.moments(x);
    zero += weights[i]! * square;
    best += weights[i]! * (square - mean * mean);
  });
  const noise = sampling.noise ** 2;
  return { zero: zero + noise, best: best + noise };
}

/** Nodes and weights of the average over inputs: the grid itself, or Simpson's rule over the range. */
function quadrature(sampling: Sampling, gridPoints: number) {
  if (sampling.inputs === 'grid' || sampling.inputRange[0] === sampling.inputRange[1]) {
    const inputs = linspace(sampling.inputRange, gridPoints);
    return { inputs, weights: inputs.map(() => 1 / inputs.length) };
  }
  const inputs = linspace(sampling.inputRange, INTERVALS + 1);
  const weights = inputs.map(
    (_, i) => (i === 0 || i === INTERVALS ? 1 : i % 2 === 1 ? 4 : 2) / (3 * INTERVALS),
  );
  return { inputs, weights };
}
