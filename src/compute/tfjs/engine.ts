/** The engine over TensorFlow.js: WebGPU, WebGL, WASM and plain JavaScript. */

import * as tf from '@tensorflow/tfjs-core';
import type { Network } from '../../networks/network';
import type { Program } from '../../networks/program';
import { compileCoordinatewise } from '../coordinatewise';
import {
  type Batch,
  type Engine,
  EngineError,
  type Loss,
  type ProgramLoss,
  type Rows,
} from '../engine';
import type { Fault } from '../fault';
import { compileGates } from '../gatedCell';
import { compileLearner, type HeldBatch, type Host } from '../learner';
import { compileProgram } from '../programs/learner';
import { startBackend, type TfjsEngineName } from './backends';
import { sumOverRows, TfMatrices, TfRows, tfTensors } from './tensors';

const own = (rows: Rows): TfRows => rows as TfRows;

/** Milliseconds within which a failed read turns out to be a lost device. */
const LOSS_DELAY = 250;

/** @throws EngineError 'missing' if the backend cannot start here */
export async function createTfjsEngine(name: TfjsEngineName): Promise<Engine> {
  const backend = await startBackend(name);
  let loss: Fault | null = null;
  const readers = new Set<(loss: EngineError) => void>();
  void backend.lost.then((fault) => {
    loss = fault;
    for (const fail of readers) fail(new EngineError(name, 'lost', fault));
  });
  /** Fails once the device is lost. `Promise.race` would keep every value that was ever read, as long as it is not. */
  const unlessLost = <T>(work: Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (loss !== null) reject(new EngineError(name, 'lost', loss));
      readers.add(reject);
      work.then(resolve, reject).finally(() => readers.delete(reject));
    });

  const upload = (values: Float32Array, shape: [number, number, number]) =>
    new TfMatrices(tf.tensor3d(values, shape, 'float32'));

  const read = async (rows: Rows, into?: Float32Array): Promise<Float32Array> => {
    try {
      // A lost device may leave the read waiting for ever, or fail it before the loss is announced.
      const joined = tf.tidy(() => own(rows).joined());
      const values = await unlessLost(joined.data<'float32'>());
      if (joined !== own(rows).whole) joined.dispose();
      loss ??= backend.trouble();
      if (loss === null) {
        // What some backends give is what they hold.
        if (into === undefined) return values.slice();
        into.set(values);
        return into;
      }
    } catch (error) {
      await unlessLost(new Promise((resolve) => setTimeout(resolve, LOSS_DELAY)));
      throw error;
    }
    throw new EngineError(name, 'lost', loss);
  };

  const rows = (values: Float32Array, tasks: number) =>
    TfRows.whole(tf.tensor2d(values, [tasks, values.length / tasks], 'float32'));
  const tidy = <R>(body: () => R): R => tf.tidy(body as () => tf.TensorContainer) as R;
  const host: Host<TfMatrices> = {
    tensors: tfTensors,
    rows,
    upload: (values, tasks, height, columns) => upload(values, [tasks, height, columns]),
    matrix: (flat) => new TfMatrices(tf.reshape(own(flat).joined(), [flat.tasks, 1, flat.width])),
    flatten: (m) => TfRows.whole(tf.reshape(m.tensor, [m.tasks, m.rows * m.columns])),
    tidy,
  };

  const engine: Engine = {
    name,

    compile: (network: Network, loss: Loss | null) => compileLearner(host, network, loss),
    compileProgram: (program: Program, loss: ProgramLoss | null, set?: Batch) =>
      compileProgram(host, program, loss, set),
    compileCoordinatewise: (network) => compileCoordinatewise(host, network),
    compileGates: (cell) => compileGates(host, cell),

    rows,

    read,

    copy: (rows) => tidy(() => TfRows.whole(tf.clone(own(rows).joined()))),

    task: (rows, task) =>
      tidy(() => {
        const at = rows.tasks === 1 ? 0 : task;
        return TfRows.whole(tf.slice(own(rows).joined(), [at, 0], [1, rows.width]));
      }),

    addScaled: (a, scale, b) =>
      engine.tidy(() => {
        const shapes = own(b).parts ?? own(a).parts;
        if (shapes === null) {
          return TfRows.whole(tf.add(own(a).joined(), tf.mul(own(b).joined(), scale)));
        }
        const [left, right] = [own(a).cut(shapes), own(b).cut(shapes)];
        return TfRows.parts(
          left.map((m, i) => tfTensors.add(m, tfTensors.scale(right[i]!, scale))),
        );
      }),

    multiply: (a, b) => tidy(() => TfRows.whole(tf.mul(own(a).joined(), own(b).joined()))),

    divideTasks: (a, b) => tidy(() => TfRows.whole(tf.div(own(a).joined(), own(b).joined()))),

    dot: (a, b) =>
      tidy(() => {
        const products = tf.expandDims(tf.mul(own(a).joined(), own(b).joined()), 2);
        return TfRows.whole(tf.squeeze(sumOverRows(products), [2]));
      }),

    mean: (a) =>
      // Products with a row of 1/tasks: one operation where a mean over the first axis is two.
      engine.tidy(() => {
        const weights = tf.fill([1, a.tasks], 1 / a.tasks) as tf.Tensor2D;
        const flat = own(a).parts?.map((m) => tf.reshape(m.tensor, [m.tasks, m.rows * m.columns]));
        const means = (flat ?? [own(a).joined()]).map((m) => tf.matMul(weights, m as tf.Tensor2D));
        return TfRows.whole(tf.concat(means, 1));
      }),

    adam: (parameters, gradient, moments, { rate, beta1, beta2, epsilon }) =>
      engine.tidy(() => {
        const g = own(gradient).joined();
        const updates = moments.updates + 1;
        const first = tf.add(tf.mul(own(moments.first).joined(), beta1), tf.mul(g, 1 - beta1));
        const second = tf.add(
          tf.mul(own(moments.second).joined(), beta2),
          tf.mul(tf.square(g), 1 - beta2),
        );
        const corrected = tf.sqrt(tf.mul(second, 1 / (1 - beta2 ** updates)));
        const step = tf.div(
          tf.mul(first, rate / (1 - beta1 ** updates)),
          tf.add(corrected, epsilon),
        );
        return {
          parameters: TfRows.whole(tf.sub(own(parameters).joined(), step)),
          moments: {
            first: TfRows.whole(first),
            second: TfRows.whole(second),
            updates,
          },
        };
      }),

    tidy,

    release(...handles) {
      for (const handle of handles) {
        if (handle instanceof TfRows) handle.dispose();
        else {
          const { inputs, targets } = handle as HeldBatch<TfMatrices>;
          inputs.tensor.dispose();
          targets?.tensor.dispose();
        }
      }
    },

    memory() {
      const { numTensors, numBytes } = tf.memory();
      return { handles: numTensors, bytes: numBytes, reserved: numBytes };
    },

    dispose() {
      tf.disposeVariables();
      tf.removeBackend(tf.getBackend());
    },
  };
  return engine;
}
