/** Random quadratics f(θ) = ‖Wθ − y‖², the problems of Andrychowicz et al. 2016, section 3.1. */

import type { Stream } from '../math/rng';

/**
 * - `gaussian`: W, y and the start from N(0, 1), as the paper has it.
 * - `uniform`: W, y from U[0, 1), the start from N(0, 0.01²), as the authors' code has it
 *   (deepmind/learning-to-learn, problems.py).
 */
export const quadraticKinds = ['gaussian', 'uniform'] as const;
export type QuadraticKind = (typeof quadraticKinds)[number];

/** A batch of problems of one family, as a learner takes it, and where optimisation begins. */
export interface Problems {
  readonly tasks: number;
  readonly points: number;
  /** Row-major [tasks, points, features]. */
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  /** Row-major [tasks, dimension]. */
  readonly starts: Float32Array;
}

/**
 * @param scaling coordinates are stretched by e^u with u from U[−scaling, scaling], so that an optimiser meets
 *   gradients of many sizes (Lv et al. 2017, RNNprop); 0 leaves them alone
 */
export function drawQuadratics(
  kind: QuadraticKind,
  count: number,
  dimension: number,
  scaling: number,
  random: Stream,
): Problems {
  const inputs = new Float32Array(count * dimension * dimension);
  const targets = new Float32Array(count * dimension);
  const starts = new Float32Array(count * dimension);
  const draw = kind === 'gaussian' ? () => random.normal() : () => random.uniform();
  const begin = kind === 'gaussian' ? () => random.normal() : () => random.normal(0, 0.01);
  for (let p = 0; p < count; p++) {
    const at = p * dimension;
    for (let i = 0; i < dimension * dimension; i++) inputs[at * dimension + i] = draw();
    for (let i = 0; i < dimension; i++) targets[at + i] = draw();
    for (let i = 0; i < dimension; i++) starts[at + i] = begin();
    if (scaling === 0) continue;
    for (let j = 0; j < dimension; j++) {
      const stretch = Math.exp(random.uniform(-scaling, scaling));
      // f(s θ′): a column of W is stretched, the start is the same point in the new coordinates.
      for (let i = 0; i < dimension; i++) inputs[(at + i) * dimension + j]! *= stretch;
      starts[at + j]! /= stretch;
    }
  }
  return { tasks: count, points: dimension, inputs, targets, starts };
}
