/** How a parameter vector begins. */

import type { Stream } from '../math/rng';
import { type Network, type ParameterShape, parameterCount, parameterShapes } from './network';
import { type Program, programSize } from './program';

/**
 * - `truncated-normal`: weights from N(0, 0.01²) cut at two deviations, biases 0 (Finn et al.'s code).
 * - `fan-in-uniform`: weights and biases from U(−1/√fan-in, 1/√fan-in) (PyTorch's default, Reptile's toy).
 * - `he-normal`: weights from N(0, 2/fan-in) cut at two deviations, biases 0 (He et al. 2015).
 *
 * Gains of batch normalisations are 1, and their shifts 0.
 */
export const initialisers = ['truncated-normal', 'fan-in-uniform', 'he-normal'] as const;
export type InitialiserName = (typeof initialisers)[number];

const TRUNCATED_NORMAL_SD = 0.01;

/** A flat parameter vector of `network`, drawn from `random`. */
export function initialise(
  network: Network,
  initialiser: InitialiserName,
  random: Stream,
): Float32Array {
  const values = new Float32Array(parameterCount(network));
  for (const shape of parameterShapes(network).flat()) {
    const draw = drawFor(initialiser, shape.role, shape.fanIn, random);
    const end = shape.offset + shape.rows * shape.columns;
    for (let i = shape.offset; i < end; i++) values[i] = draw();
  }
  return values;
}

/** A flat parameter vector of a program, weights and biases from U(−1/√fan-in, 1/√fan-in); biases follow their weights. */
export function initialiseProgram(program: Program, random: Stream): Float32Array {
  const values = new Float32Array(programSize(program));
  let [at, fanIn] = [0, 1];
  for (const [name, { rows, columns }] of Object.entries(program.parameters)) {
    if (program.layers.includes(name)) fanIn = rows;
    const bound = 1 / Math.sqrt(fanIn);
    for (const end = at + rows * columns; at < end; at++)
      values[at] = random.uniform(-bound, bound);
  }
  return values;
}

function drawFor(
  initialiser: InitialiserName,
  role: ParameterShape['role'],
  fanIn: number,
  random: Stream,
): () => number {
  if (role === 'gains') return () => 1;
  if (role === 'shifts') return () => 0;
  switch (initialiser) {
    case 'truncated-normal':
      return role === 'biases' ? () => 0 : () => random.truncatedNormal(TRUNCATED_NORMAL_SD);
    case 'he-normal':
      return role === 'biases' ? () => 0 : () => random.truncatedNormal(Math.sqrt(2 / fanIn));
    case 'fan-in-uniform': {
      const bound = 1 / Math.sqrt(fanIn);
      return () => random.uniform(-bound, bound);
    }
    default:
      return initialiser satisfies never;
  }
}
