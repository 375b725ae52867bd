import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { relativeError } from '../derivatives';
import { instantiateKernels, supportedBuild } from './kernels';
import type { SimdMatrices } from './matrices';
import { Pool } from './pool';
import { simdTensors } from './tensors';

const ROWS = 8000;
const COLUMNS = 24;
/** Five roundings of single precision. One chain of 8,000 additions is off by 5e-7 to 8e-6 here. */
const BOUND = 3e-7;

describe('sums over thousands of rows', async () => {
  const kernels = await instantiateKernels(supportedBuild()!);
  const pool = new Pool(kernels.memory);
  const t = simdTensors(kernels, pool);
  const random = stream(1, 'sums');
  /** Positive, so that totals grow steadily: where the errors of one chain pile up. */
  const values = () => Float32Array.from({ length: ROWS * COLUMNS }, () => 0.1 + random.uniform());
  const put = (numbers: Float32Array, rows: number, columns: number): SimdMatrices => {
    const block = pool.take(numbers.length);
    pool.heap.set(numbers, block.pointer / 4);
    return { tasks: 1, rows, columns, pointer: block.pointer, taskStride: numbers.length, block };
  };
  const read = ({ pointer, rows, columns }: SimdMatrices) =>
    pool.heap.slice(pointer / 4, pointer / 4 + rows * columns);
  /** Σ over rows, in double precision. */
  const summed = (of: (at: number, column: number) => number): Float64Array => {
    const sums = new Float64Array(COLUMNS);
    for (let at = 0; at < ROWS * COLUMNS; at++) sums[at % COLUMNS]! += of(at, at % COLUMNS);
    return sums;
  };
  const [x, y] = [values(), values()];
  const [a, b] = [put(x, ROWS, COLUMNS), put(y, ROWS, COLUMNS)];
  const [sumsOfX, products] = [summed((at) => x[at]!), summed((at) => x[at]! * y[at]!)];
  const off = (m: SimdMatrices, truth: ArrayLike<number>) => relativeError(read(m), truth);

  it('are off by a few roundings: of columns, and of their products', () => {
    expect(off(t.sumRows(a), sumsOfX)).toBeLessThan(BOUND);
    expect(off(t.sumProducts(a, b), products)).toBeLessThan(BOUND);
    const both = [...sumsOfX, ...products];
    expect(off(t.sumsWith(a, b).sums, both)).toBeLessThan(BOUND);
    expect(off(t.sumsWith(a, b, a).sums, both)).toBeLessThan(BOUND);
  });

  it('are off by a few roundings: of statistics', () => {
    const means = sumsOfX.map((sum) => sum / ROWS);
    const variances = summed((at, j) => (x[at]! - means[j]!) ** 2).map((sum) => sum / ROWS);
    const [ones, zeros] = [t.constant(1, COLUMNS, 1), t.constant(1, COLUMNS, 0)];
    const { u, scales } = t.normalise(a, ones, zeros, 1e-3, false);
    const own = variances.map((variance) => 1 / Math.sqrt(variance + 1e-3));
    expect(off(scales, own)).toBeLessThan(BOUND);
    const standard = Float64Array.from(
      x,
      (value, at) => (value - means[at % COLUMNS]!) * own[at % COLUMNS]!,
    );
    // Half of it is lost as the mean is taken off.
    expect(off(u, standard)).toBeLessThan(2 * BOUND);
  });

  it('are off by a few roundings: of products of matrices', () => {
    const truth = new Float64Array(COLUMNS * COLUMNS);
    for (let r = 0; r < ROWS; r++) {
      for (let i = 0; i < truth.length; i++) {
        const [row, column] = [Math.floor(i / COLUMNS), i % COLUMNS];
        truth[i]! += x[r * COLUMNS + row]! * y[r * COLUMNS + column]!;
      }
    }
    expect(off(t.matMul(a, b, { transposeA: true }), truth)).toBeLessThan(BOUND);
  });

  it('are off by a few roundings: of gradients of filters', () => {
    // 80 images of 10 × 10 positions, seen by windows of stride 1: under the tap in the middle lies all there is.
    for (const channels of [COLUMNS, 1]) {
      const own = x.slice(0, ROWS * channels);
      const windows = { input: { height: 10, width: 10, channels }, stride: 1 };
      const dw = t.windowed(put(own, ROWS, channels), windows).transposedTimes(b);
      const middle = read(dw).slice(4 * channels * COLUMNS, 5 * channels * COLUMNS);
      const truth = new Float64Array(channels * COLUMNS);
      for (let r = 0; r < ROWS; r++) {
        for (let i = 0; i < truth.length; i++) {
          const [channel, filter] = [Math.floor(i / COLUMNS), i % COLUMNS];
          truth[i]! += own[r * channels + channel]! * y[r * COLUMNS + filter]!;
        }
      }
      expect(relativeError(middle, truth)).toBeLessThan(BOUND);
    }
  });

  it('are off by a few roundings: of squares, and of losses', () => {
    const squares = x.reduce((sum, value) => sum + value ** 2, 0);
    expect(off(t.sumSquares(a), [squares])).toBeLessThan(BOUND);
    let loss = 0;
    for (let r = 0; r < ROWS; r++) {
      const row = x.subarray(r * COLUMNS, (r + 1) * COLUMNS);
      loss += Math.log(row.reduce((sum, value) => sum + Math.exp(value), 0)) - row[0]!;
    }
    const targets = new Float32Array(x.length).map((_, at) => (at % COLUMNS === 0 ? 1 : 0));
    expect(off(t.crossEntropy(a, put(targets, ROWS, COLUMNS)), [loss])).toBeLessThan(BOUND);
  });

  it('are off by a few roundings: of dot products', () => {
    const [long, column] = [put(x, 1, x.length), put(y, y.length, 1)];
    const truth = x.reduce((sum, value, at) => sum + value * y[at]!, 0);
    expect(off(t.matMul(long, column), [truth])).toBeLessThan(BOUND);
  });
});
