/** Few-shot recognition by attention in TensorFlow.js: one task at a time, or all in rank-3 products. */

import * as tf from '@tensorflow/tfjs';
import {
  type AttentionSetWorkload,
  attentionSetInputs,
  attentionSetShapes,
  PIXELS,
} from './attentionSet';
import type { Step } from './contender';
import { crossEntropy } from './plainTfjsCrossEntropy';
import { flat, held, type Parameters, read } from './tfjsTensors';

/** Images [tasks, points, PIXELS] of support and query points, and one-hot targets of the latter [tasks, points, ways]. */
interface Episodes {
  readonly support: tf.Tensor;
  readonly query: tf.Tensor;
  readonly y: tf.Tensor3D;
}

export async function preparePlainTfjsAttentionSet(
  how: 'loop' | 'batched',
  workload: AttentionSetWorkload,
): Promise<Step> {
  const { tasks, ways, shots, queries, width } = workload;
  const inputs = attentionSetInputs(workload);
  const theta = held(inputs.parameters, attentionSetShapes(workload));
  /** Tasks of one tape. */
  const together = how === 'batched' ? tasks : 1;
  const parts = (values: Float32Array, points: number, numbers: number): tf.Tensor3D[] =>
    tf.split(tf.tensor3d(values, [tasks, points, numbers]), tasks / together);
  const support = parts(inputs.supportX, ways * shots, PIXELS);
  const query = parts(inputs.queryX, ways * queries, PIXELS);
  const y = parts(inputs.queryY, ways * queries, ways);
  const all = y.map((own, i): Episodes => ({ support: support[i]!, query: query[i]!, y: own }));

  /** Weights that all tasks share make one product of the points of all. */
  const product = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
    x.reshape([-1, w.shape[0]!]).matMul(w).reshape([together, -1, w.shape[1]!]);

  /** The sum over tasks of the mean over query points. */
  const losses = (p: Parameters, episodes: Episodes): tf.Scalar => {
    const [embedding, toQueries, toKeys, toValues, weights, shifts] = p;
    const set = product(episodes.support, embedding!);
    const points = tf.concat([set, product(episodes.query, embedding!)], 1);
    const scores = tf.matMul(product(points, toQueries!), product(set, toKeys!), false, true);
    const attention = tf.softmax(scores.mul(1 / Math.sqrt(width)));
    const seen = attention.matMul(product(set, toValues!)).add(points);
    const z = product(seen.tanh(), weights!).add(shifts!);
    const [ofSupport, ofQueries] = tf.split(z, [ways * shots, ways * queries], 1);
    const means = ofSupport!.reshape([together, ways, shots, width]).mean(2);
    const distances = ofQueries!.expandDims(2).sub(means.expandDims(1)).square().sum(3);
    return crossEntropy(distances.neg(), episodes.y);
  };
  const gradient = (episodes: Episodes): tf.Tensor =>
    flat(tf.grads((...p: Parameters) => losses(p, episodes))(theta));
  return () => read(() => tf.addN(all.map((one) => tf.tidy(() => gradient(one)))).div(tasks));
}
