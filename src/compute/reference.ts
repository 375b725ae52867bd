/**
 * A plain engine in double precision: one loop per operation, nothing fast.
 *
 * It is the yardstick of the tests. Finite differences of its losses are good to eight digits, which
 * single precision could not show; every other engine must agree with it.
 */

import { POOL_TAPS, poolPositions, positionsOf, TAPS, tapPositions } from '../networks/geometry';
import type { Network } from '../networks/network';
import type { Program } from '../networks/program';
import { compileCoordinatewise } from './coordinatewise';
import type { Batch, Engine, Loss, Moments, ProgramLoss, Rows } from './engine';
import { compileGates } from './gatedCell';
import { compileLearner, type HeldBatch, type Host } from './learner';
import { withConvolutions } from './patches';
import { compileProgram } from './programs/learner';
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

const tasksOf = (parts: readonly Dense[]): number => Math.max(...parts.map((m) => m.tasks));

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Row r of all tasks' rows, one after another. */
const rowOf = (m: Dense, r: number): number[] =>
  Array.from(m.values.subarray(r * m.columns, (r + 1) * m.columns));

const byRow = (m: Dense, f: (row: number[], r: number) => number[]): Dense => ({
  ...m,
  values: Float64Array.from(
    Array.from({ length: m.tasks * m.rows }, (_, r) => f(rowOf(m, r), r)).flat(),
  ),
});

