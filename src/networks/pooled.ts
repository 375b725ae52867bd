/** Networks of convolutions with maxima between them, that end on a sphere. */

import { activation, type LayerDescription } from './network';

/**
 * For each width a 3 × 3 convolution, a maximum over 2 × 2 positions, batch normalisation and ReLU; flattened, and put on a
 * sphere.
 */
export const pooledConvolutions = (widths: readonly number[]): LayerDescription[] => [
  ...widths.flatMap((filters): LayerDescription[] => [
    { kind: 'convolution', filters, stride: 1 },
    { kind: 'max-pool' },
    { kind: 'batch-normalisation' },
    activation('relu'),
  ]),
  { kind: 'flatten' },
  { kind: 'sphere' },
];
