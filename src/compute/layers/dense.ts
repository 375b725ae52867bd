/** y = x W + b, or x W without biases. */

import type { Matrices, Tensors } from '../tensors';
import type { Layer } from './layer';

export function denseLayer<M extends Matrices>(t: Tensors<M>): Layer<M> {
  return {
    forward([weights, biases], x) {
      const W = weights!;
      return {
        y: t.matMul(x, W, { plus: biases }),
        inputGradient: (dy) => t.matMul(dy, W, { transposeB: true }),
        parameterGradients: (dy) => {
          const dW = t.matMul(x, dy, { transposeA: true });
          return biases === undefined ? [dW] : [dW, t.sumRows(dy)];
        },
        tangent([weightsDot, biasesDot], xDot) {
          const V = weightsDot!;
          const along = t.matMul(x, V, { plus: biasesDot });
          return {
            yDot: xDot === null ? along : t.matMul(xDot, W, { plus: along }),
            inputGradient(dy, dyDot) {
              const alongV = t.matMul(dy, V, { transposeB: true });
              return t.matMul(dyDot, W, { transposeB: true, plus: alongV });
            },
            parameterGradients(dy, dyDot) {
              const dW = t.matMul(x, dyDot, { transposeA: true });
              const all = xDot === null ? dW : t.matMul(xDot, dy, { transposeA: true, plus: dW });
              return biases === undefined ? [all] : [all, t.sumRows(dyDot)];
            },
          };
        },
      };
    },
  };
}
