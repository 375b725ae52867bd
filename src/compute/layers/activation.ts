/** y = f(x), element by element. */

import type { ActivationName } from '../../networks/network';
import type { Matrices, Tensors } from '../tensors';
import type { Layer } from './layer';

/** An activation by its value and, in terms of that value y = f(x), its first two derivatives. */
interface Activation<M> {
  value(x: M): M;
  /** f′(x) · z. */
  slope(y: M, z: M): M;
  /** f″(x) · xDot · z, given yDot = f′(x) · xDot; absent where it is zero. */
  bend?(y: M, yDot: M, z: M): M;
}

function activationOf<M extends Matrices>(t: Tensors<M>, name: ActivationName): Activation<M> {
  switch (name) {
    case 'relu':
      return { value: t.relu, slope: t.reluSlope };
    case 'tanh':
      return {
        value: t.tanh,
        slope: t.tanhSlope,
        // tanh″ = −2 tanh tanh′
        bend: (y, yDot, z) => t.scale(t.multiply(t.multiply(y, yDot), z), -2),
      };
    default:
      return name satisfies never;
  }
}

export function activationLayer<M extends Matrices>(t: Tensors<M>, name: ActivationName): Layer<M> {
  const f = activationOf(t, name);
  return {
    forward(_, x) {
      const y = f.value(x);
      return {
        y,
        inputGradient: (dy) => f.slope(y, dy),
        parameterGradients: () => [],
        tangent(_direction, xDot) {
          const yDot = xDot === null ? null : f.slope(y, xDot);
          return {
            yDot,
            inputGradient(dy, dyDot) {
              const straight = f.slope(y, dyDot);
              return f.bend === undefined || yDot === null
                ? straight
                : t.add(straight, f.bend(y, yDot, dy));
            },
            parameterGradients: () => [],
          };
        },
      };
    },
  };
}
