/** The gradient of MANN in TensorFlow.js: one tape through all steps, all streams in rank-3 products. */

import * as tf from '@tensorflow/tfjs';
import { streamInputs } from '../../networks/programs/readers/stream';
import type { Step } from './contender';
import { type MannEpisodeWorkload, mannEpisodeInputs, mannEpisodeShapes } from './mannEpisode';
import { crossEntropy } from './plainTfjsCrossEntropy';
import { flat, held, read } from './tfjsTensors';

/** As in src/networks/programs/readers/mann.ts and src/compute/programs/calculus.ts. */
const EMPTY = 1e-6;
const COSINE_EPSILON = 1e-12;

/** Rows of length one. */
const unit = (a: tf.Tensor): tf.Tensor =>
  a.mul(a.square().sum(-1, true).add(COSINE_EPSILON).rsqrt());

/** [streams, heads, slots]: 1 at the least used slot, for the second head at the second least used one, … */
const leastOf = (use: tf.Tensor, heads: number): tf.Tensor =>
  // A constant: TensorFlow.js has no stopGradient.
  tf.customGrad((input) => {
    const u = input as tf.Tensor;
    const slots = u.shape[1]!;
    const { indices } = tf.topk(u.neg(), heads);
    return { value: tf.oneHot(indices, slots).toFloat(), gradFunc: () => tf.zeros(u.shape) };
  })(use);

export async function preparePlainTfjsMannEpisode(workload: MannEpisodeWorkload): Promise<Step> {
  const { tasks, steps, labels } = workload;
  const { slots, width, heads, decay } = workload.mann;
  const inputs = mannEpisodeInputs(workload);
  const theta = held(inputs.parameters, mannEpisodeShapes(workload));
  const columns = streamInputs(workload);
  const x = tf.tensor3d(inputs.x, [tasks, steps, columns]);
  // Step after step: what a step reads lies together.
  const points = x.transpose([1, 0, 2]).reshape([steps * tasks, columns]) as tf.Tensor2D;
  const y = tf.tensor3d(inputs.y, [tasks, steps, labels]);
  const empty = tf.fill([tasks, slots, width], EMPTY);
  const unused = tf.range(0, slots).mul(EMPTY).expandDims(0).tile([tasks, 1]);
  const nowhere = tf.zeros([tasks, heads, slots]);
  const nothing = tf.zeros([tasks, heads * width]);

  const loss = (...p: tf.Tensor[]): tf.Scalar => {
    const [controller, offsets, fromRead, toHeads, biases, weights, shifts] = p;
    const told = tf.split(points.matMul(controller!).add(offsets!), steps);
    let [memory, use, reads, found]: tf.Tensor[] = [empty, unused, nowhere, nothing];
    const said = told.map((own) => {
      const h = own.add(found!.matMul(fromRead!)).tanh();
      const all = h.matMul(toHeads!).add(biases!);
      const sizes = [heads * width, heads * width, heads, heads];
      const [keys, adds, gates, strengths] = tf.split(all, sizes, 1);
      const ofHeads = (part: tf.Tensor) => part.reshape([tasks, heads, -1]);
      const key = ofHeads(keys!).tanh();
      const added = ofHeads(adds!).tanh();
      const gate = ofHeads(gates!).sigmoid();
      const strength = ofHeads(strengths!).softplus().add(1);
      const least = leastOf(use!, heads);
      const write = reads!.mul(gate).add(least.mul(tf.sub(1, gate)));
      const kept = memory!.mul(tf.sub(1, least.sum(1).expandDims(2)));
      memory = kept.add(tf.matMul(write, added, true));
      const cosines = tf.matMul(unit(key), unit(memory), false, true);
      reads = tf.softmax(cosines.mul(strength));
      found = tf.matMul(reads, memory).reshape([tasks, heads * width]);
      use = use!.mul(decay).add(reads.sum(1)).add(write.sum(1));
      return tf.concat([h, found], 1) as tf.Tensor2D;
    });
    const scores = tf.concat(said).matMul(weights!).add(shifts!);
    const ofStreams = scores.reshape([steps, tasks, labels]).transpose([1, 0, 2]);
    return crossEntropy(ofStreams, y).div(tasks);
  };
  return () => read(() => flat(tf.grads(loss)(theta)));
}
