/** Losses with the passes that learners need: value, gradient, and the gradient's tangent. */

import type { LossName } from './engine';
import type { Matrices, Tensors } from './tensors';

export interface Loss<M extends Matrices> {
  /** Each task's loss, the mean over points: [tasks, 1, 1]. */
  value(outputs: M, targets: M): M;
  /** Gradient with respect to the outputs, and its derivative when the outputs move. */
  backward(outputs: M, targets: M): { readonly dy: M; tangent(yDot: M): M };
}

export function lossOf<M extends Matrices>(t: Tensors<M>, name: LossName): Loss<M> {
  switch (name) {
    case 'mean-squared-error':
      return {
        value: (y, target) =>
          t.scale(t.sumSquares(t.subtract(y, target)), 1 / (y.rows * y.columns)),
        backward(y, target) {
          const factor = 2 / (y.rows * y.columns);
          return {
            dy: t.scale(t.subtract(y, target), factor),
            tangent: (yDot) => t.scale(yDot, factor),
          };
        },
      };
    default:
      return name satisfies never;
  }
}
