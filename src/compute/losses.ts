/** The losses of single points, and the way to every loss. */

import type { Loss } from './engine';
import { episodeLoss } from './episodeLosses';
import type { LossPasses } from './lossPasses';
import { pairLoss } from './pairLoss';
import type { Matrices, Tensors } from './tensors';

/** Numbers in the target of one point. */
export function targetCount(loss: Loss, outputs: number): number {
  if (typeof loss === 'string') return outputs;
  return loss.name === 'pairs' ? loss.ways + loss.groups : loss.ways;
}

export function lossOf<M extends Matrices>(t: Tensors<M>, loss: Loss): LossPasses<M> {
  if (typeof loss !== 'string') {
    return loss.name === 'pairs' ? pairLoss(t, loss) : episodeLoss(t, loss);
  }
  switch (loss) {
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
    case 'sum-of-squares':
      return {
        value: (y, target) => t.sumSquares(t.subtract(y, target)),
        backward: (y, target) => ({
          dy: t.scale(t.subtract(y, target), 2),
          tangent: (yDot) => t.scale(yDot, 2),
        }),
      };
    case 'cross-entropy':
      return {
        value: (y, target) => t.scale(t.crossEntropy(y, target), 1 / y.rows),
        backward(y, target) {
          const factor = 1 / y.rows;
          const p = t.softmax(y);
          return {
            dy: t.scale(t.subtract(p, target), factor),
            tangent: (yDot) => t.scale(t.softmaxSlope(p, yDot), factor),
          };
        },
      };
    default:
      return loss satisfies never;
  }
}
