/** Few-shot recognition by attention in jax-js: a loss for one task, vmap over tasks. */

import { grad, jit, nn, numpy as np, tree, vmap } from '@jax-js/jax';
import {
  type AttentionSetWorkload,
  attentionSetInputs,
  attentionSetShapes,
  PIXELS,
} from './attentionSet';
import type { Step } from './contender';
import { flat, held, type Parameters } from './jaxJsArrays';

export function prepareJaxJsAttentionSet(workload: AttentionSetWorkload): Step {
  const { tasks, ways, shots, queries, width } = workload;
  const inputs = attentionSetInputs(workload);
  const theta = held(inputs.parameters, attentionSetShapes(workload));
  const support = np.array(inputs.supportX).reshape([tasks, ways * shots, PIXELS]);
  const query = np.array(inputs.queryX).reshape([tasks, ways * queries, PIXELS]);
  const targets = np.array(inputs.queryY).reshape([tasks, ways * queries, ways]);

  /** Of one task. Owns its arguments, as jax-js has it. */
  const loss = (p: Parameters, near: np.Array, far: np.Array, y: np.Array): np.Array => {
    const [embedding, toQueries, toKeys, toValues, weights, shifts] = p;
    const set = np.matmul(near, embedding!.ref);
    const points = np.concatenate([set.ref, np.matmul(far, embedding!)], 0);
    const q = np.matmul(points.ref, toQueries!);
    const k = np.matmul(set.ref, toKeys!);
    const v = np.matmul(set, toValues!);
    const scores = np.matmul(q, np.transpose(k)).mul(1 / Math.sqrt(width));
    const seen = np.matmul(nn.softmax(scores, -1), v).add(points);
    const z = np.matmul(np.tanh(seen), weights!).add(shifts!);
    const [ofSupport, ofQueries] = np.split(z, [ways * shots], 0);
    const means = ofSupport!.reshape([ways, shots, width]).mean(1);
    // −‖q − c‖² but for ‖q‖², which all classes of a query point share.
    const products = np.matmul(ofQueries!, np.transpose(means.ref)).mul(2);
    const closeness = products.sub(np.square(means).sum(1));
    return nn.logSoftmax(closeness, -1).mul(y).sum(-1).mean().mul(-1);
  };
  const gradient = jit((p: Parameters, near: np.Array, far: np.Array, y: np.Array) => {
    const mean = (q: Parameters, a: np.Array, b: np.Array, c: np.Array) =>
      vmap(loss, [null, 0, 0, 0])(q, a, b, c).mean();
    return flat(grad(mean)(p, near, far, y));
  });
  return async () =>
    (await gradient(tree.ref(theta), support.ref, query.ref, targets.ref).data()) as Float32Array;
}
