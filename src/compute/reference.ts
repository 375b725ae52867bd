/**
 * A plain engine in double precision: one loop per operation, nothing fast.
 *
 * It is the yardstick of the tests. Finite differences of its losses are good to eight digits, which
 * single precision could not show; every other engine must agree with it.
 */

import type { Engine, Moments, Rows } from './engine';
import { compileLearner, type HeldBatch } from './learner';
import type { MatMulOptions, Matrices, Tensors } from './tensors';

interface Dense extends Matrices {
  readonly values: Float64Array;
}

interface DenseRows extends Rows {
  readonly values: Float64Array;
}

const valuesOf = (rows: Rows): Float64Array => (rows as DenseRows).values;

function dense(
  tasks: number,
  rows: number,
  columns: number,
  value: (t: number, i: number, j: number) => number,
): Dense {
  const values = new Float64Array(tasks * rows * columns);
  let at = 0;
  for (let t = 0; t < tasks; t++) {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) values[at++] = value(t, i, j);
    }
  }
  return { tasks, rows, columns, values };
}

/** Element (t, i, j), with axes of length 1 broadcast. */
function element(m: Dense, t: number, i: number, j: number): number {
  const task = m.tasks === 1 ? 0 : t;
  const row = m.rows === 1 ? 0 : i;
  const column = m.columns === 1 ? 0 : j;
  return m.values[(task * m.rows + row) * m.columns + column]!;
}

const elementwise = (a: Dense, b: Dense, f: (x: number, y: number) => number): Dense =>
  dense(
    Math.max(a.tasks, b.tasks),
    Math.max(a.rows, b.rows),
    Math.max(a.columns, b.columns),
    (t, i, j) => f(element(a, t, i, j), element(b, t, i, j)),
  );

const map = (a: Dense, f: (x: number) => number): Dense => ({
  ...a,
  values: a.values.map((x) => f(x)),
});

const referenceTensors: Tensors<Dense> = {
  matMul(a, b, { transposeA = false, transposeB = false, plus }: MatMulOptions<Dense> = {}) {
    const rows = transposeA ? a.columns : a.rows;
    const inner = transposeA ? a.rows : a.columns;
    const columns = transposeB ? b.rows : b.columns;
    return dense(Math.max(a.tasks, b.tasks), rows, columns, (t, i, j) => {
      let sum = plus === undefined ? 0 : element(plus, t, i, j);
      const aBase = (a.tasks === 1 ? 0 : t) * a.rows * a.columns;
      const bBase = (b.tasks === 1 ? 0 : t) * b.rows * b.columns;
      for (let k = 0; k < inner; k++) {
        const x = a.values[aBase + (transposeA ? k * a.columns + i : i * a.columns + k)]!;
        const y = b.values[bBase + (transposeB ? j * b.columns + k : k * b.columns + j)]!;
        sum += x * y;
      }
      return sum;
    });
  },
  add: (a, b) => elementwise(a, b, (x, y) => x + y),
  subtract: (a, b) => elementwise(a, b, (x, y) => x - y),
  multiply: (a, b) => elementwise(a, b, (x, y) => x * y),
  scale: (a, scale) => map(a, (x) => scale * x),
  sumRows: (a) =>
    dense(a.tasks, 1, a.columns, (t, _, j) => {
      let sum = 0;
      for (let i = 0; i < a.rows; i++) sum += element(a, t, i, j);
      return sum;
    }),
  sumSquares: (a) =>
    dense(a.tasks, 1, 1, (t) => {
      const size = a.rows * a.columns;
      return a.values.subarray(t * size, (t + 1) * size).reduce((sum, x) => sum + x * x, 0);
    }),
  relu: (a) => map(a, (x) => Math.max(x, 0)),
  reluSlope: (y, z) => elementwise(y, z, (v, w) => (v > 0 ? w : 0)),
  tanh: (a) => map(a, Math.tanh),
  tanhSlope: (y, z) => elementwise(y, z, (v, w) => (1 - v * v) * w),
  unpack(rows, shapes) {
    const values = valuesOf(rows);
    let offset = 0;
    return shapes.map((shape) => {
      const start = offset;
      offset += shape.rows * shape.columns;
      return dense(
        rows.tasks,
        shape.rows,
        shape.columns,
        (t, i, j) => values[t * rows.width + start + i * shape.columns + j]!,
      );
    });
  },
  pack(parts) {
    const tasks = parts[0]!.tasks;
    const width = parts.reduce((sum, m) => sum + m.rows * m.columns, 0);
    const values = new Float64Array(tasks * width);
    let offset = 0;
    for (const m of parts) {
      const size = m.rows * m.columns;
      for (let t = 0; t < tasks; t++)
        values.set(m.values.subarray(t * size, (t + 1) * size), t * width + offset);
      offset += size;
    }
    return rowsOf(values, tasks);
  },
};

/** Rows of the reference engine, in double precision. */
export const rowsOf = (values: Float64Array, tasks: number): DenseRows => ({
  tasks,
  width: values.length / tasks,
  values,
});

const combine = (a: Rows, b: Rows, f: (x: number, y: number) => number): DenseRows => {
  const tasks = Math.max(a.tasks, b.tasks);
  const at = (rows: Rows, i: number) => valuesOf(rows)[rows.tasks === 1 ? i % rows.width : i]!;
  return rowsOf(
    Float64Array.from({ length: tasks * a.width }, (_, i) => f(at(a, i), at(b, i))),
    tasks,
  );
};

/** Reads rows of the reference engine without rounding to single precision. */
export const exact = (rows: Rows): Float64Array => valuesOf(rows);

/** The reference engine. Its handles are collected by the language, so nothing is released. */
export function createReferenceEngine(): Engine {
  const engine: Engine = {
    name: 'reference',
    compile: (network, loss) =>
      compileLearner<Dense>(
        {
          tensors: referenceTensors,
          upload: (values, tasks, rows, columns) => ({
            tasks,
            rows,
            columns,
            values: Float64Array.from(values),
          }),
          flatten: (m) => rowsOf(m.values, m.tasks),
          tidy: (body) => body(),
        },
        network,
        loss,
      ),
    rows: (values, tasks) => rowsOf(Float64Array.from(values), tasks),
    read: async (rows) => Float32Array.from(valuesOf(rows)),
    addScaled: (a, scale, b) => combine(a, b, (x, y) => x + scale * y),
    mean(a) {
      const values = new Float64Array(a.width);
      valuesOf(a).forEach((x, i) => {
        values[i % a.width]! += x / a.tasks;
      });
      return rowsOf(values, 1);
    },
    adam(parameters, gradient, moments, { rate, beta1, beta2, epsilon }) {
      const updates = moments.updates + 1;
      const first = combine(moments.first, gradient, (m, g) => beta1 * m + (1 - beta1) * g);
      const second = combine(moments.second, gradient, (v, g) => beta2 * v + (1 - beta2) * g * g);
      const step = combine(first, second, (m, v) => {
        const corrected = Math.sqrt(v / (1 - beta2 ** updates)) + epsilon;
        return (rate * m) / (1 - beta1 ** updates) / corrected;
      });
      const next: Moments = { first, second, updates };
      return { parameters: combine(parameters, step, (p, s) => p - s), moments: next };
    },
    tidy: (body) => body(),
    release: (..._handles: readonly (Rows | HeldBatch<Dense>)[]) => {},
    memory: () => ({ handles: 0, bytes: 0, reserved: 0 }),
    dispose: () => {},
  };
  return engine;
}
