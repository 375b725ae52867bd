/** Few-shot recognition of images in TensorFlow.js: tapes, over one task at a time or over all in rank-3 products. */

import * as tf from '@tensorflow/tfjs';
import type { Step } from './contender';
import {
  BLOCKS,
  type ImageMamlWorkload,
  type ImageWorkload,
  imageInputs,
  imageShapes,
  type PrototypicalWorkload,
  SIDE,
} from './images';
import { block } from './plainTfjsConvolution';
import { crossEntropy } from './plainTfjsCrossEntropy';
import { descend, flat, held, type Parameters, read } from './tfjsTensors';

/** Images [tasks × points, SIDE, SIDE, 1] and one-hot targets [tasks, points, ways]. */
interface Points {
  readonly x: tf.Tensor4D;
  readonly y: tf.Tensor3D;
}

export async function preparePlainTfjsImages(
  how: 'loop' | 'batched',
  workload: ImageWorkload,
): Promise<Step | null> {
  if (workload.method !== 'prototypical') return prepareMaml(how, workload);
  return how === 'batched' ? null : preparePrototypical(workload);
}

const imagesOf = (values: Float32Array): tf.Tensor4D =>
  tf.tensor1d(values).reshape([-1, SIDE, SIDE, 1]);

/** Embeddings of images under each task's parameters: [tasks, points, width]. */
function embedded(p: Parameters, x: tf.Tensor4D): tf.Tensor3D {
  let h = x;
  for (let b = 0; b < BLOCKS; b++) h = block(p.slice(3 * b, 3 * b + 3), h);
  const tasks = p[0]!.shape[0]!;
  return h.reshape([tasks, x.shape[0] / tasks, -1]);
}

function losses(p: Parameters, { x, y }: Points): tf.Scalar {
  const [weights, biases] = p.slice(-2);
  return crossEntropy(embedded(p, x).matMul(weights!).add(biases!), y);
}

async function prepareMaml(how: 'loop' | 'batched', workload: ImageMamlWorkload): Promise<Step> {
  const { method, tasks, ways, shots, queries, innerRate } = workload;
  const inputs = imageInputs(workload);
  const theta = held(inputs.parameters, imageShapes(workload));
  /** Tasks of one tape. */
  const together = how === 'batched' ? tasks : 1;
  const tapes = tasks / together;
  const part = (values: Float32Array, i: number): Float32Array => {
    const size = values.length / tapes;
    return values.slice(i * size, (i + 1) * size);
  };
  const pointsOf = (x: Float32Array, y: Float32Array, each: number, i: number): Points => ({
    x: imagesOf(part(x, i)),
    y: tf.tensor3d(part(y, i), [together, ways * each, ways]),
  });
  const all = Array.from({ length: tapes }, (_, i) => ({
    support: pointsOf(inputs.supportX, inputs.supportY, shots, i),
    query: pointsOf(inputs.queryX, inputs.queryY, queries, i),
  }));

  /** One copy of the weights for each task. */
  const spread = () => theta.map((w) => w.expandDims(0).mul(tf.ones([together, 1, 1])));
  const adapted = (p: Parameters, support: Points): Parameters =>
    descend(p, tf.grads((...q: Parameters) => losses(q, support))(p), innerRate);
  const direction = ({ support, query }: (typeof all)[number]): tf.Tensor => {
    const gradients =
      method === 'maml'
        ? tf.grads((...p: Parameters) => losses(adapted(p, support), query))(spread())
        : tf.grads((...p: Parameters) => losses(p, query))(adapted(spread(), support));
    return flat(gradients.map((g) => g.sum(0)));
  };
  return () => read(() => tf.addN(all.map((one) => tf.tidy(() => direction(one)))).div(tasks));
}

async function preparePrototypical(workload: PrototypicalWorkload): Promise<Step> {
  const { ways, shots, queries } = workload;
  const inputs = imageInputs(workload);
  const theta = held(inputs.parameters, imageShapes(workload)).map((w) => w.expandDims(0));
  const x = tf.concat([imagesOf(inputs.supportX), imagesOf(inputs.queryX)]);
  const y = tf.tensor3d(inputs.queryY, [1, ways * queries, ways]);
  const loss = (...p: Parameters): tf.Scalar => {
    const [support, query] = tf.split(embedded(p, x).squeeze([0]), [ways * shots, ways * queries]);
    const means = support!.reshape([1, ways, shots, -1]).mean(2);
    const distances = query!.expandDims(1).sub(means).square().sum(2);
    return crossEntropy(distances.neg().expandDims(0), y);
  };
  return () => read(() => flat(tf.grads(loss)(theta)));
}
