/** Dense operations by the SIMD kernels. */

import { patchShape, poolShape, positionsOf } from '../../networks/geometry';
import type { Rows } from '../engine';
import type { MatMulOptions, Tensors } from '../tensors';
import { simdConvolutions, sizesOf } from './convolutions';
import { simdGates } from './gates';
import type { Kernels } from './kernels';
import { isContiguous, placesOf, type SimdMatrices, taskBytes } from './matrices';
import type { Block, Pool } from './pool';

/**
 * Flat vectors: whole, or as the matrices that a backward pass left them in. Whoever reads them next
 * writes somewhere else anyway, so putting them together first would be a copy for nothing.
 */
export type SimdRows = WholeRows | PartedRows;

export interface WholeRows extends Rows {
  readonly pointer: number;
  readonly block: Block;
}

export interface PartedRows extends Rows {
  readonly parts: readonly SimdMatrices[];
}

/** The pieces of rows, each contiguous within a task: numbers in it, where it starts, and its tasks' distance in bytes. */
export function piecesOf(rows: SimdRows): { count: number; pointer: number; task: number }[] {
  if ('parts' in rows) {
    return rows.parts.map((m) => ({
      count: m.rows * m.columns,
      pointer: m.pointer,
      task: taskBytes(m),
    }));
  }
  const task = rows.tasks === 1 ? 0 : 4 * rows.width;
  return [{ count: rows.width, pointer: rows.pointer, task }];
}

/** Operations of the kernel `combine`. */
const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const RELU_SLOPE = 3;
const TANH_SLOPE = 4;
const GREATER = 5;

/** Terms of a sum from which on it is worth while to take it in four lanes. */
const LONG = 32;

/** Rows of a task up to which those of all tasks are laid below one another for a product, if they do not lie so. */
const FEW_ROWS = 4;

/** Columns of a product that the kernels for many zeros take at a time. */
const SPARSE_COLUMNS = 32;

const tasksOf = (parts: readonly SimdMatrices[]): number => Math.max(...parts.map((m) => m.tasks));

