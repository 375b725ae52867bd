/**
 * A convolution with batch normalisation in TensorFlow.js, as somebody must write it who wants second derivatives on
 * WebAssembly: its own `conv2d` has no derivative by the filters there, and its own `stridedSlice` none at all.
 */

import * as tf from '@tensorflow/tfjs';
import { EPSILON } from './images';

/** Positions of a side of length n after a 3 × 3 convolution of stride 2 with a border of one. */
const half = (n: number): number => Math.ceil(n / 2);

/** What lies in each window of images [images, height, width, channels]: [images, height / 2, width / 2, 9 × channels]. */
function windows(x: tf.Tensor4D): tf.Tensor4D {
  const [images, height, width, channels] = x.shape;
  const [rows, columns] = [half(height), half(width)];
  const [highest, widest] = [2 * rows + 2, 2 * columns + 2];
  const padded = tf.pad(x, [
    [0, 0],
    [1, highest - height - 1],
    [1, widest - width - 1],
    [0, 0],
  ]);
  // Rows by two, so that every second one is a plain slice; then columns the same way.
  const line = widest * channels;
  const pairs = padded.reshape<tf.Tensor3D>([images, rows + 1, 2 * line]);
  const taps: tf.Tensor[] = [];
  for (let ky = 0; ky < 3; ky++) {
    const lines = tf
      .slice(pairs, [0, ky >> 1, (ky & 1) * line], [images, rows, line])
      .reshape<tf.Tensor3D>([images * rows, columns + 1, 2 * channels]);
    for (let kx = 0; kx < 3; kx++) {
      const from = [0, kx >> 1, (kx & 1) * channels];
      taps.push(tf.slice(lines, from, [images * rows, columns, channels]));
    }
  }
  return tf.concat(taps, 2).reshape([images, rows, columns, 9 * channels]);
}

/** With statistics of each column over the rows of each task, [tasks, rows, columns]. */
function normalised(x: tf.Tensor, gains: tf.Tensor, shifts: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x, 1, true);
  return x.sub(mean).mul(variance.add(EPSILON).rsqrt()).mul(gains).add(shifts);
}

/**
 * Convolution, batch normalisation and ReLU of images [tasks × points, height, width, channels], with filters
 * [tasks, 9 × channels, filters], gains and shifts [tasks, 1, filters].
 */
export function block([filters, gains, shifts]: tf.Tensor[], x: tf.Tensor4D): tf.Tensor4D {
  const patches = windows(x);
  const [images, rows, columns, taps] = patches.shape;
  const z = patches.reshape([filters!.shape[0]!, -1, taps]).matMul(filters!);
  return normalised(z, gains!, shifts!).relu().reshape([images, rows, columns, -1]);
}
