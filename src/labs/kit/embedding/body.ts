/** What embeds a drawing: four blocks of convolutions, or dense layers. */

import {
  activation,
  convolutions,
  dense,
  type LayerDescription,
  type Network,
} from '../../../networks/network';
import { PIXELS, SIDE } from '../../../tasks/glyphs/glyphs';

export interface NetworkShape {
  readonly network: 'convolutional' | 'dense';
  /** Filters of each convolution. */
  readonly filters: number;
  readonly pooling: 'flatten' | 'mean';
}

/** Hidden layers of the network without convolutions (Finn et al. 2017, section 5.2, after Santoro et al. 2016). */
const DENSE_UNITS = [256, 128, 64, 64];
const DEPTH = 4;

/** What embeds a drawing. */
export function bodyOf({ network, filters, pooling }: NetworkShape): Network {
  if (network === 'dense') {
    return {
      inputs: PIXELS,
      layers: DENSE_UNITS.flatMap((units): LayerDescription[] => [
        dense(units),
        { kind: 'batch-normalisation' },
        activation('relu'),
      ]),
    };
  }
  const layers = convolutions(filters, DEPTH);
  return {
    inputs: PIXELS,
    image: { height: SIDE, width: SIDE, channels: 1 },
    layers: pooling === 'flatten' ? layers : [...layers.slice(0, -1), { kind: 'mean-pool' }],
  };
}
