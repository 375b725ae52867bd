/**
 * The gradient of an LSTM that reads sequences of drawings and names a class at every step: each image of 28 × 28 pixels
 * through a dense layer to `embedding` numbers, one LSTM layer with a state of zeros before the first step, a dense layer
 * to scores, and the mean cross-entropy over all steps of all sequences. Gradients are with respect to all parameters.
 */

import { stream } from '../../math/rng';
import type { Program } from '../../networks/program';
import { embedded } from '../../networks/programs/embedded';
import { lstmProgram } from '../../networks/programs/lstm';
import { PIXELS } from '../../tasks/glyphs/glyphs';
import { drawings } from './drawings';
import { initialProgram, shapesOfProgram } from './programs';
import type { Shape } from './shapes';

export interface SequenceWorkload {
  readonly name: string;
  readonly what: string;
  readonly kind: 'sequence';
  readonly tasks: 1;
  readonly sequences: number;
  readonly steps: number;
  readonly embedding: number;
  readonly units: number;
  readonly classes: number;
}

/**
 * Row-major arrays: parameters [P], images [steps, sequences, PIXELS], one-hot targets [steps, sequences, classes].
 * Parameters are weights and biases of the embedding, input weights, recurrent weights and biases of the LSTM with gates in
 * the order input, forget, candidate, output, and weights and biases of the scores.
 */
export interface SequenceInputs {
  readonly parameters: Float32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export { PIXELS };

export const sequenceProgram = ({
  sequences,
  embedding,
  units,
  classes,
}: SequenceWorkload): Program =>
  embedded(
    lstmProgram({ inputs: embedding, outputs: classes, hidden: [units], sequences }),
    PIXELS,
  );

export const sequenceShapes = (workload: SequenceWorkload): readonly Shape[] =>
  shapesOfProgram(sequenceProgram(workload));

export function sequenceInputs(workload: SequenceWorkload): SequenceInputs {
  const { name, sequences, steps, classes } = workload;
  const random = stream(1, `bench ${name}`);
  const points = steps * sequences;
  const y = new Float32Array(points * classes);
  for (let row = 0; row < points; row++) y[row * classes + random.integer(classes)] = 1;
  return {
    parameters: initialProgram(sequenceProgram(workload), random),
    x: drawings(points, random),
    y,
  };
}
