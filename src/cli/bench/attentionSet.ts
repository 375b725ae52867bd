/**
 * The gradient of few-shot recognition by attention: the drawings of an episode, of 28 × 28 pixels each, through a linear
 * layer to `width` numbers; support and query points attend to the support points, softmax(q kᵀ / √width) v, which is added
 * to them; tanh, and a dense layer to `width` numbers, whose prototypical loss is taken: the cross-entropy of query points by
 * −‖z − c‖², c the mean support point of a class. The mean over tasks; gradients are with respect to all parameters.
 */

import { stream } from '../../math/rng';
import type { Program } from '../../networks/program';
import { attentionProgram } from '../../networks/programs/attention';
import { PIXELS } from '../../tasks/glyphs/glyphs';
import { drawings, labels } from './drawings';
import { initialProgram, shapesOfProgram } from './programs';
import type { Shape } from './shapes';

export interface AttentionSetWorkload {
  readonly name: string;
  readonly what: string;
  readonly kind: 'set';
  readonly tasks: number;
  /** Classes of a task. */
  readonly ways: number;
  /** Support points of each class. */
  readonly shots: number;
  /** Query points of each class. */
  readonly queries: number;
  readonly width: number;
}

/**
 * Row-major arrays: parameters [P], images [tasks, points, PIXELS], one-hot targets [tasks, points, ways]. Of a task's
 * points the support comes first; each part goes class by class. Parameters are the weights of embedding, queries, keys and
 * values, then weights and biases of the last layer.
 */
export interface AttentionSetInputs {
  readonly parameters: Float32Array;
  readonly supportX: Float32Array;
  readonly supportY: Float32Array;
  readonly queryX: Float32Array;
  readonly queryY: Float32Array;
}

export { PIXELS };

export const attentionSetProgram = ({ ways, shots, width }: AttentionSetWorkload): Program =>
  attentionProgram({ inputs: PIXELS, outputs: width, width, support: ways * shots });

export const attentionSetShapes = (workload: AttentionSetWorkload): readonly Shape[] =>
  shapesOfProgram(attentionSetProgram(workload));

export function attentionSetInputs(workload: AttentionSetWorkload): AttentionSetInputs {
  const { name, tasks, ways, shots, queries } = workload;
  const random = stream(1, `bench ${name}`);
  return {
    parameters: initialProgram(attentionSetProgram(workload), random),
    supportX: drawings(tasks * ways * shots, random),
    supportY: labels(tasks, ways, shots),
    queryX: drawings(tasks * ways * queries, random),
    queryY: labels(tasks, ways, queries),
  };
}
