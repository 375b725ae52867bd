/** y = γ ∘ x + β, channel by channel: a batch normalisation whose statistics are held fixed. */

import type { Matrices, Tensors } from '../tensors';
import type { Layer } from './layer';

export function affineLayer<M extends Matrices>(t: Tensors<M>): Layer<M> {
  return {
    forward([gains, shifts], x) {
      const gamma = gains!;
      return {
        y: t.blend([[gamma, x]], shifts!),
        inputGradient: (dy) => t.multiply(dy, gamma),
        parameterGradients: (dy) => [t.sumProducts(x, dy), t.sumRows(dy)],
        tangent([gainsDot, shiftsDot], xDot) {
          const gammaDot = gainsDot!;
          const along = [gammaDot, x] as const;
          return {
            yDot: t.blend(xDot === null ? [along] : [along, [gamma, xDot]], shiftsDot!),
            inputGradient: (dy, dyDot) => t.add(t.multiply(dyDot, gamma), t.multiply(dy, gammaDot)),
            parameterGradients(dy, dyDot) {
              const own = t.sumProducts(x, dyDot);
              return [xDot === null ? own : t.add(own, t.sumProducts(xDot, dy)), t.sumRows(dyDot)];
            },
          };
        },
      };
    },
  };
}
