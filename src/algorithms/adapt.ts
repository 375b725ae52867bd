/** The inner loop: a few steps of gradient descent on the support points of each task. */

import type { Batch, LossAt, Rows } from '../compute/engine';
import type { InnerLoop, Scope } from './algorithm';

export interface Adaptation {
  /**
   * φ_0 = θ, φ_1, …, φ_K: the parameters of each task after each step. With one row of θ the first
   * element is that row, shared by all tasks.
   */
  readonly path: readonly Rows[];
  /** The support losses at φ_0, …, φ_{K−1}, from which the steps were taken. */
  readonly losses: readonly LossAt[];
}

/** φ_k = φ_{k−1} − α ∇L_support(φ_{k−1}), for each task. */
export function adapt(
  { engine, learner }: Scope,
  theta: Rows,
  support: Batch,
  inner: InnerLoop,
): Adaptation {
  const path = [theta];
  const losses: LossAt[] = [];
  for (let k = 0; k < inner.steps; k++) {
    const here = learner.at(path[k]!, support);
    losses.push(here);
    path.push(engine.addScaled(path[k]!, -inner.rate, here.gradient()));
  }
  return { path, losses };
}

/** θ = φ_0, φ_1, …, φ_K as in `adapt`, for who needs no second derivatives: nothing else is kept of a step. */
export function fineTune(
  { engine, learner }: Scope,
  theta: Rows,
  support: Batch,
  inner: InnerLoop,
): readonly Rows[] {
  const path = [theta];
  for (let k = 0; k < inner.steps; k++) {
    const phi = path[k]!;
    path.push(
      engine.tidy(() => engine.addScaled(phi, -inner.rate, learner.at(phi, support).gradient())),
    );
  }
  return path;
}
