/** The networks of the lab, by its settings. */

import type { Engine, Learner, Loss } from '../../../compute/engine';
import { stream } from '../../../math/rng';
import { initialise } from '../../../networks/initialisers';
import { dense, type Network, outputCount, parameterCount } from '../../../networks/network';
import type { Program } from '../../../networks/program';
import { layeredProgram } from '../../../networks/programs/layered';
import { stacked } from '../../../networks/programs/stacked';
import { bodyOf, type NetworkShape } from '../../kit/embedding/body';

/** The body and a last layer. */
export function classifierOf(shape: NetworkShape, classes: number): Network {
  const body = bodyOf(shape);
  return { ...body, layers: [...body.layers, dense(classes)] };
}

/** The last layer alone, on features of the body. */
export const headOf = (shape: NetworkShape, classes: number): Network => ({
  inputs: outputCount(bodyOf(shape)),
  layers: [dense(classes)],
});

/**
 * Initial weights: the body's are the same for every method, whatever its last layer.
 *
 * @param classes of the last layer, or null for the body alone
 */
export function initialWeights(
  shape: NetworkShape,
  classes: number | null,
  seed: number,
): Float32Array {
  const body = initialise(bodyOf(shape), 'he-normal', stream(seed, 'init'));
  if (classes === null) return body;
  const head = initialise(headOf(shape, classes), 'he-normal', stream(seed, 'init last layer'));
  const all = new Float32Array(body.length + head.length);
  all.set(body);
  all.set(head, body.length);
  return all;
}

/** The part of a classifier's weights that is its body's. */
export const bodyWeights = (shape: NetworkShape, weights: Float32Array): Float32Array =>
  weights.subarray(0, parameterCount(bodyOf(shape)));

/** What is trained, and for what. */
export interface Trained {
  readonly network: Network;
  /** What goes on from the outputs of the network, with parameters after its own, where something does. */
  readonly above?: Program;
  readonly loss: Loss;
}

/** What is trained, on an engine: with a program above it, the network is a part of that, in one gradient. */
export const compiled = (engine: Engine, { network, above, loss }: Trained): Learner =>
  above === undefined
    ? engine.compile(network, loss)
    : engine.compileProgram(stacked(layeredProgram(network), above), loss);