export function simdTensors(kernels: Kernels, pool: Pool): Tensors<SimdMatrices> {
  const make = (tasks: number, rows: number, columns: number): SimdMatrices => {
    const block = pool.take(tasks * rows * columns);
    return { tasks, rows, columns, pointer: block.pointer, taskStride: rows * columns, block };
  };

  const contiguous = (m: SimdMatrices): SimdMatrices => {
    if (isContiguous(m)) return m;
    const copy = make(m.tasks, m.rows, m.columns);
    const count = m.rows * m.columns;
    kernels.copy(m.tasks, count, m.pointer, 4 * m.taskStride, copy.pointer, 4 * count);
    return copy;
  };

  /** One operand in, one of the same shape out. */
  const map = (
    a: SimdMatrices,
    kernel: (count: number, from: number, to: number) => void,
  ): SimdMatrices => {
    const from = contiguous(a);
    const to = make(a.tasks, a.rows, a.columns);
    kernel(a.tasks * a.rows * a.columns, from.pointer, to.pointer);
    return to;
  };

  const combine = (operation: number, a: SimdMatrices, b: SimdMatrices): SimdMatrices => {
    const rows = Math.max(a.rows, b.rows);
    const { columns } = a;
    const c = make(Math.max(a.tasks, b.tasks), rows, columns);
    // Operands of one shape are one long run in each task; a repeated row makes a run of each row.
    const whole = a.rows === b.rows;
    const runs = whole ? 1 : rows;
    const length = whole ? rows * columns : columns;
    const run = (m: SimdMatrices) => (m.rows === 1 ? 0 : 4 * length);
    kernels.combine(
      operation,
      c.tasks,
      runs,
      length,
      a.pointer,
      taskBytes(a),
      run(a),
      b.pointer,
      taskBytes(b),
      run(b),
      c.pointer,
    );
    return c;
  };

  /** plus + a · b with a given by its strides, in bytes. */
  const multiply = (
    c: SimdMatrices,
    inner: number,
    a: SimdMatrices,
    aRow: number,
    aInner: number,
    b: SimdMatrices,
    plus: SimdMatrices | undefined,
  ): SimdMatrices => {
    kernels.multiply(
      c.tasks,
      c.rows,
      c.columns,
      inner,
      a.pointer,
      taskBytes(a),
      aRow,
      aInner,
      b.pointer,
      taskBytes(b),
      c.pointer,
      ...addend(c, plus),
    );
    return c;
  };

  const addend = (
    c: SimdMatrices,
    plus: SimdMatrices | undefined,
  ): [pointer: number, task: number, row: number] =>
    plus === undefined
      ? [0, 0, 0]
      : [plus.pointer, taskBytes(plus), plus.rows === 1 && c.rows > 1 ? 0 : 4 * c.columns];

  const passesOver = (a: SimdMatrices, b: SimdMatrices): boolean =>
    a.sparse === true && b.columns % SPARSE_COLUMNS === 0;

  /** With room for where the numbers of a row lie. */
  const withList = (count: number, run: (list: number) => void): void =>
    pool.tidy(() => run(make(1, 1, count + 4).pointer));

  /** plus + a · b. */
  const product = (
    a: SimdMatrices,
    b: SimdMatrices,
    plus: SimdMatrices | undefined,
  ): SimdMatrices => {
    const c = make(Math.max(a.tasks, b.tasks), a.rows, b.columns);
    const inner = a.columns;
    if (passesOver(a, b)) {
      withList(inner, (list) => {
        const to = [c.pointer, ...addend(c, plus)] as const;
        const places = placesOf([a, b]);
        kernels.multiplySparse(c.tasks, c.rows, c.columns, inner, ...places, ...to, list);
      });
      return c;
    }
    if (b.columns === 1) {
      const [rows, task] = [a.pointer, taskBytes(a)];
      kernels.multiplyColumn(
        c.tasks,
        c.rows,
        inner,
        rows,
        task,
        b.pointer,
        taskBytes(b),
        c.pointer,
        ...addend(c, plus),
      );
      return c;
    }
    // Too narrow for tiles of columns.
    if (b.columns >= 4 && b.columns < 8 && inner >= LONG) {
      return productTransposed(a, transpose(b), plus);
    }
    const tall = b.tasks === 1 && allBelow(a, plus);
    if (tall) {
      // Weights that all tasks share make one product of the points of all tasks.
      multiply(below(c), inner, tall.a, 4 * inner, 4, b, tall.plus);
      return c;
    }
    return multiply(c, inner, a, 4 * inner, 4, b, plus);
  };

  /** The tasks of a matrix that is contiguous, below one another as the rows of one. */
  const below = (m: SimdMatrices): SimdMatrices => ({
    ...m,
    tasks: 1,
    rows: m.tasks * m.rows,
    taskStride: m.tasks * m.rows * m.columns,
  });

  /**
   * A factor and an addend with their tasks below one another, if they lie so. Of few rows they are laid so first: a step of
   * a recurrent network has one in each task, and as many products as tasks take longer than one.
   */
  const allBelow = (
    a: SimdMatrices,
    plus: SimdMatrices | undefined,
  ): { readonly a: SimdMatrices; readonly plus: SimdMatrices | undefined } | null => {
    const laid = (m: SimdMatrices) =>
      isContiguous(m) || m.rows <= FEW_ROWS ? below(contiguous(m)) : null;
    const left = laid(a);
    if (left === null) return null;
    if (plus === undefined || (plus.tasks === 1 && plus.rows === 1)) return { a: left, plus };
    if (plus.tasks !== a.tasks || plus.rows !== a.rows) return null;
    const added = laid(plus);
    return added && { a: left, plus: added };
  };

  /** plus + a · bᵀ, with at least four rows of b. */
  const productTransposed = (
    a: SimdMatrices,
    b: SimdMatrices,
    plus: SimdMatrices | undefined,
  ): SimdMatrices => {
    const inner = a.columns;
    const c = make(Math.max(a.tasks, b.tasks), a.rows, b.rows);
    const tall = b.tasks === 1 && a.tasks > 1 && a.rows <= FEW_ROWS ? allBelow(a, plus) : null;
    const [to, from, added] = tall ? [below(c), tall.a, tall.plus] : [c, a, plus];
    kernels.multiplyTransposed(
      to.tasks,
      to.rows,
      to.columns,
      inner,
      from.pointer,
      taskBytes(from),
      b.pointer,
      taskBytes(b),
      to.pointer,
      ...addend(to, added),
    );
    return c;
  };

  const transpose = (a: SimdMatrices): SimdMatrices => {
    if (a.columns === 1 || a.rows === 1) return { ...a, rows: a.columns, columns: a.rows };
    const to = make(a.tasks, a.columns, a.rows);
    kernels.transpose(a.tasks, a.rows, a.columns, a.pointer, taskBytes(a), to.pointer);
    return to;
  };

  const constant = (rows: number, columns: number, value: number): SimdMatrices => {
    const c = make(1, rows, columns);
    pool.heap.fill(value, c.pointer / 4, c.pointer / 4 + rows * columns);
    return c;
  };

  return {
    ...simdConvolutions(kernels, make, contiguous),

    matMul(
      a,
      b,
      { transposeA = false, transposeB = false, plus }: MatMulOptions<SimdMatrices> = {},
    ) {
      if (transposeB) {
        const left = transposeA ? transpose(a) : a;
        // Of many rows and short sums, transposing is the smaller part.
        return b.rows >= 4 && left.columns >= Math.max(LONG, left.rows)
          ? productTransposed(left, b, plus)
          : product(left, transpose(b), plus);
      }
      if (!transposeA) return product(a, b, plus);
      const c = make(Math.max(a.tasks, b.tasks), a.columns, b.columns);
      if (plus === undefined && passesOver(a, b)) {
        withList(a.columns, (list) => {
          const sizes = [c.tasks, c.rows, c.columns, a.rows] as const;
          kernels.multiplySparseTransposed(...sizes, ...placesOf([a, b]), c.pointer, list);
        });
        return c;
      }
      const repeated = plus?.rows === 1 && a.columns > 1;
      if (b.columns > 1 || repeated) return multiply(c, a.rows, a, 4, 4 * a.columns, b, plus);
      // aᵀ · column is (columnᵀ · a)ᵀ, and a single row or column lies the same way in memory.
      const row = { ...c, rows: 1, columns: a.columns };
      multiply(row, a.rows, b, 0, 4, a, plus && { ...plus, rows: 1, columns: a.columns });
      return c;
    },

    add: (a, b) => combine(ADD, a, b),
    subtract: (a, b) => combine(SUBTRACT, a, b),
    multiply: (a, b) => combine(MULTIPLY, a, b),
    scale: (a, factor) => map(a, (count, from, to) => kernels.scale(count, from, factor, to)),
    relu: (a) => map(a, kernels.relu),
    reluSlope: (y, z) => combine(RELU_SLOPE, y, z),
    tanh: (a) => map(a, kernels.tanh),
    tanhSlope: (y, z) => combine(TANH_SLOPE, y, z),

    sumRows(a) {
      const c = make(a.tasks, 1, a.columns);
      kernels.sumRows(a.tasks, a.rows, a.columns, a.pointer, 4 * a.taskStride, c.pointer);
      return c;
    },
    sumProducts(a, b) {
      const c = make(Math.max(a.tasks, b.tasks), 1, a.columns);
      const right = [b.pointer, taskBytes(b)] as const;
      kernels.sumProducts(c.tasks, a.rows, a.columns, a.pointer, taskBytes(a), ...right, c.pointer);
      return c;
    },
    normalise({ tasks, rows, columns, pointer, taskStride }, gains, shifts, epsilon, rectified) {
      const [u, y] = [make(tasks, rows, columns), make(tasks, rows, columns)];
      const [scales, means] = [make(tasks, 1, columns), make(tasks, 1, columns)];
      kernels.normalise(
        tasks,
        rows,
        columns,
        pointer,
        4 * taskStride,
        epsilon,
        ...placesOf([gains, shifts]),
        rectified ? 0 : Number.NEGATIVE_INFINITY,
        u.pointer,
        y.pointer,
        scales.pointer,
        means.pointer,
      );
      return { u, scales, y };
    },
    sumsWith(a, u, y) {
      const { tasks, rows, columns } = a;
      const d = y === undefined ? a : make(tasks, rows, columns);
      const sums = make(tasks, 2, columns);
      kernels.sumsWith(
        tasks,
        rows,
        columns,
        ...placesOf([a, u]),
        ...(y === undefined ? ([0, 0] as const) : ([y.pointer, taskBytes(y)] as const)),
        d.pointer,
        sums.pointer,
      );
      return { d, sums };
    },
    blend(terms, r, y) {
      const [tasks, rows, columns] = [
        Math.max(...terms.flat().map((m) => m.tasks)),
        Math.max(...terms.map(([, a]) => a.rows)),
        r.columns,
      ];
      let sum = r;
      // Two terms at a time.
      for (let i = 0; i < terms.length; i += 2) {
        const [p, a] = terms[i]!;
        const second = terms[i + 1];
        const two = second === undefined ? ([0, 0, 0, 0] as const) : placesOf(second);
        const c = make(tasks, rows, columns);
        kernels.blend(
          tasks,
          rows,
          columns,
          ...placesOf([p, a]),
          ...two,
          sum.pointer,
          taskBytes(sum),
          i === 0 ? 0 : 4 * columns,
          ...(y !== undefined && i + 2 >= terms.length
            ? ([y.pointer, taskBytes(y)] as const)
            : ([0, 0] as const)),
          c.pointer,
        );
        sum = c;
      }
      return sum;
    },
    constant,
    repeatRows: (a, rows) => (rows === 1 ? a : combine(ADD, a, constant(rows, a.columns, 0))),
    sliceRows: (a, from, count) => ({
      ...a,
      rows: count,
      pointer: a.pointer + 4 * from * a.columns,
    }),
    concatRows(parts) {
      const { columns } = parts[0]!;
      const c = make(
        tasksOf(parts),
        parts.reduce((sum, m) => sum + m.rows, 0),
        columns,
      );
      let to = c.pointer;
      for (const m of parts) {
        const count = m.rows * columns;
        kernels.copy(c.tasks, count, m.pointer, taskBytes(m), to, 4 * c.taskStride);
        to += 4 * count;
      }
      return c;
    },
    sliceColumns(a, from, count) {
      const { tasks, rows, columns, pointer } = contiguous(a);
      const c = make(tasks, rows, count);
      kernels.copy(tasks * rows, count, pointer + 4 * from, 4 * columns, c.pointer, 4 * count);
      return c;
    },
    concatColumns(parts) {
      const { rows } = parts[0]!;
      const c = make(
        tasksOf(parts),
        rows,
        parts.reduce((sum, m) => sum + m.columns, 0),
      );
      const row = 4 * c.columns;
      let to = c.pointer;
      for (const m of parts) {
        const from = contiguous(m);
        const width = 4 * m.columns;
        // Tasks that share a part take it one after another; others lie below each other.
        const shared = m.tasks < c.tasks;
        for (let t = 0; t < (shared ? c.tasks : 1); t++) {
          const count = shared ? rows : c.tasks * rows;
          kernels.copy(count, m.columns, from.pointer, width, to + t * rows * row, row);
        }
        to += width;
      }
      return c;
    },
    transpose: (a) => contiguous(transpose(a)),
    reshape: (a, tasks, rows, columns) => ({
      ...contiguous(a),
      tasks,
      rows,
      columns,
      taskStride: rows * columns,
    }),
    patches: (a, windows) => {
      const { height, width, channels } = patchShape(windows);
      const points = a.rows / positionsOf(windows.input);
      const c = make(a.tasks, points * height * width, channels);
      kernels.patches(a.tasks * points, ...sizesOf(windows), contiguous(a).pointer, c.pointer);
      return c;
    },
    scatterPatches: (a, windows) => {
      const points = a.rows / positionsOf(patchShape(windows));
      const c = make(a.tasks, points * positionsOf(windows.input), windows.input.channels);
      kernels.scatterPatches(
        a.tasks * points,
        ...sizesOf(windows),
        contiguous(a).pointer,
        c.pointer,
      );
      return c;
    },
    pooled(given, input) {
      const x = contiguous(given);
      const { height, width, channels } = input;
      const points = x.rows / positionsOf(input);
      const rows = points * positionsOf(poolShape(input));
      const sizes = [x.tasks * points, height, width, channels] as const;
      const [value, places] = [make(x.tasks, rows, channels), make(x.tasks, rows, channels)];
      kernels.maxPool(...sizes, x.pointer, value.pointer, places.pointer);
      return {
        value,
        take(images) {
          const y = make(x.tasks, rows, channels);
          kernels.takePlaces(...sizes, contiguous(images).pointer, places.pointer, y.pointer);
          return y;
        },
        spread(d) {
          const to = make(x.tasks, x.rows, channels);
          kernels.spreadPlaces(...sizes, contiguous(d).pointer, places.pointer, to.pointer);
          return to;
        },
      };
    },
    sumSquares(a) {
      const c = make(a.tasks, 1, 1);
      kernels.sumSquares(a.tasks, a.rows * a.columns, a.pointer, 4 * a.taskStride, c.pointer);
      return c;
    },

    exp: (a) => map(a, kernels.exponential),
    log: (a) => map(a, kernels.logarithm),
    greater: (a, b) => combine(GREATER, a, b),
    reciprocal: (a) => map(a, kernels.reciprocal),
    inverseRoot: (a, epsilon) =>
      map(a, (count, from, to) => kernels.inverseRoot(count, from, epsilon, to)),
    softmax: (a) => map(a, (_, from, to) => kernels.softmax(a.tasks * a.rows, a.columns, from, to)),
    logSoftmax: (a) =>
      map(a, (_, from, to) => kernels.logSoftmax(a.tasks * a.rows, a.columns, from, to)),
    softmaxSlope: (p, z) =>
      map(p, (_, from, to) =>
        kernels.softmaxSlope(p.tasks * p.rows, p.columns, from, contiguous(z).pointer, to),
      ),
    crossEntropy(a, targets) {
      const c = make(a.tasks, 1, 1);
      const from = contiguous(a).pointer;
      const task = taskBytes(targets);
      kernels.crossEntropy(a.tasks, a.rows, a.columns, from, targets.pointer, task, c.pointer);
      return c;
    },

    lstm(z, before) {
      const { rows, columns } = before;
      const gates = make(1, rows, 4 * columns);
      const [cell, cellTanh, hidden] = [0, 1, 2].map(() => make(1, rows, columns)) as [
        SimdMatrices,
        SimdMatrices,
        SimdMatrices,
      ];
      const to = [gates, cell, cellTanh, hidden].map((m) => m.pointer) as [
        number,
        number,
        number,
        number,
      ];
      kernels.lstm(rows, columns, z.pointer, before.pointer, ...to);
      return { gates, cell, cellTanh, hidden };
    },
    lstmSlope({ gates, cellTanh }, before, dHidden, dCell) {
      const { rows, columns } = before;
      const dz = make(1, rows, 4 * columns);
      const dBefore = make(1, rows, columns);
      kernels.lstmSlope(
        rows,
        columns,
        gates.pointer,
        before.pointer,
        cellTanh.pointer,
        dHidden.pointer,
        dCell.pointer,
        dz.pointer,
        dBefore.pointer,
      );
      return { dz, dBefore };
    },
    logSign(a, p) {
      const c = make(1, a.rows, 2);
      kernels.logSign(a.rows, a.pointer, p, c.pointer);
      return c;
    },
    logSignSlope(a, p, z) {
      const c = make(1, a.rows, 1);
      kernels.logSignSlope(a.rows, a.pointer, p, z.pointer, c.pointer);
      return c;
    },
    gated: simdGates(kernels, make, contiguous),

    unpack(rows, shapes) {
      const own = rows as SimdRows;
      if ('parts' in own) {
        const fits = shapes.every(({ rows: height, columns }, i) => {
          const part = own.parts[i];
          return part?.rows === height && part.columns === columns;
        });
        if (!fits) throw new Error('these vectors belong to another network');
        return [...own.parts];
      }
      const { pointer, block, tasks, width } = own;
      let offset = 0;
      return shapes.map(({ rows: height, columns }) => {
        const at = pointer + 4 * offset;
        offset += height * columns;
        return { tasks, rows: height, columns, pointer: at, taskStride: width, block };
      });
    },
    pack: (parts): PartedRows => ({
      tasks: parts[0]!.tasks,
      width: parts.reduce((sum, m) => sum + m.rows * m.columns, 0),
      parts,
    }),
  };
}
