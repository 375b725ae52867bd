/** The gradient of an LSTM over sequences of images in jax-js, which has no scan: unrolled, and jitted whole. */

import { grad, jit, nn, numpy as np, tree } from '@jax-js/jax';
import type { Step } from './contender';
import { flat, held, type Parameters } from './jaxJsArrays';
import { PIXELS, type SequenceWorkload, sequenceInputs, sequenceShapes } from './sequence';

export async function prepareJaxJsSequence(workload: SequenceWorkload): Promise<Step> {
  const { sequences, steps, units, classes } = workload;
  const inputs = sequenceInputs(workload);
  const theta = held(inputs.parameters, sequenceShapes(workload));
  const images = np.array(inputs.x).reshape([steps * sequences, PIXELS]);
  const targets = np.array(inputs.y).reshape([steps * sequences, classes]);

  const loss = (p: Parameters, x: np.Array, y: np.Array): np.Array => {
    const [embedding, offsets, fromBelow, recurrent, biases, weights, shifts] = p;
    const points = np.matmul(x, embedding!).add(offsets!);
    const given = np.split(np.matmul(points, fromBelow!).add(biases!), steps, 0);
    let hidden = np.zeros([sequences, units]);
    let cell = np.zeros([sequences, units]);
    const said = given.map((own) => {
      const z = own.add(np.matmul(hidden, recurrent!.ref));
      const [input, forget, candidate, output] = np.split(z, 4, 1);
      const written = nn.sigmoid(input!).mul(np.tanh(candidate!));
      cell = nn.sigmoid(forget!).mul(cell).add(written);
      hidden = nn.sigmoid(output!).mul(np.tanh(cell.ref));
      return hidden.ref;
    });
    tree.dispose([hidden, cell, recurrent!]);
    const scores = np.matmul(np.concatenate(said, 0), weights!).add(shifts!);
    return nn.logSoftmax(scores, -1).mul(y).sum(-1).mean().mul(-1);
  };
  const gradient = jit((p: Parameters, x: np.Array, y: np.Array) => flat(grad(loss)(p, x, y)));
  return async () =>
    (await gradient(tree.ref(theta), images.ref, targets.ref).data()) as Float32Array;
}
