/** The meta-step of a learned optimiser in TensorFlow.js: one tape through the whole unroll, coordinates as rows. */

import * as tf from '@tensorflow/tfjs';
import { LOG_SIGN_P } from '../../networks/coordinatewise';
import type { Step } from './contender';
import { flat, held, read } from './tfjsTensors';
import { type UnrollWorkload, unrollInputs, unrollShapes } from './unroll';

interface Memory {
  readonly hidden: tf.Tensor;
  readonly cell: tf.Tensor;
}

function lstm([fromBelow, recurrent, biases]: tf.Tensor[], x: tf.Tensor, before: Memory): Memory {
  const z = x.matMul(fromBelow!).add(before.hidden.matMul(recurrent!)).add(biases!);
  const [input, forget, candidate, output] = tf.split(z, 4, 1);
  const cell = forget!.sigmoid().mul(before.cell).add(input!.sigmoid().mul(candidate!.tanh()));
  return { hidden: output!.sigmoid().mul(cell.tanh()), cell };
}

export async function preparePlainTfjsUnroll(workload: UnrollWorkload): Promise<Step> {
  const { problems, dimension, updates, network } = workload;
  const inputs = unrollInputs(workload);
  const coordinates = problems * dimension;
  const phi = held(inputs.parameters, unrollShapes(workload));
  const w = tf.tensor3d(inputs.matrices, [problems, dimension, dimension]);
  const y = tf.tensor3d(inputs.targets, [problems, dimension, 1]);
  const start = tf.tensor3d(inputs.starts, [problems, dimension, 1]);
  const empty = network.hidden.map((width): Memory => {
    const zeros = tf.zeros([coordinates, width]);
    return { hidden: zeros, cell: zeros };
  });

  // What the optimiser is given, from Wθ − y. TensorFlow.js has no stopGradient: a derivative stated to be zero is one.
  const preprocessed = tf.customGrad((residual) => {
    const at = residual as tf.Tensor;
    const gradient = w.matMul(at, true).mul(2).reshape([coordinates, 1]);
    const size = gradient.abs().log().div(LOG_SIGN_P).maximum(-1);
    const sign = gradient.mul(Math.exp(LOG_SIGN_P)).clipByValue(-1, 1);
    return { value: tf.concat([size, sign], 1), gradFunc: () => tf.zerosLike(at) };
  });

  const objective = (...p: tf.Tensor[]): tf.Scalar => {
    const [weights, bias] = p.slice(-2);
    let memories = empty;
    let theta: tf.Tensor = start;
    let residual = w.matMul(theta).sub(y);
    let sum = tf.scalar(0);
    for (let t = 0; t < updates; t++) {
      let x = preprocessed(residual);
      memories = memories.map((before, l) => {
        const after = lstm(p.slice(3 * l, 3 * l + 3), x, before);
        x = after.hidden;
        return after;
      });
      const update = x.matMul(weights!).add(bias!).mul(network.outputScale);
      theta = theta.add(update.reshape([problems, dimension, 1]));
      residual = w.matMul(theta).sub(y);
      sum = sum.add(residual.square().sum());
    }
    return sum;
  };
  return () => read(() => flat(tf.grads(objective)(phi)));
}
