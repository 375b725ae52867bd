/**
 * TensorFlow.js as its users write it: tapes, one tensor for each weight matrix. Looped over tasks, as tutorials have it, and
 * batched in rank-3 products, as somebody would who wants it faster.
 */

import * as tf from '@tensorflow/tfjs';
import type { Step } from './contender';
import { preparePlainTfjsAttentionSet } from './plainTfjsAttentionSet';
import { preparePlainTfjsImages } from './plainTfjsImages';
import { preparePlainTfjsMannEpisode } from './plainTfjsMannEpisode';
import { preparePlainTfjsSequence } from './plainTfjsSequence';
import { preparePlainTfjsUnroll } from './plainTfjsUnroll';
import { GRID, type RegressionWorkload, regressionInputs, regressionShapes } from './regression';
import { descend, flat, held, type Parameters, read } from './tfjsTensors';
import type { Workload } from './workloads';

const network = (p: Parameters, x: tf.Tensor): tf.Tensor => {
  const first = x.matMul(p[0]!).add(p[1]!).relu();
  const second = first.matMul(p[2]!).add(p[3]!).relu();
  return second.matMul(p[4]!).add(p[5]!);
};

export async function preparePlainTfjs(
  how: 'loop' | 'batched',
  workload: Workload,
): Promise<Step | null> {
  switch (workload.kind) {
    case 'unroll':
      return how === 'batched' ? preparePlainTfjsUnroll(workload) : null;
    case 'images':
      return preparePlainTfjsImages(how, workload);
    case 'sequence':
      return how === 'batched' ? preparePlainTfjsSequence(workload) : null;
    case 'set':
      return preparePlainTfjsAttentionSet(how, workload);
    case 'episode':
      return how === 'batched' ? preparePlainTfjsMannEpisode(workload) : null;
    case 'pairs':
      return null;
    default:
      return prepareRegression(how, workload);
  }
}

async function prepareRegression(
  how: 'loop' | 'batched',
  workload: RegressionWorkload,
): Promise<Step | null> {
  const { tasks, points, innerRate, innerSteps, kind } = workload;
  const inputs = regressionInputs(workload);
  const theta = held(inputs.parameters, regressionShapes(workload));

  if (kind === 'adapt') {
    if (how === 'batched') return null;
    const x = tf.tensor2d(inputs.supportX, [points, 1]);
    const y = tf.tensor2d(inputs.supportY, [points, 1]);
    const grid = tf.tensor2d(inputs.grid, [GRID, 1]);
    const loss = (...p: Parameters) => tf.losses.meanSquaredError(y, network(p, x)) as tf.Scalar;
    return () =>
      read(() => {
        let p = theta;
        const outputs = [network(p, grid)];
        for (let k = 0; k < innerSteps; k++) {
          p = descend(p, tf.grads(loss)(p), innerRate);
          outputs.push(network(p, grid));
        }
        return flat(outputs);
      });
  }

  const minibatches = kind === 'reptile' ? innerSteps : 1;
  if (how === 'loop') {
    const task = (values: Float32Array, t: number, part = 0) => {
      const start = (part * tasks + t) * points;
      return tf.tensor2d(values.slice(start, start + points), [points, 1]);
    };
    const all = Array.from({ length: tasks }, (_, t) => ({
      support: Array.from({ length: minibatches }, (_, i) => ({
        x: task(inputs.supportX, t, i),
        y: task(inputs.supportY, t, i),
      })),
      query: { x: task(inputs.queryX, t), y: task(inputs.queryY, t) },
    }));
    const loss = (p: Parameters, { x, y }: { x: tf.Tensor; y: tf.Tensor }) =>
      tf.losses.meanSquaredError(y, network(p, x)) as tf.Scalar;

    if (kind === 'maml') {
      const metaLoss = (...p: Parameters) => {
        const losses = all.map(({ support, query }) => {
          const gradients = tf.grads((...q: Parameters) => loss(q, support[0]!))(p);
          return loss(descend(p, gradients, innerRate), query);
        });
        return tf.mean(tf.stack(losses)) as tf.Scalar;
      };
      return () => read(() => flat(tf.grads(metaLoss)(theta)));
    }
    const direction = ({ support, query }: (typeof all)[number]): tf.Tensor[] => {
      let p = theta;
      for (const batch of support) {
        p = descend(p, tf.grads((...q: Parameters) => loss(q, batch))(p), innerRate);
      }
      return kind === 'reptile'
        ? theta.map((w, i) => w.sub(p[i]!))
        : tf.grads((...q: Parameters) => loss(q, query))(p);
    };
    return () =>
      read(() => {
        const sums = all.map(direction).reduce((a, b) => a.map((w, i) => w.add(b[i]!)));
        return flat(sums.map((w) => w.div(tasks)));
      });
  }

  const stack = (values: Float32Array, part = 0) =>
    tf.tensor3d(values.slice(part * tasks * points, (part + 1) * tasks * points), [
      tasks,
      points,
      1,
    ]);
  const support = Array.from({ length: minibatches }, (_, i) => ({
    x: stack(inputs.supportX, i),
    y: stack(inputs.supportY, i),
  }));
  const query = { x: stack(inputs.queryX), y: stack(inputs.queryY) };
  /** One copy of the weights for each task. */
  const spread = (p: Parameters) => p.map((w) => w.expandDims(0).mul(tf.ones([tasks, 1, 1])));
  // The sum over tasks of each one's mean loss, so that every task gets its own gradient.
  const losses = (p: Parameters, { x, y }: { x: tf.Tensor; y: tf.Tensor }) =>
    network(p, x).sub(y).square().sum().div(points) as tf.Scalar;
  const meanOf = (gradients: tf.Tensor[]) => flat(gradients.map((g) => g.mean(0)));

  if (kind === 'maml') {
    const metaLoss = (...p: Parameters) => {
      const gradients = tf.grads((...q: Parameters) => losses(q, support[0]!))(p);
      return losses(descend(p, gradients, innerRate), query);
    };
    return () => read(() => meanOf(tf.grads(metaLoss)(spread(theta))));
  }
  return () =>
    read(() => {
      const start = spread(theta);
      let p = start;
      for (const batch of support) {
        p = descend(p, tf.grads((...q: Parameters) => losses(q, batch))(p), innerRate);
      }
      return kind === 'reptile'
        ? meanOf(start.map((w, i) => w.sub(p[i]!)))
        : meanOf(tf.grads((...q: Parameters) => losses(q, query))(p));
    });
}
