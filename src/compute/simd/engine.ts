/** The engine for small networks: WebAssembly SIMD on one core, where a step costs its arithmetic and little else. */

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
import { fault } from '../fault';
import { compileGates } from '../gatedCell';
import { compileLearner, type HeldBatch, type Host } from '../learner';
import { compileProgram } from '../programs/learner';
import { instantiateKernels, supportedBuild } from './kernels';
import { mostlyZeros, type SimdMatrices } from './matrices';
import { Pool } from './pool';
import { piecesOf, type SimdRows, simdTensors, type WholeRows } from './tensors';

/** @throws EngineError 'missing' without WebAssembly SIMD */
export async function createSimdEngine(): Promise<Engine> {
  const build = supportedBuild();
  if (build === null) {
    throw new EngineError('simd', 'missing', fault('no-wasm-simd'));
  }
  const kernels = await instantiateKernels(build);
  const pool = new Pool(kernels.memory);
  const tensors = simdTensors(kernels, pool);

  const makeRows = (tasks: number, width: number): WholeRows => {
    const block = pool.take(tasks * width);
    return { tasks, width, pointer: block.pointer, block };
  };
  const upload = (values: Float32Array) => {
    const block = pool.take(values.length);
    pool.heap.set(values, block.pointer / 4);
    return { block, pointer: block.pointer };
  };
  const own = (rows: Rows) => rows as SimdRows;

  /** The rows in one piece, `tasks` of them: put together, or one repeated, if need be. */
  const whole = (rows: Rows, tasks = rows.tasks): WholeRows => {
    const from = own(rows);
    if (!('parts' in from) && from.tasks === tasks) return from;
    const to = makeRows(tasks, from.width);
    let at = to.pointer;
    for (const { count, pointer, task } of piecesOf(from)) {
      kernels.copy(tasks, count, pointer, task, at, 4 * from.width);
      at += 4 * count;
    }
    return to;
  };

  const rowsOf = (values: Float32Array, tasks: number): WholeRows => ({
    tasks,
    width: values.length / tasks,
    ...upload(values),
  });
  const host: Host<SimdMatrices> = {
    tensors,
    rows: rowsOf,
    upload: (values, tasks, rows, columns) => ({
      tasks,
      rows,
      columns,
      taskStride: rows * columns,
      sparse: mostlyZeros(values),
      ...upload(values),
    }),
    matrix(rows) {
      const { tasks, width, pointer, block } = whole(rows);
      return { tasks, rows: 1, columns: width, taskStride: width, pointer, block };
    },
    flatten: ({ tasks, rows, columns, pointer, block }): WholeRows => ({
      tasks,
      width: rows * columns,
      pointer,
      block,
    }),
    tidy: (body) => pool.tidy(body),
  };

  const engine: Engine = {
    name: 'simd',

    compile: (network: Network, loss: Loss | null) => compileLearner(host, network, loss),
    compileProgram: (program: Program, loss: ProgramLoss | null, set?: Batch) =>
      compileProgram(host, program, loss, set),
    compileCoordinatewise: (network) => compileCoordinatewise(host, network),
    compileGates: (cell) => compileGates(host, cell),

    rows: rowsOf,

    async read(rows, into) {
      return pool.tidy(() => {
        const { pointer, tasks, width } = whole(rows);
        const values = into ?? new Float32Array(tasks * width);
        values.set(pool.heap.subarray(pointer / 4, pointer / 4 + tasks * width));
        return values;
      });
    },

    copy(rows) {
      const { tasks, width } = rows;
      const to = makeRows(tasks, width);
      let at = to.pointer;
      for (const { count, pointer, task } of piecesOf(own(rows))) {
        kernels.copy(tasks, count, pointer, task, at, 4 * width);
        at += 4 * count;
      }
      return to;
    },

    task(rows, task) {
      const one = makeRows(1, rows.width);
      let to = one.pointer;
      for (const { count, pointer, task: stride } of piecesOf(own(rows))) {
        kernels.copy(1, count, pointer + task * stride, 0, to, 0);
        to += 4 * count;
      }
      return one;
    },

    addScaled(a, scale, b) {
      const c = makeRows(Math.max(a.tasks, b.tasks), a.width);
      let [left, right] = [piecesOf(own(a)), piecesOf(own(b))];
      // A whole operand is cut where the other one is.
      if (left.length < right.length) left = cutLike(left[0]!, right);
      else if (right.length < left.length) right = cutLike(right[0]!, left);
      let to = c.pointer;
      for (const [i, { count, pointer, task }] of left.entries()) {
        const other = right[i]!;
        const by = other.pointer;
        kernels.addScaled(c.tasks, count, pointer, task, scale, by, other.task, to, 4 * c.width);
        to += 4 * count;
      }
      return c;
    },

    multiply: (a, b) =>
      pool.tidy(() => host.flatten(tensors.multiply(host.matrix(a), host.matrix(b)))),

    divideTasks: (a, b) =>
      pool.tidy(() => {
        const factors = tensors.reciprocal(tensors.reshape(host.matrix(b), b.tasks, 1, 1));
        return host.flatten(tensors.matMul(factors, host.matrix(a)));
      }),

    dot: (a, b) =>
      pool.tidy(() =>
        host.flatten(tensors.matMul(host.matrix(a), host.matrix(b), { transposeB: true })),
      ),

    mean(a) {
      const c = makeRows(1, a.width);
      let to = c.pointer;
      for (const { count, pointer, task } of piecesOf(own(a))) {
        kernels.sumTasks(a.tasks, count, pointer, task, 1 / a.tasks, to);
        to += 4 * count;
      }
      return c;
    },

    adam: (parameters, gradient, moments, { rate, beta1, beta2, epsilon }) =>
      pool.tidy(() => {
        const { tasks, width } = gradient;
        const updates = moments.updates + 1;
        const [theta, first, second] = [0, 1, 2].map(() => makeRows(tasks, width)) as [
          WholeRows,
          WholeRows,
          WholeRows,
        ];
        kernels.adam(
          tasks * width,
          whole(parameters, tasks).pointer,
          whole(gradient).pointer,
          whole(moments.first, tasks).pointer,
          whole(moments.second, tasks).pointer,
          rate,
          beta1,
          beta2,
          epsilon,
          1 / (1 - beta1 ** updates),
          1 / (1 - beta2 ** updates),
          theta.pointer,
          first.pointer,
          second.pointer,
        );
        return { parameters: theta, moments: { first, second, updates } };
      }),

    tidy: (body) => pool.tidy(body),

    release(...handles) {
      for (const handle of handles) {
        if ('inputs' in handle) {
          const { inputs, targets } = handle as HeldBatch<SimdMatrices>;
          pool.give(inputs.block);
          if (targets !== null) pool.give(targets.block);
          continue;
        }
        const rows = own(handle as Rows);
        if ('parts' in rows) for (const { block } of rows.parts) pool.give(block);
        else pool.give(rows.block);
      }
    },

    memory: () => ({ handles: pool.live, bytes: pool.liveBytes, reserved: pool.reserved }),
    dispose: () => {},
  };

  return engine;
}

/** A single piece, cut as `others` are. */
function cutLike(
  piece: { pointer: number; task: number },
  others: readonly { count: number }[],
): { count: number; pointer: number; task: number }[] {
  let at = piece.pointer;
  return others.map(({ count }) => {
    const pointer = at;
    at += 4 * count;
    return { count, pointer, task: piece.task };
  });
}
