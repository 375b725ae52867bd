/**
 * The gradient that the network of alphabets is trained by: a batch of drawings of 28 × 28 pixels through four convolutions
 * with maxima, batch normalisation and ReLU to a sphere, and the loss of pairs.
 */

import { stream } from '../../math/rng';
import { initialise } from '../../networks/initialisers';
import { type Network, NORMALISATION_EPSILON, parameterShapes } from '../../networks/network';
import { pooledConvolutions } from '../../networks/pooled';
import { PIXELS, SIDE } from '../../tasks/glyphs/glyphs';
import { drawings } from './drawings';
import type { Shape } from './shapes';

export interface PairsWorkload {
  readonly name: string;
  readonly what: string;
  readonly kind: 'pairs';
  readonly tasks: 1;
  /** Episodes of the batch, and characters of each; of each character there are two drawings. */
  readonly groups: number;
  readonly ways: number;
  /** Filters of each convolution. */
  readonly widths: readonly number[];
  /** Of parameters and images: as in images.ts. */
  readonly seed: number;
}

/**
 * Row-major arrays: parameters [P], images [points, SIDE, SIDE]: first drawings of all characters, episode by episode, then
 * second ones in the same order.
 */
export interface PairsInputs {
  readonly parameters: Float32Array;
  readonly images: Float32Array;
}

export { NORMALISATION_EPSILON as EPSILON, PIXELS, SIDE };

export const pairsNetwork = ({ widths }: PairsWorkload): Network => ({
  inputs: PIXELS,
  image: { height: SIDE, width: SIDE, channels: 1 },
  layers: pooledConvolutions(widths),
});

export const pairsShapes = (workload: PairsWorkload): readonly Shape[] =>
  parameterShapes(pairsNetwork(workload))
    .flat()
    .map(({ rows, columns }) => [rows, columns]);

export function pairsInputs(workload: PairsWorkload): PairsInputs {
  const random = stream(workload.seed, 'bench pairs');
  return {
    parameters: initialise(pairsNetwork(workload), 'he-normal', random),
    images: drawings(2 * workload.groups * workload.ways, random),
  };
}
