/**
 * Cross-entropy in TensorFlow.js whose second derivatives are right: its own losses save outputs, which fall off an outer
 * tape, so that their second derivatives are silently wrong (issue 3252).
 */

import * as tf from '@tensorflow/tfjs';

/** Saves its input, which an inner tape would dispose of before an outer one asks for it. */
const exp = (at: tf.Tensor): tf.Tensor =>
  tf.customGrad((input, save) => {
    const x = input as tf.Tensor;
    (save as tf.GradSaveFunc)([x]);
    return { value: x.exp(), gradFunc: (dy, [saved]) => dy.mul(exp(saved!)) };
  })(at);

/** A constant. TensorFlow.js has no stopGradient: a derivative stated to be zero is one. */
const largest = tf.customGrad((input) => {
  const x = input as tf.Tensor;
  return { value: x.max(-1, true), gradFunc: () => tf.zeros(x.shape) };
});

/** The sum over tasks of the mean over points; scores and one-hot targets [tasks, points, ways]. */
export function crossEntropy(scores: tf.Tensor, targets: tf.Tensor): tf.Scalar {
  const shifted = scores.sub(largest(scores));
  const logarithms = exp(shifted).sum(-1, true).log();
  return logarithms.sub(shifted).mul(targets).sum().div(scores.shape[1]!);
}