function softmaxOf(row: readonly number[]): number[] {
  const most = Math.max(...row);
  const powers = row.map((x) => Math.exp(x - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / sum);
}

const referenceTensors: Tensors<Dense> = withConvolutions({
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
  sumProducts: (a, b) => referenceTensors.sumRows(elementwise(a, b, (x, y) => x * y)),
  normalise(a, gains, shifts, epsilon, rectified) {
    const means = referenceTensors.scale(referenceTensors.sumRows(a), 1 / a.rows);
    const centred = elementwise(a, means, (x, m) => x - m);
    const variances = referenceTensors.scale(
      referenceTensors.sumProducts(centred, centred),
      1 / a.rows,
    );
    const scales = referenceTensors.inverseRoot(variances, epsilon);
    const u = elementwise(centred, scales, (x, s) => x * s);
    const z = referenceTensors.blend([[gains, u]], shifts);
    return { u, scales, y: rectified ? referenceTensors.relu(z) : z };
  },
  sumsWith(a, u, y) {
    const d = y === undefined ? a : referenceTensors.reluSlope(y, a);
    const sums = [referenceTensors.sumRows(d), referenceTensors.sumProducts(d, u)];
    return { d, sums: referenceTensors.concatRows(sums) };
  },
  blend(terms, r, y) {
    const sum = terms
      .map(([p, a]) => elementwise(p, a, (v, w) => v * w))
      .reduce((all, term) => elementwise(all, term, (v, w) => v + w), r);
    return y === undefined ? sum : referenceTensors.reluSlope(y, sum);
  },
  constant: (rows, columns, value) => dense(1, rows, columns, () => value),
  repeatRows: (a, rows) => dense(a.tasks, rows, a.columns, (t, _, j) => element(a, t, 0, j)),
  sliceRows: (a, from, count) =>
    dense(
      a.tasks,
      count,
      a.columns,
      (t, i, j) => a.values[(t * a.rows + from + i) * a.columns + j]!,
    ),
  concatRows(parts) {
    const { columns } = parts[0]!;
    const places = parts.flatMap((part) =>
      Array.from({ length: part.rows }, (_, i) => ({ part, i })),
    );
    return dense(tasksOf(parts), places.length, columns, (t, i, j) =>
      element(places[i]!.part, t, places[i]!.i, j),
    );
  },
  sliceColumns: (a, from, count) =>
    dense(a.tasks, a.rows, count, (t, i, j) => a.values[(t * a.rows + i) * a.columns + from + j]!),
  concatColumns(parts) {
    const { rows } = parts[0]!;
    const places = parts.flatMap((part) =>
      Array.from({ length: part.columns }, (_, j) => ({ part, j })),
    );
    return dense(tasksOf(parts), rows, places.length, (t, i, j) =>
      element(places[j]!.part, t, i, places[j]!.j),
    );
  },
  transpose: (a) =>
    dense(a.tasks, a.columns, a.rows, (t, i, j) => a.values[(t * a.rows + j) * a.columns + i]!),
  reshape: ({ values }, tasks, rows, columns) => ({ tasks, rows, columns, values }),
  patches(a, windows) {
    const { channels } = windows.input;
    const positions = positionsOf(windows.input);
    const taps = tapPositions(windows);
    const perImage = taps.length / TAPS;
    const points = a.rows / positions;
    return dense(a.tasks, points * perImage, TAPS * channels, (t, row, column) => {
      const [point, window] = [Math.floor(row / perImage), row % perImage];
      const position = taps[window * TAPS + Math.floor(column / channels)]!;
      if (position < 0) return 0;
      return a.values[
        ((t * points + point) * positions + position) * channels + (column % channels)
      ]!;
    });
  },
  scatterPatches(a, windows) {
    const { channels } = windows.input;
    const positions = positionsOf(windows.input);
    const taps = tapPositions(windows);
    const perImage = taps.length / TAPS;
    const images = (a.tasks * a.rows) / perImage;
    const values = new Float64Array(images * positions * channels);
    for (let image = 0; image < images; image++) {
      taps.forEach((position, tap) => {
        if (position < 0) return;
        for (let c = 0; c < channels; c++) {
          const from = (image * taps.length + tap) * channels + c;
          values[(image * positions + position) * channels + c]! += a.values[from]!;
        }
      });
    }
    const rows = (a.rows / perImage) * positions;
    return { tasks: a.tasks, rows, columns: channels, values };
  },
  pooled(a, input) {
    const places = poolPositions(input);
    const [positions, windows] = [positionsOf(input), places.length / POOL_TAPS];
    const points = a.rows / positions;
    /** Where the greatest number of a window lies among all. */
    const chosen = dense(a.tasks, points * windows, input.channels, (t, row, channel) => {
      const [point, window] = [Math.floor(row / windows), row % windows];
      let best = -1;
      for (let tap = 0; tap < POOL_TAPS; tap++) {
        const position = places[window * POOL_TAPS + tap]!;
        if (position < 0) continue;
        const at = ((t * points + point) * positions + position) * input.channels + channel;
        if (best < 0 || a.values[at]! > a.values[best]!) best = at;
      }
      return best;
    });
    const take = (of: Dense): Dense => map(chosen, (at) => of.values[at]!);
    return {
      value: take(a),
      take,
      spread(d) {
        const values = new Float64Array(a.values.length);
        chosen.values.forEach((at, i) => {
          values[at] = d.values[i]!;
        });
        return { ...a, values };
      },
    };
  },
  sumSquares: (a) =>
    dense(a.tasks, 1, 1, (t) => {
      const size = a.rows * a.columns;
      return a.values.subarray(t * size, (t + 1) * size).reduce((sum, x) => sum + x * x, 0);
    }),
  relu: (a) => map(a, (x) => Math.max(x, 0)),
  reluSlope: (y, z) => elementwise(y, z, (v, w) => (v > 0 ? w : 0)),
  tanh: (a) => map(a, Math.tanh),
  tanhSlope: (y, z) => elementwise(y, z, (v, w) => (1 - v * v) * w),
  exp: (a) => map(a, Math.exp),
  log: (a) => map(a, Math.log),
  greater: (a, b) => elementwise(a, b, (x, y) => (x > y ? 1 : 0)),
  reciprocal: (a) => map(a, (x) => 1 / x),
  inverseRoot: (a, epsilon) => map(a, (x) => 1 / Math.sqrt(x + epsilon)),
  softmax: (a) => byRow(a, (row) => softmaxOf(row)),
  logSoftmax: (a) =>
    byRow(a, (row) => {
      const most = Math.max(...row);
      const log = Math.log(row.reduce((sum, x) => sum + Math.exp(x - most), 0));
      return row.map((x) => x - most - log);
    }),
  softmaxSlope: (p, z) =>
    byRow(p, (row, r) => {
      const along = rowOf(z, r);
      const dot = row.reduce((sum, x, j) => sum + x * along[j]!, 0);
      return row.map((x, j) => x * (along[j]! - dot));
    }),
  crossEntropy(a, targets) {
    const { tasks, rows } = a;
    return dense(tasks, 1, 1, (t) => {
      let sum = 0;
      for (let i = 0; i < rows; i++) {
        const row = rowOf(a, t * rows + i);
        const target = rowOf(targets, targets.tasks === 1 ? i : t * rows + i);
        const most = Math.max(...row);
        sum += most + Math.log(row.reduce((s, x) => s + Math.exp(x - most), 0));
        row.forEach((x, j) => {
          sum -= x * target[j]!;
        });
      }
      return sum;
    });
  },
  lstm(z, before) {
    const { rows, columns: width } = before;
    const gate = (g: number, f: (x: number) => number) =>
      dense(1, rows, width, (_, r, j) => f(z.values[(4 * r + g) * width + j]!));
    const [i, f, g, o] = [gate(0, sigmoid), gate(1, sigmoid), gate(2, Math.tanh), gate(3, sigmoid)];
    const cell = elementwise(
      elementwise(f, before, (x, c) => x * c),
      elementwise(i, g, (x, c) => x * c),
      (x, y) => x + y,
    );
    const cellTanh = map(cell, Math.tanh);
    const gates = dense(1, rows, 4 * width, (_, r, j) => {
      const own = [i, f, g, o][Math.floor(j / width)]!;
      return own.values[r * width + (j % width)]!;
    });
    return { gates, cell, cellTanh, hidden: elementwise(o, cellTanh, (x, y) => x * y) };
  },
  lstmSlope({ gates, cellTanh }, before, dHidden, dCell) {
    const { rows, columns: width } = before;
    const dz = new Float64Array(rows * 4 * width);
    const dBefore = dense(1, rows, width, (_, r, j) => {
      const at = r * width + j;
      const place = (g: number) => (4 * r + g) * width + j;
      const [i, f, g, o] = [0, 1, 2, 3].map((n) => gates.values[place(n)]!) as [
        number,
        number,
        number,
        number,
      ];
      const t = cellTanh.values[at]!;
      const dh = dHidden.values[at]!;
      const dc = dCell.values[at]! + dh * o * (1 - t * t);
      dz[place(0)] = dc * g * i * (1 - i);
      dz[place(1)] = dc * before.values[at]! * f * (1 - f);
      dz[place(2)] = dc * i * (1 - g * g);
      dz[place(3)] = dh * t * o * (1 - o);
      return dc * f;
    });
    return { dz: { tasks: 1, rows, columns: 4 * width, values: dz }, dBefore };
  },
  logSign: (a, p) =>
    dense(1, a.rows, 2, (_, r, j) => {
      const x = a.values[r]!;
      if (Math.abs(x) >= Math.exp(-p)) return j === 0 ? Math.log(Math.abs(x)) / p : Math.sign(x);
      return j === 0 ? -1 : Math.exp(p) * x;
    }),
  logSignSlope: (a, p, z) =>
    dense(1, a.rows, 1, (_, r) => {
      const x = a.values[r]!;
      return Math.abs(x) >= Math.exp(-p)
        ? z.values[2 * r]! / (p * x)
        : Math.exp(p) * z.values[2 * r + 1]!;
    }),
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
});

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
  const host: Host<Dense> = {
    tensors: referenceTensors,
    rows: (values, tasks) => rowsOf(Float64Array.from(values), tasks),
    upload: (values, tasks, rows, columns) => ({
      tasks,
      rows,
      columns,
      values: Float64Array.from(values),
    }),
    matrix: (rows) => ({
      tasks: rows.tasks,
      rows: 1,
      columns: rows.width,
      values: valuesOf(rows),
    }),
    flatten: (m) => rowsOf(m.values, m.tasks),
    tidy: (body) => body(),
  };
  const engine: Engine = {
    name: 'reference',
    compile: (network: Network, loss: Loss | null) => compileLearner(host, network, loss),
    compileProgram: (program: Program, loss: ProgramLoss | null, set?: Batch) =>
      compileProgram(host, program, loss, set),
    compileCoordinatewise: (network) => compileCoordinatewise(host, network),
    compileGates: (cell) => compileGates(host, cell),
    rows: (values, tasks) => rowsOf(Float64Array.from(values), tasks),
    async read(rows, into = new Float32Array(rows.tasks * rows.width)) {
      into.set(valuesOf(rows));
      return into;
    },
    copy: (rows) => rowsOf(valuesOf(rows).slice(), rows.tasks),
    task(rows, task) {
      const at = rows.tasks === 1 ? 0 : task * rows.width;
      return rowsOf(valuesOf(rows).slice(at, at + rows.width), 1);
    },
    addScaled: (a, scale, b) => combine(a, b, (x, y) => x + scale * y),
    multiply: (a, b) => combine(a, b, (x, y) => x * y),
    divideTasks: (a, b) =>
      rowsOf(
        valuesOf(a).map((x, i) => x / valuesOf(b)[b.tasks === 1 ? 0 : Math.floor(i / a.width)]!),
        a.tasks,
      ),
    dot(a, b) {
      const sums = new Float64Array(a.tasks);
      valuesOf(combine(a, b, (x, y) => x * y)).forEach((x, i) => {
        sums[Math.floor(i / a.width)]! += x;
      });
      return rowsOf(sums, a.tasks);
    },
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
