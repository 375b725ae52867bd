/** What learners need of a loss: value, gradient, and the gradient's tangent. */

import type { Matrices } from './tensors';

export interface LossPasses<M extends Matrices> {
  /** Each task's loss: [tasks, 1, 1]. */
  value(outputs: M, targets: M): M;
  /** Gradient with respect to the outputs, and its derivative when the outputs move. */
  backward(outputs: M, targets: M): { readonly dy: M; tangent(yDot: M): M };
}
