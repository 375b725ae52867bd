/**
 * Dense operations on TensorFlow.js tensors.
 *
 * No gradient tape: layers bring their own passes. That avoids the tape's second derivatives, which
 * are silently wrong for several operations, and lets each product take the form its backend is fast at.
 */

import * as tf from '@tensorflow/tfjs-core';
import {
  POOL_TAPS,
  patchShape,
  poolPositions,
  positionsOf,
  positionTaps,
  TAPS,
  tapPositions,
} from '../../networks/geometry';
import type { Rows } from '../engine';
import { withConvolutions } from '../patches';
import type { MatMulOptions, Matrices } from '../tensors';

/** A batch of matrices as a rank-3 tensor. */
export class TfMatrices implements Matrices {
  constructor(readonly tensor: tf.Tensor3D) {}
  get tasks(): number {
    return this.tensor.shape[0];
  }
  get rows(): number {
    return this.tensor.shape[1];
  }
  get columns(): number {
    return this.tensor.shape[2];
  }
}

/**
 * Flat vectors, held whole or already cut into the matrices of a network: a learner cuts and joins
 * more often than it needs a whole vector, and on small networks a cut costs as much as a product.
 */
export class TfRows implements Rows {
  private constructor(
    readonly tasks: number,
    readonly width: number,
    readonly whole: tf.Tensor2D | null,
    readonly parts: readonly TfMatrices[] | null,
  ) {}

  static whole(tensor: tf.Tensor): TfRows {
    const [tasks, width] = tensor.shape as [number, number];
    return new TfRows(tasks, width, tensor as tf.Tensor2D, null);
  }

  static parts(parts: readonly TfMatrices[]): TfRows {
    const width = parts.reduce((sum, m) => sum + m.rows * m.columns, 0);
    return new TfRows(parts[0]!.tasks, width, null, parts);
  }

  /** The vectors as one tensor [tasks, width]. */
  joined(): tf.Tensor2D {
    if (this.whole !== null) return this.whole;
    const flat = this.parts!.map((m) => tf.reshape(m.tensor, [m.tasks, m.rows * m.columns]));
    return tf.concat(flat as tf.Tensor2D[], 1);
  }

  /** The vectors cut into matrices of the given shapes, in order. */
  cut(shapes: readonly { readonly rows: number; readonly columns: number }[]): TfMatrices[] {
    const { parts } = this;
    const cutAlready =
      parts?.length === shapes.length &&
      parts.every((m, i) => m.rows === shapes[i]!.rows && m.columns === shapes[i]!.columns);
    if (cutAlready) return [...parts];
    const sizes = shapes.map((shape) => shape.rows * shape.columns);
    return tf
      .split(this.joined(), sizes, 1)
      .map((part, i) => wrap(tf.reshape(part, [this.tasks, shapes[i]!.rows, shapes[i]!.columns])));
  }

  dispose(): void {
    this.whole?.dispose();
    for (const { tensor } of this.parts ?? []) tensor.dispose();
  }
}

const wrap = (tensor: tf.Tensor): TfMatrices => new TfMatrices(tensor as tf.Tensor3D);

/** Rows that are summed at once: the WASM backend adds one by one, and loses a digit with every hundredfold of them. */
const SUMMED_AT_ONCE = 256;

/** The sums over the rows of [tasks, rows, columns], [tasks, 1, columns]: of many rows those of parts first. */
export function sumOverRows(a: tf.Tensor): tf.Tensor {
  const [tasks, rows, columns] = a.shape as [number, number, number];
  if (rows <= SUMMED_AT_ONCE) return tf.sum(a, 1, true);
  let parts = Math.floor(Math.sqrt(rows));
  while (rows % parts !== 0) parts--;
  const sums = tf.sum(tf.reshape(a, [tasks, parts, rows / parts, columns]), 2);
  return tf.sum(sums, 1, true);
}

const meanOverRows = (a: tf.Tensor): tf.Tensor => tf.div(sumOverRows(a), a.shape[1]!);

/**
 * op(a) · op(b). Three forms are worth a detour on the WASM backend, where a batched product runs at
 * about 1 GFLOP/s and a plain one at 15 to 20: weights that all tasks share make one plain product of all
 * points; a factor with one row or column is an outer product; a shared factor is transposed
 * beforehand, because only untransposed plain products take the fast path.
 */
