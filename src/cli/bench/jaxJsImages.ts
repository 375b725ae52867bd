/** Few-shot recognition of images in jax-js: its own convolutions, under vmap over tasks. */

import { grad, jit, lax, nn, numpy as np, tree } from '@jax-js/jax';
import type { Step } from './contender';
import {
  BLOCKS,
  EPSILON,
  type ImageWorkload,
  imageInputs,
  imageShapes,
  type PrototypicalWorkload,
  SIDE,
} from './images';
import { flat, held, type Parameters } from './jaxJsArrays';
import { metaGradient } from './jaxJsMaml';

const CHANNELS_FIRST = [-1, 1, SIDE, SIDE];

/** Convolution, batch normalisation over a task's points, and ReLU. Owns its arguments, as jax-js has it. */
function block([filters, gains, shifts]: Parameters, x: np.Array): np.Array {
  const [taps, channels] = filters!.shape as [number, number];
  const kernel = np.transpose(filters!.reshape([3, 3, taps / 9, channels]), [3, 2, 0, 1]);
  const border: [number, number] = [1, 1];
  const z = lax.conv(x, kernel, [2, 2], [border, border]);
  const statistics = { keepdims: true };
  const centred = z.sub(np.mean(z.ref, [0, 2, 3], statistics));
  const variance = np.mean(np.square(centred.ref), [0, 2, 3], statistics);
  const perChannel = [1, channels, 1, 1];
  return nn.relu(
    centred
      .div(np.sqrt(variance.add(EPSILON)))
      .mul(gains!.reshape(perChannel))
      .add(shifts!.reshape(perChannel)),
  );
}

/** Embeddings [points, width], position by position. Owns its arguments. */
function embedded(p: Parameters, x: np.Array): np.Array {
  let h = x;
  for (let b = 0; b < BLOCKS; b++) h = block(p.slice(3 * b, 3 * b + 3), h);
  return np.transpose(h, [0, 2, 3, 1]).reshape([x.shape[0]!, -1]);
}

const crossEntropy = (scores: np.Array, targets: np.Array): np.Array =>
  nn.logSoftmax(scores, -1).mul(targets).sum(-1).mean().mul(-1);

function loss(p: Parameters, x: np.Array, y: np.Array): np.Array {
  const [weights, biases] = p.slice(-2);
  const scores = np.matmul(embedded(p.slice(0, -2), x), weights!).add(biases!);
  return crossEntropy(scores, y);
}

export function prepareJaxJsImages(workload: ImageWorkload): Step {
  if (workload.method === 'prototypical') return preparePrototypical(workload);
  const { method, tasks, ways, shots, queries, innerRate } = workload;
  const inputs = imageInputs(workload);
  const theta = held(inputs.parameters, imageShapes(workload));
  const imagesOf = (values: Float32Array, each: number) =>
    np.array(values).reshape([tasks, ways * each, 1, SIDE, SIDE]);
  const labelsOf = (values: Float32Array, each: number) =>
    np.array(values).reshape([tasks, ways * each, ways]);
  const [x, y] = [imagesOf(inputs.supportX, shots), labelsOf(inputs.supportY, shots)];
  const [u, v] = [imagesOf(inputs.queryX, queries), labelsOf(inputs.queryY, queries)];
  const direction = metaGradient(method, loss, innerRate);
  return async () =>
    (await direction(tree.ref(theta), x.ref, y.ref, u.ref, v.ref).data()) as Float32Array;
}

function preparePrototypical(workload: PrototypicalWorkload): Step {
  const { ways, shots, queries } = workload;
  const inputs = imageInputs(workload);
  const theta = held(inputs.parameters, imageShapes(workload));
  const all = new Float32Array(inputs.supportX.length + inputs.queryX.length);
  all.set(inputs.supportX);
  all.set(inputs.queryX, inputs.supportX.length);
  const x = np.array(all).reshape(CHANNELS_FIRST);
  const y = np.array(inputs.queryY).reshape([ways * queries, ways]);
  const episodeLoss = (p: Parameters, images: np.Array, targets: np.Array): np.Array => {
    const z = embedded(p, images);
    const width = z.shape[1]!;
    const [support, query] = np.split(z, [ways * shots], 0);
    const means = support!.reshape([ways, shots, width]).mean(1);
    // −‖q − c‖² but for ‖q‖², which all classes of a query point share.
    const products = np.matmul(query!, np.transpose(means.ref)).mul(2);
    return crossEntropy(products.sub(np.square(means).sum(1)), targets);
  };
  const gradient = jit((p: Parameters, images: np.Array, targets: np.Array) =>
    flat(grad(episodeLoss)(p, images, targets)),
  );
  return async () => (await gradient(tree.ref(theta), x.ref, y.ref).data()) as Float32Array;
}
