/** y = the greatest of each few positions, channel by channel: linear where it is smooth, by the places that were chosen. */

import type { ImageShape } from '../../networks/geometry';
import type { Matrices, Tensors } from '../tensors';
import type { Layer } from './layer';

export function maxPoolLayer<M extends Matrices>(t: Tensors<M>, input: ImageShape): Layer<M> {
  return {
    forward(_, x) {
      const { value, take, spread } = t.pooled(x, input);
      return {
        y: value,
        inputGradient: spread,
        parameterGradients: () => [],
        tangent: (_direction, xDot) => ({
          yDot: xDot === null ? null : take(xDot),
          inputGradient: (_dy, dyDot) => spread(dyDot),
          parameterGradients: () => [],
        }),
      };
    },
  };
}
