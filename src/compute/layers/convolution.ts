/** y = patches(x) W: a convolution as a dense layer on what lies in each window. Linear in both, like a dense layer. */

import type { Windows } from '../../networks/geometry';
import type { Matrices, Tensors } from '../tensors';
import type { Layer } from './layer';

export function convolutionLayer<M extends Matrices>(t: Tensors<M>, windows: Windows): Layer<M> {
  return {
    forward([filters], x) {
      const W = filters!;
      const p = t.patches(x, windows);
      const scattered = (dp: M): M => t.scatterPatches(dp, windows);
      return {
        y: t.matMul(p, W),
        inputGradient: (dy) => scattered(t.matMul(dy, W, { transposeB: true })),
        parameterGradients: (dy) => [t.matMul(p, dy, { transposeA: true })],
        tangent([filtersDot], xDot) {
          const V = filtersDot!;
          const along = t.matMul(p, V);
          const pDot = xDot === null ? null : t.patches(xDot, windows);
          return {
            yDot: pDot === null ? along : t.matMul(pDot, W, { plus: along }),
            inputGradient(dy, dyDot) {
              const alongV = t.matMul(dy, V, { transposeB: true });
              return scattered(t.matMul(dyDot, W, { transposeB: true, plus: alongV }));
            },
            parameterGradients(dy, dyDot) {
              const dW = t.matMul(p, dyDot, { transposeA: true });
              return [pDot === null ? dW : t.matMul(pDot, dy, { transposeA: true, plus: dW })];
            },
          };
        },
      };
    },
  };
}
