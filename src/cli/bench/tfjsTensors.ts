/** Parameter matrices as TensorFlow.js tensors. */

import * as tf from '@tensorflow/tfjs';
import { cut, type Shape } from './shapes';

export const held = (parameters: Float32Array, shapes: readonly Shape[]): tf.Tensor[] =>
  cut(parameters, shapes).map(({ values, shape }) => tf.tensor2d(values, shape));

export const flat = (tensors: tf.Tensor[]): tf.Tensor => tf.concat(tensors.map((t) => t.flatten()));

export async function read(compute: () => tf.Tensor): Promise<Float32Array> {
  const result = tf.tidy(compute);
  const values = await result.data<'float32'>();
  result.dispose();
  return values;
}
