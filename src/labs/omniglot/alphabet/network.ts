/** The network of alphabets, by its widths. */

import { stream } from '../../../math/rng';
import { initialise } from '../../../networks/initialisers';
import type { Network } from '../../../networks/network';
import { pooledConvolutions } from '../../../networks/pooled';
import { PIXELS, SIDE } from '../../../tasks/glyphs/glyphs';

/** Filters of each layer; the first is what is published here. */
export const widthNames = ['16-32-64-128', '8-16-32-64', '32-32-32-32', '24-48-96-112'] as const;
export type Widths = (typeof widthNames)[number];

/** What embeds a drawing: 28, 14, 7, 4 and 2 positions a side. */
export const alphabetBody = (widths: Widths): Network => ({
  inputs: PIXELS,
  image: { height: SIDE, width: SIDE, channels: 1 },
  layers: pooledConvolutions(widths.split('-').map(Number)),
});

/** What cosines are multiplied by at first. */
const SCALE = 10;

/** Weights before training, as PyTorch begins. */
export function alphabetWeights(widths: Widths, seed: number): Float32Array {
  const weights = initialise(alphabetBody(widths), 'fan-in-uniform', stream(seed, 'init alphabet'));
  // The radius of the sphere comes last.
  weights[weights.length - 1] = Math.sqrt(SCALE);
  return weights;
}
