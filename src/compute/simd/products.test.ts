import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { relativeError } from '../derivatives';
import { instantiateKernels, supportedBuild } from './kernels';
import { mostlyZeros, type SimdMatrices } from './matrices';
import { Pool } from './pool';
import { simdTensors } from './tensors';

const kernels = await instantiateKernels(supportedBuild()!);
const pool = new Pool(kernels.memory);
const t = simdTensors(kernels, pool);
const random = stream(1, 'products');

function matrices(tasks: number, rows: number, columns: number): SimdMatrices {
  const size = tasks * rows * columns;
  const block = pool.take(size);
  for (let i = 0; i < size; i++) pool.heap[block.pointer / 4 + i] = random.normal();
  return { tasks, rows, columns, taskStride: rows * columns, pointer: block.pointer, block };
}

const at = (m: SimdMatrices, task: number, row: number, column: number): number => {
  const place = (task % m.tasks) * m.taskStride + (row % m.rows) * m.columns + column;
  return pool.heap[m.pointer / 4 + place]!;
};

/** Sums of `inner` products, in double precision. */
function expected(
  c: SimdMatrices,
  inner: number,
  left: (task: number, row: number, k: number) => number,
  right: (task: number, k: number, column: number) => number,
  plus: SimdMatrices | undefined,
): Float64Array {
  const { tasks, rows, columns } = c;
  return Float64Array.from({ length: tasks * rows * columns }, (_, i) => {
    const [task, row, column] = [
      Math.floor(i / (rows * columns)),
      Math.floor(i / columns) % rows,
      i % columns,
    ];
    let sum = plus === undefined ? 0 : at(plus, task, row, column);
    for (let k = 0; k < inner; k++) sum += left(task, row, k) * right(task, k, column);
    return sum;
  });
}

/** Sums of the same terms in another order. */
const ROUNDING = 5e-7;

const valuesOf = (m: SimdMatrices): Float32Array =>
  pool.heap.slice(m.pointer / 4, m.pointer / 4 + m.tasks * m.rows * m.columns);

/** Short and long sums, wide and narrow, whole tiles and what is left of them. */
const sizes = [
  [1, 32, 4],
  [2, 33, 5],
  [3, 34, 7],
  [9, 35, 6],
  [8, 64, 8],
  [17, 131, 12],
  [5, 31, 5],
  [4, 3, 9],
  [6, 40, 3],
  [6, 40, 1],
] as const;

describe.each(sizes)('a product of %i rows, %i terms and %i columns', (rows, inner, columns) => {
  it.each([
    [1, 1],
    [3, 1],
    [1, 3],
    [3, 3],
  ])('is the sum of its terms, with %i and %i tasks', (ofA, ofB) => {
    const tasks = Math.max(ofA, ofB);
    const [a, b] = [matrices(ofA, rows, inner), matrices(ofB, inner, columns)];
    const [aT, bT] = [matrices(ofA, inner, rows), matrices(ofB, columns, inner)];
    const addends = [
      undefined,
      matrices(1, 1, columns),
      matrices(tasks, 1, columns),
      matrices(tasks, rows, columns),
    ];
    for (const plus of addends) {
      for (const [transposeA, transposeB] of [
        [false, false],
        [false, true],
        [true, false],
        [true, true],
      ] as const) {
        const c = t.matMul(transposeA ? aT : a, transposeB ? bT : b, {
          transposeA,
          transposeB,
          plus,
        });
        const terms = expected(
          c,
          inner,
          (task, row, k) => (transposeA ? at(aT, task, k, row) : at(a, task, row, k)),
          (task, k, column) => (transposeB ? at(bT, task, column, k) : at(b, task, k, column)),
          plus,
        );
        expect([c.tasks, c.rows, c.columns]).toEqual([tasks, rows, columns]);
        expect(relativeError(valuesOf(c), terms)).toBeLessThan(1e-6);
      }
    }
  });
});

describe.each([
  [5, 130, 32],
  [4, 35, 64],
  [1, 3, 32],
] as const)(
  'a product of %i rows, %i terms and %i columns that passes over zeros',
  (rows, inner, columns) => {
    it.each([
      [1, 1, 0.1],
      [3, 1, 0.5],
      [1, 3, 1],
      [3, 3, 0],
    ])(
      'is the same but for rounding, with %i and %i tasks and a share of others of %f',
      (ofA, ofB, share) => {
        const drawing = (tasks: number, height: number, width: number): SimdMatrices => {
          const m = matrices(tasks, height, width);
          const from = m.pointer / 4;
          for (let i = 0; i < tasks * height * width; i++) {
            if (random.uniform() >= share) pool.heap[from + i] = 0;
          }
          return m;
        };
        const [a, aT] = [drawing(ofA, rows, inner), drawing(ofA, inner, rows)];
        const b = matrices(ofB, inner, columns);
        for (const plus of [
          undefined,
          matrices(1, 1, columns),
          matrices(Math.max(ofA, ofB), rows, columns),
        ]) {
          const [found, wanted] = [true, false].map((sparse) =>
            valuesOf(t.matMul({ ...a, sparse }, b, { plus })),
          );
          expect(relativeError(found!, wanted!)).toBeLessThan(ROUNDING);
        }
        const [found, wanted] = [true, false].map((sparse) =>
          valuesOf(t.matMul({ ...aT, sparse }, b, { transposeA: true })),
        );
        expect(relativeError(found!, wanted!)).toBeLessThan(ROUNDING);
      },
    );
  },
);

describe('what comes from outside', () => {
  const numbers = (share: number, count: number): Float32Array =>
    Float32Array.from({ length: count }, () => (random.uniform() < share ? random.normal() : 0));

  it('has mostly zeros if it is like a drawing, and not if it is short or full', () => {
    expect(mostlyZeros(numbers(0.08, 10_000))).toBe(true);
    expect(mostlyZeros(numbers(0.5, 10_000))).toBe(false);
    expect(mostlyZeros(numbers(0.08, 1000))).toBe(false);
  });
});
