/**
 * A memory cell whose contents are the weights of a learner, as data: what it keeps of a weight and how far it goes down the
 * gradient are gates, which all weights share. Ravi and Larochelle 2017, section 3; with or without the memory below the gates that
 * their code has (twitter/meta-learning-lstm, `meta-learner-lstm.lua`).
 */

import type { Stream } from '../math/rng';

export interface GatedCell {
  /** What is read of gradients and losses: themselves, or the two numbers of `coordinatewise.ts`. */
  readonly preprocessing: 'none' | 'log-sign';
  /** Whether the forget gate is learned, or stays at 1. */
  readonly forget: 'free' | 'one';
  /** Units of a long short-term memory for each weight, which reads gradient and loss in the place of the gates; 0 of none. */
  readonly hidden: number;
}

/** Of one gate: what it reads of the gradient (two), the loss (two), the weight, its own past; and a bias. */
export const GATE_NUMBERS = 7;
/** Numbers of the input gate, and then of the forget gate. Those of a second number that is not read are of no effect. */
export const gatedCellCount = 2 * GATE_NUMBERS;

/** Of the code: "2 layers" in the paper. */
export const GATE_UNITS = 20;

/** Both lie in the middle of what the code draws from: a rate of 0.011, and 0.989 of a weight are kept. */
const FIRST_BIASES = [-4.5, 4.5] as const;
/** In the code, biases of gates lie within 0.5 of those, and all other numbers within this of 0. */
const BOUND = 0.01;

/**
 * With units below the gates, matrices in the order of the flat vector: what the memory reads of the gradient (two) and the loss
 * (two), its own hidden values and biases, gates in the order of `coordinatewise.ts`; then, of the two gates of the weight, what
 * they read of the units; the weight, their own past and biases.
 */
export const gatedShapes = (hidden: number) =>
  [
    { rows: 4, columns: 4 * hidden },
    { rows: hidden, columns: 4 * hidden },
    { rows: 1, columns: 4 * hidden },
    { rows: 2, columns: hidden },
    { rows: 2, columns: 3 },
  ] as const;

/** Length of the parameter vector. */
export const gatedCount = ({ hidden }: Pick<GatedCell, 'hidden'>): number =>
  hidden === 0
    ? gatedCellCount
    : gatedShapes(hidden).reduce((sum, { rows, columns }) => sum + rows * columns, 0);

/** Gates that read nothing yet. @param biases of the input gate and of the forget gate */
function gatesOf(biases: readonly [number, number]): Float32Array {
  const values = new Float32Array(gatedCellCount);
  biases.forEach((bias, gate) => {
    values[(gate + 1) * GATE_NUMBERS - 1] = bias;
  });
  return values;
}

/** Gates that read nothing yet, with input gates of this size in place of the usual one. */
export const gatesFrom = (start: number): Float32Array =>
  gatesOf([Math.log(start / (1 - start)), FIRST_BIASES[1]]);

/** Gates that read nothing yet: nearly gradient descent. With units below them, all but nothing, as in the code. */
export function firstGates({ hidden }: Pick<GatedCell, 'hidden'>, random: Stream): Float32Array {
  if (hidden === 0) return gatesOf(FIRST_BIASES);
  const values = new Float32Array(gatedCount({ hidden }));
  for (let i = 0; i < values.length; i++) values[i] = random.uniform(-BOUND, BOUND);
  FIRST_BIASES.forEach((bias, gate) => {
    values[values.length - 4 + 3 * gate] = bias + random.uniform(-0.5, 0.5);
  });
  return values;
}
