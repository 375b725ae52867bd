/** The network of alphabets, by its widths. */

import { stream } from '../../../math/rng';
import { initialise } from '../../../networks/initialisers';
import { type Network, pooledConvolutions } from '../../../networks/network';
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

/** Weights before training, as PyTorch begins. */
export const alphabetWeights = (widths: Widths, seed: number): Float32Array =>
  initialise(alphabetBody(widths), 'fan-in-uniform', stream(seed, 'init alphabet'));
