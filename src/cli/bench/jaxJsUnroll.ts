/** The meta-step of a learned optimiser in jax-js, which has no scan: the gradient of the unrolled loss, jitted whole. */

import { grad, jit, lax, nn, numpy as np, tree } from '@jax-js/jax';
import { LOG_SIGN_P } from '../../networks/coordinatewise';
import type { Step } from './contender';
import { flat, held, type Parameters } from './jaxJsArrays';
import { type UnrollWorkload, unrollInputs, unrollShapes } from './unroll';

type Memory = { hidden: np.Array; cell: np.Array };

/** Owns x and the memory before, not the weights. */
function lstm([fromBelow, recurrent, biases]: Parameters, x: np.Array, before: Memory): Memory {
  const z = np
    .matmul(x, fromBelow!.ref)
    .add(np.matmul(before.hidden, recurrent!.ref))
    .add(biases!.ref);
  const [input, forget, candidate, output] = np.split(z, 4, 1);
  const cell = nn
    .sigmoid(forget!)
    .mul(before.cell)
    .add(nn.sigmoid(input!).mul(np.tanh(candidate!)));
  return { hidden: nn.sigmoid(output!).mul(np.tanh(cell.ref)), cell };
}

export async function prepareJaxJsUnroll(workload: UnrollWorkload): Promise<Step> {
  const { problems, dimension, updates, network } = workload;
  const inputs = unrollInputs(workload);
  const coordinates = problems * dimension;
  const phi = held(inputs.parameters, unrollShapes(workload));
  const matrices = np.array(inputs.matrices).reshape([problems, dimension, dimension]);
  const targets = np.array(inputs.targets).reshape([problems, dimension, 1]);
  const starts = np.array(inputs.starts).reshape([problems, dimension, 1]);

  /** Wθ − y. Owns none of its arguments. */
  const residualAt = (theta: np.Array, w: np.Array, y: np.Array): np.Array =>
    np.matmul(w.ref, theta.ref).sub(y.ref);

  /** What the optimiser is given, as a constant. Owns the residual. */
  const preprocessed = (residual: np.Array, w: np.Array): np.Array => {
    const gradient = np
      .matmul(np.transpose(w.ref, [0, 2, 1]), lax.stopGradient(residual))
      .mul(2)
      .reshape([coordinates, 1]);
    const size = np.maximum(np.log(np.abs(gradient.ref)).mul(1 / LOG_SIGN_P), -1);
    const sign = np.clip(gradient.mul(Math.exp(LOG_SIGN_P)), -1, 1);
    return np.concatenate([size, sign], 1);
  };

  const objective = (p: Parameters, w: np.Array, y: np.Array, start: np.Array): np.Array => {
    const [weights, bias] = p.slice(-2);
    const zeros = (width: number) => np.zeros([coordinates, width]);
    let memories = network.hidden.map(
      (width): Memory => ({ hidden: zeros(width), cell: zeros(width) }),
    );
    let theta = start;
    let residual = residualAt(theta, w, y);
    let sum = np.array(0);
    for (let t = 0; t < updates; t++) {
      let x = preprocessed(residual, w);
      memories = memories.map((before, l) => {
        const after = lstm(p.slice(3 * l, 3 * l + 3), x, before);
        x = after.hidden.ref;
        return after;
      });
      const update = np.matmul(x, weights!.ref).add(bias!.ref).mul(network.outputScale);
      theta = theta.add(update.reshape([problems, dimension, 1]));
      residual = residualAt(theta, w, y);
      sum = sum.add(np.square(residual.ref).sum());
    }
    tree.dispose([p, w, y, memories, theta, residual]);
    return sum;
  };

  const metaGradient = jit((p: Parameters, w: np.Array, y: np.Array, start: np.Array) =>
    flat(grad(objective)(p, w, y, start)),
  );
  return async () =>
    (await metaGradient(
      tree.ref(phi),
      matrices.ref,
      targets.ref,
      starts.ref,
    ).data()) as Float32Array;
}