function product(
  a: TfMatrices,
  b: TfMatrices,
  transposeA: boolean,
  transposeB: boolean,
): tf.Tensor {
  const inner = transposeA ? a.rows : a.columns;
  if (inner === 1) {
    const left = transposeA ? tf.reshape(a.tensor, [a.tasks, a.columns, 1]) : a.tensor;
    const right = transposeB ? tf.reshape(b.tensor, [b.tasks, 1, b.rows]) : b.tensor;
    return tf.mul(left, right);
  }
  if (transposeA && !transposeB && a.columns === 1) {
    return sumOverRows(tf.mul(a.tensor, b.tensor));
  }
  if (!transposeA && b.tasks === 1 && a.tasks > 1) {
    const shared = transposeB
      ? tf.transpose(tf.reshape(b.tensor, [b.rows, b.columns]))
      : tf.reshape(b.tensor, [b.rows, b.columns]);
    const all = tf.matMul(
      tf.reshape(a.tensor, [a.tasks * a.rows, a.columns]),
      shared as tf.Tensor2D,
    );
    return tf.reshape(all, [a.tasks, a.rows, shared.shape[1]!]);
  }
  return tf.matMul(a.tensor, b.tensor, transposeA, transposeB);
}

/** Tensors of as many tasks each: what all tasks share is repeated. */
function ofAllTasks(parts: readonly TfMatrices[]): tf.Tensor3D[] {
  const tasks = Math.max(...parts.map((m) => m.tasks));
  return parts.map((m) =>
    m.tasks === tasks ? m.tensor : tf.tile(m.tensor, [tasks / m.tasks, 1, 1]),
  );
}

function softmaxOf(a: tf.Tensor3D): tf.Tensor {
  const powers = tf.exp(tf.sub(a, tf.max(a, 2, true)));
  return tf.div(powers, tf.sum(powers, 2, true));
}

/** [images, places, channels] with a place of zeros, or of `border`, at the end, for what lies in the border. */
function imagesOf(a: TfMatrices, places: number, channels: number, border = 0) {
  const images = tf.reshape(a.tensor, [-1, places, channels]);
  const padded = tf.pad(
    images,
    [
      [0, 0],
      [0, 1],
      [0, 0],
    ],
    border,
  );
  return { images: padded, last: places };
}

/** Less than any number of an image: what lies beyond the edge is never the greatest. */
const LEAST = -1e30;

