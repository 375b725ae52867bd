/** jax-js as its users write it: a loss for one task, vmap over tasks, grad, jit. */

import { defaultDevice, grad, init, jit, nn, numpy as np, tree, vmap } from '@jax-js/jax';
import type { Step } from './contender';
import { flat, held, type Parameters } from './jaxJsArrays';
import { prepareJaxJsAttentionSet } from './jaxJsAttentionSet';
import { prepareJaxJsImages } from './jaxJsImages';
import { adapted, descend, metaGradient } from './jaxJsMaml';
import { prepareJaxJsSequence } from './jaxJsSequence';
import { prepareJaxJsUnroll } from './jaxJsUnroll';
import { GRID, type RegressionWorkload, regressionInputs, regressionShapes } from './regression';
import type { Workload } from './workloads';

/** Owns its arguments, as jax-js has it. */
function network([w1, b1, w2, b2, w3, b3]: Parameters, x: np.Array): np.Array {
  const first = nn.relu(np.matmul(x, w1!).add(b1!));
  const second = nn.relu(np.matmul(first, w2!).add(b2!));
  return np.matmul(second, w3!).add(b3!);
}

const loss = (p: Parameters, x: np.Array, y: np.Array): np.Array =>
  np.square(network(p, x).sub(y)).mean();

export async function prepareJaxJs(workload: Workload): Promise<Step | null> {
  await init('wasm');
  defaultDevice('wasm');
  switch (workload.kind) {
    case 'unroll':
      return prepareJaxJsUnroll(workload);
    case 'images':
      return prepareJaxJsImages(workload);
    case 'sequence':
      return prepareJaxJsSequence(workload);
    case 'set':
      return prepareJaxJsAttentionSet(workload);
    case 'episode':
    case 'pairs':
      return null;
    default:
      return prepareRegression(workload);
  }
}

async function prepareRegression(workload: RegressionWorkload): Promise<Step> {
  const { tasks, points, innerRate, innerSteps, kind } = workload;
  const inputs = regressionInputs(workload);
  const theta = held(inputs.parameters, regressionShapes(workload));
  const batch = (values: Float32Array, part = 0) =>
    np
      .array(values.slice(part * tasks * points, (part + 1) * tasks * points))
      .reshape([tasks, points, 1]);

  if (kind === 'adapt') {
    const step = jit((p: Parameters, x: np.Array, y: np.Array) =>
      descend(tree.ref(p), grad(loss)(p, x, y), innerRate),
    );
    const outputs = jit((p: Parameters, x: np.Array) => network(p, x).reshape([-1]));
    const x = np.array(inputs.supportX).reshape([points, 1]);
    const y = np.array(inputs.supportY).reshape([points, 1]);
    const grid = np.array(inputs.grid).reshape([GRID, 1]);
    return async () => {
      const values = new Float32Array((innerSteps + 1) * GRID);
      let p = tree.ref(theta);
      for (let k = 0; k <= innerSteps; k++) {
        values.set(await outputs(tree.ref(p), grid.ref).data(), k * GRID);
        if (k < innerSteps) p = step(p, x.ref, y.ref);
      }
      tree.dispose(p);
      return values;
    };
  }

  const parts = kind === 'reptile' ? innerSteps : 1;
  const support = Array.from({ length: parts }, (_, i) => ({
    x: batch(inputs.supportX, i),
    y: batch(inputs.supportY, i),
  }));
  const [qx, qy] = [batch(inputs.queryX), batch(inputs.queryY)];

  if (kind !== 'reptile') {
    const direction = metaGradient(kind, loss, innerRate);
    const { x, y } = support[0]!;
    return async () =>
      (await direction(tree.ref(theta), x.ref, y.ref, qx.ref, qy.ref).data()) as Float32Array;
  }
  const xs = support.map((s) => s.x);
  const ys = support.map((s) => s.y);
  const walk = (p: Parameters, x: np.Array[], y: np.Array[]) => {
    let phi = tree.ref(p);
    x.forEach((part, i) => {
      phi = adapted(loss, innerRate, phi, part, y[i]!);
    });
    return flat(p.map((w, i) => w.sub(phi[i]!)));
  };
  const direction = jit((p: Parameters, x: np.Array[], y: np.Array[]) =>
    vmap(walk, [null, 0, 0])(p, x, y).mean(0),
  );
  return async () =>
    (await direction(tree.ref(theta), tree.ref(xs), tree.ref(ys)).data()) as Float32Array;
}
