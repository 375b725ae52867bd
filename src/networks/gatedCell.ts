/**
 * A memory cell whose contents are the weights of a learner, as data: what it keeps of a weight and how far it goes down the
 * gradient are gates, which all weights share. Ravi and Larochelle 2017, section 3, without the memory below the gates that
 * their code has.
 */

export interface GatedCell {
  /** What gates read of gradients and losses: themselves, or the two numbers of `coordinatewise.ts`. */
  readonly preprocessing: 'none' | 'log-sign';
  /** Whether the forget gate is learned, or stays at 1. */
  readonly forget: 'free' | 'one';
}

/** Of one gate: what it reads of the gradient (two), the loss (two), the weight, its own past; and a bias. */
export const GATE_NUMBERS = 7;
/** Numbers of the input gate, and then of the forget gate. Those of a second number that is not read are of no effect. */
export const gatedCellCount = 2 * GATE_NUMBERS;

/** Both lie in the middle of what the code draws from: a rate of 0.011, and 0.989 of a weight are kept. */
const FIRST_BIASES = [-4.5, 4.5] as const;

/** Gates that read nothing yet: nearly gradient descent. */
export function firstGates(): Float32Array {
  const values = new Float32Array(gatedCellCount);
  FIRST_BIASES.forEach((bias, gate) => {
    values[(gate + 1) * GATE_NUMBERS - 1] = bias;
  });
  return values;
}