export const tfTensors = withConvolutions<TfMatrices>({
  matMul(a, b, { transposeA = false, transposeB = false, plus }: MatMulOptions<TfMatrices> = {}) {
    const ab = product(a, b, transposeA, transposeB);
    return wrap(plus === undefined ? ab : tf.add(ab, plus.tensor));
  },
  add: (a, b) => wrap(tf.add(a.tensor, b.tensor)),
  subtract: (a, b) => wrap(tf.sub(a.tensor, b.tensor)),
  multiply: (a, b) => wrap(tf.mul(a.tensor, b.tensor)),
  scale: (a, scale) => wrap(tf.mul(a.tensor, scale)),
  sumRows: (a) => (a.rows === 1 ? a : wrap(sumOverRows(a.tensor))),
  sumProducts: (a, b) => wrap(sumOverRows(tf.mul(a.tensor, b.tensor))),
  normalise(a, gains, shifts, epsilon, rectified) {
    const centred = tf.sub(a.tensor, meanOverRows(a.tensor));
    const variances = meanOverRows(tf.square(centred));
    const scales = tf.rsqrt(tf.add(variances, epsilon));
    const u = tf.mul(centred, scales);
    const z = tf.add(tf.mul(gains.tensor, u), shifts.tensor);
    return { u: wrap(u), scales: wrap(scales), y: wrap(rectified ? tf.relu(z) : z) };
  },
  sumsWith(a, u, y) {
    const d = y === undefined ? a.tensor : tf.mul(tf.step(y.tensor), a.tensor);
    const sums = [sumOverRows(d), sumOverRows(tf.mul(u.tensor, d))];
    return { d: wrap(d), sums: wrap(tf.concat(sums, 1)) };
  },
  blend(terms, r, y) {
    const sum = terms.reduce<tf.Tensor>(
      (all, [p, a]) => tf.add(tf.mul(p.tensor, a.tensor), all),
      r.tensor,
    );
    return wrap(y === undefined ? sum : tf.mul(tf.step(y.tensor), sum));
  },
  constant: (rows, columns, value) => wrap(tf.fill([1, rows, columns], value)),
  repeatRows: (a, rows) => wrap(tf.add(a.tensor, tf.zeros([1, rows, 1]))),
  sliceRows: (a, from, count) =>
    wrap(tf.slice(a.tensor, [0, from, 0], [a.tasks, count, a.columns])),
  concatRows: (parts) => wrap(tf.concat(ofAllTasks(parts), 1)),
  sliceColumns: (a, from, count) =>
    wrap(tf.slice(a.tensor, [0, 0, from], [a.tasks, a.rows, count])),
  concatColumns: (parts) => wrap(tf.concat(ofAllTasks(parts), 2)),
  transpose: (a) => wrap(tf.transpose(a.tensor, [0, 2, 1])),
  reshape: (a, tasks, rows, columns) => wrap(tf.reshape(a.tensor, [tasks, rows, columns])),
  patches(a, windows) {
    const { channels } = windows.input;
    const { images, last } = imagesOf(a, positionsOf(windows.input), channels);
    const places = tapPositions(windows).map((position) => (position < 0 ? last : position));
    const taken = tf.gather(images, tf.tensor1d(places, 'int32'), 1);
    return wrap(tf.reshape(taken, [a.tasks, -1, TAPS * channels]));
  },
  scatterPatches(a, windows) {
    const { channels } = windows.input;
    const { taps, most } = positionTaps(windows);
    const perImage = TAPS * positionsOf(patchShape(windows));
    const { images, last } = imagesOf(a, perImage, channels);
    const places = taps.map((tap) => (tap < 0 ? last : tap));
    const taken = tf.gather(images, tf.tensor1d(places, 'int32'), 1);
    const sums = tf.sum(tf.reshape(taken, [-1, most, channels]), 1);
    return wrap(tf.reshape(sums, [a.tasks, -1, channels]));
  },
  pooled(a, input) {
    const { channels } = input;
    const positions = positionsOf(input);
    const places = poolPositions(input);
    /** What lies in each window, [images, windows, taps, channels]. */
    const inWindows = (of: TfMatrices, border: number) => {
      const { images, last } = imagesOf(of, positions, channels, border);
      const seen = places.map((position) => (position < 0 ? last : position));
      const taken = tf.gather(images, tf.tensor1d(seen, 'int32'), 1);
      return tf.reshape(taken, [-1, places.length / POOL_TAPS, POOL_TAPS, channels]);
    };
    const flat = (t: tf.Tensor) => wrap(tf.reshape(t, [a.tasks, -1, channels]));
    const seen = inWindows(a, LEAST);
    // Compared, and neither one-hot nor transposed: WASM writes ones of a one-hot as whole numbers, WebGPU transposes none.
    const greatest = tf.expandDims(tf.argMax(seen, 2), 2);
    const taps = tf.tensor([...Array(POOL_TAPS).keys()], [1, 1, POOL_TAPS, 1], 'int32');
    const chosen = tf.cast(tf.equal(greatest, taps), 'float32');
    const where = new Int32Array(positions);
    places.forEach((position, tap) => {
      if (position >= 0) where[position] = tap;
    });
    return {
      value: flat(tf.max(seen, 2)),
      take: (images) => flat(tf.sum(tf.mul(chosen, inWindows(images, 0)), 2)),
      spread(d) {
        const wide = tf.reshape(d.tensor, [-1, places.length / POOL_TAPS, 1, channels]);
        const all = tf.reshape(tf.mul(chosen, wide), [-1, places.length, channels]);
        return flat(tf.gather(all, tf.tensor1d(where, 'int32'), 1));
      },
    };
  },
  sumSquares: (a) =>
    wrap(sumOverRows(tf.reshape(tf.square(a.tensor), [a.tasks, a.rows * a.columns, 1]))),
  relu: (a) => wrap(tf.relu(a.tensor)),
  reluSlope: (y, z) => wrap(tf.mul(tf.step(y.tensor), z.tensor)),
  tanh: (a) => wrap(tf.tanh(a.tensor)),
  tanhSlope: (y, z) => wrap(tf.mul(tf.sub(1, tf.square(y.tensor)), z.tensor)),

  exp: (a) => wrap(tf.exp(a.tensor)),
  log: (a) => wrap(tf.log(a.tensor)),
  greater: (a, b) => wrap(tf.step(tf.sub(a.tensor, b.tensor))),
  reciprocal: (a) => wrap(tf.div(1, a.tensor)),
  inverseRoot: (a, epsilon) => wrap(tf.rsqrt(tf.add(a.tensor, epsilon))),
  softmax: (a) => wrap(softmaxOf(a.tensor)),
  logSoftmax: (a) => {
    const shifted = tf.sub(a.tensor, tf.max(a.tensor, 2, true));
    return wrap(tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 2, true))));
  },
  softmaxSlope: (p, z) => {
    const dot = tf.sum(tf.mul(p.tensor, z.tensor), 2, true);
    return wrap(tf.mul(p.tensor, tf.sub(z.tensor, dot)));
  },
  crossEntropy: (a, targets) => {
    const most = tf.max(a.tensor, 2, true);
    const shifted = tf.sub(a.tensor, most);
    const logs = tf.log(tf.sum(tf.exp(shifted), 2, true));
    const chosen = tf.sum(tf.mul(shifted, targets.tensor), 2, true);
    return wrap(sumOverRows(tf.sub(logs, chosen)));
  },
  lstm(z, before) {
    const [zi, zf, zg, zo] = tf.split(z.tensor, 4, 2) as [
      tf.Tensor3D,
      tf.Tensor3D,
      tf.Tensor3D,
      tf.Tensor3D,
    ];
    const [i, f, g, o] = [tf.sigmoid(zi), tf.sigmoid(zf), tf.tanh(zg), tf.sigmoid(zo)];
    const cell = tf.add(tf.mul(f, before.tensor), tf.mul(i, g));
    const cellTanh = tf.tanh(cell);
    return {
      gates: wrap(tf.concat([i, f, g, o], 2)),
      cell: wrap(cell),
      cellTanh: wrap(cellTanh),
      hidden: wrap(tf.mul(o, cellTanh)),
    };
  },
  lstmSlope({ gates, cellTanh }, before, dHidden, dCell) {
    const [i, f, g, o] = tf.split(gates.tensor, 4, 2) as [
      tf.Tensor3D,
      tf.Tensor3D,
      tf.Tensor3D,
      tf.Tensor3D,
    ];
    const bump = (y: tf.Tensor) => tf.mul(y, tf.sub(1, y));
    const flank = (y: tf.Tensor) => tf.sub(1, tf.square(y));
    const dh = dHidden.tensor;
    const dc = tf.add(dCell.tensor, tf.mul(tf.mul(dh, o), flank(cellTanh.tensor)));
    const dz = tf.concat(
      [
        tf.mul(tf.mul(dc, g), bump(i)),
        tf.mul(tf.mul(dc, before.tensor), bump(f)),
        tf.mul(tf.mul(dc, i), flank(g)),
        tf.mul(tf.mul(dh, cellTanh.tensor), bump(o)),
      ],
      2,
    );
    return { dz: wrap(dz), dBefore: wrap(tf.mul(dc, f)) };
  },
  logSign(a, p) {
    const size = tf.abs(a.tensor);
    // What is too small for a logarithm takes the other branch; the floor keeps the unused one finite.
    const logs = tf.div(tf.log(tf.maximum(size, Math.exp(-p))), p);
    const large = tf.cast(tf.greaterEqual(size, Math.exp(-p)), 'float32');
    const sign = tf.mul(large, tf.sign(a.tensor));
    const linear = tf.mul(tf.sub(1, large), tf.mul(a.tensor, Math.exp(p)));
    return wrap(tf.concat([logs, tf.add(sign, linear)], 2));
  },
  logSignSlope(a, p, z) {
    const [first, second] = tf.split(z.tensor, 2, 2) as [tf.Tensor3D, tf.Tensor3D];
    const size = tf.abs(a.tensor);
    const large = tf.cast(tf.greaterEqual(size, Math.exp(-p)), 'float32');
    const bounded = tf.add(tf.mul(large, a.tensor), tf.sub(1, large));
    const inLogs = tf.mul(large, tf.div(first, tf.mul(bounded, p)));
    return wrap(tf.add(inLogs, tf.mul(tf.sub(1, large), tf.mul(second, Math.exp(p)))));
  },

  unpack: (rows, shapes) => (rows as TfRows).cut(shapes),
  pack: (parts) => TfRows.parts(parts),
});
