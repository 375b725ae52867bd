/**
 * The gradient of an LSTM over sequences of images in TensorFlow.js: one tape through all steps. What does not depend on the
 * step before is computed for all steps at once.
 */

import * as tf from '@tensorflow/tfjs';
import type { Step } from './contender';
import { crossEntropy } from './plainTfjsCrossEntropy';
import { PIXELS, type SequenceWorkload, sequenceInputs, sequenceShapes } from './sequence';
import { flat, held, read } from './tfjsTensors';

export async function preparePlainTfjsSequence(workload: SequenceWorkload): Promise<Step> {
  const { sequences, steps, units, classes } = workload;
  const inputs = sequenceInputs(workload);
  const theta = held(inputs.parameters, sequenceShapes(workload));
  const x = tf.tensor2d(inputs.x, [steps * sequences, PIXELS]);
  const y = tf.tensor3d(inputs.y, [1, steps * sequences, classes]);
  const zeros = tf.zeros([sequences, units]);

  const loss = (...p: tf.Tensor[]): tf.Scalar => {
    const embedded = x.matMul(p[0]!).add(p[1]!);
    const [fromBelow, recurrent, biases, weights, shifts] = p.slice(2);
    const given = tf.split(embedded.matMul(fromBelow!).add(biases!), steps);
    let hidden: tf.Tensor = zeros;
    let cell: tf.Tensor = zeros;
    const said = given.map((own) => {
      const [input, forget, candidate, output] = tf.split(own.add(hidden.matMul(recurrent!)), 4, 1);
      cell = forget!.sigmoid().mul(cell).add(input!.sigmoid().mul(candidate!.tanh()));
      hidden = output!.sigmoid().mul(cell.tanh());
      return hidden as tf.Tensor2D;
    });
    const scores = tf.concat(said).matMul(weights!).add(shifts!);
    return crossEntropy(scores.expandDims(0), y);
  };
  return () => read(() => flat(tf.grads(loss)(theta)));
}
