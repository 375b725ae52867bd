/**
 * A layer has four passes: forward, backward, and the tangent of each along a direction in
 * parameter space. The two tangents together give exact Hessian-vector products without a graph of
 * the gradient (Pearlmutter, "Fast exact multiplication by the Hessian", 1994).
 *
 * Notation: y = f(p, x). `dx`, `dp` are gradients of the loss. A dot marks the derivative along the
 * direction v of the parameters: `xDot`, `dxDot`. Inputs of the network do not move, so their
 * tangent is null.
 */

import type { Matrices } from '../tensors';

export interface Layer<M extends Matrices> {
  forward(parameters: readonly M[], x: M): Forward<M>;
}

/** A layer at given parameters and input. */
export interface Forward<M> {
  readonly y: M;
  /** dx. Not asked of the first layer. */
  inputGradient(dy: M): M;
  /** dp, one for each parameter. */
  parameterGradients(dy: M): readonly M[];
  tangent(direction: readonly M[], xDot: M | null): Tangent<M>;
}

/** The same layer while its parameters move along a direction, and its input along `xDot`. */
export interface Tangent<M> {
  /** Null if nothing below moves and the layer has no parameters. */
  readonly yDot: M | null;
  /** dxDot. Not asked of the first layer. */
  inputGradient(dy: M, dyDot: M): M;
  /** dpDot, one for each parameter. */
  parameterGradients(dy: M, dyDot: M): readonly M[];
}
