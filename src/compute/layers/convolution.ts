/** y = patches(x) W: a convolution as a dense layer on what lies in each window. Linear in both, like a dense layer. */

import type { Windows } from '../../networks/geometry';
import type { Matrices, Tensors } from '../tensors';
import type { Layer } from './layer';

export function convolutionLayer<M extends Matrices>(t: Tensors<M>, windows: Windows): Layer<M> {
  return {
    forward([filters], x) {
      const W = filters!;
      const p = t.windowed(x, windows);
      return {
        y: p.times(W),
        inputGradient: (dy) => t.throughWindows([[dy, W]], windows),
        parameterGradients: (dy) => [p.transposedTimes(dy)],
        tangent([filtersDot], xDot) {
          const V = filtersDot!;
          const along = p.times(V);
          const pDot = xDot === null ? null : t.windowed(xDot, windows);
          return {
            yDot: pDot === null ? along : pDot.times(W, along),
            inputGradient: (dy, dyDot) =>
              t.throughWindows(
                [
                  [dy, V],
                  [dyDot, W],
                ],
                windows,
              ),
            parameterGradients(dy, dyDot) {
              const dW = p.transposedTimes(dyDot);
              return [pDot === null ? dW : pDot.transposedTimes(dy, dW)];
            },
          };
        },
      };
    },
  };
}
