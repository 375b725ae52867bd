/** Parameter matrices as TensorFlow.js tensors. */

import * as tf from '@tensorflow/tfjs';
import { cut, type Shape } from './shapes';

export type Parameters = tf.Tensor[];

export const held = (parameters: Float32Array, shapes: readonly Shape[]): Parameters =>
  cut(parameters, shapes).map(({ values, shape }) => tf.tensor2d(values, shape));

export const flat = (tensors: tf.Tensor[]): tf.Tensor => tf.concat(tensors.map((t) => t.flatten()));

/** One step of gradient descent. */
export const descend = (p: Parameters, gradients: tf.Tensor[], rate: number): Parameters =>
  p.map((w, i) => w.sub(gradients[i]!.mul(rate)));

export async function read(compute: () => tf.Tensor): Promise<Float32Array> {
  const result = tf.tidy(compute);
  const values = await result.data<'float32'>();
  result.dispose();
  return values;
}
