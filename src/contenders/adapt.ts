/** The inner loop: a few steps of gradient descent on the support points of each task. */

import type { Batch, LossAt, Rows } from '../compute/engine';
import type { InnerLoop, Scope } from './contender';
import { type ListingLine, lines, passed, type Steps } from './steps';

export interface Adaptation {
  /**
   * φ_0 = θ, φ_1, …, φ_K: the parameters of each task after each step. With one row of θ the first
   * element is that row, shared by all tasks.
   */
  readonly path: readonly Rows[];
  /** The support losses at φ_0, …, φ_{K−1}, from which the steps were taken. */
  readonly losses: readonly LossAt[];
  /** Their gradients. */
  readonly gradients: readonly Rows[];
}

/** φ_k = φ_{k−1} − α ∇L_support(φ_{k−1}), for each task. To be run within one `tidy`. */
export const adapt = (
  { engine, learner }: Scope,
  theta: Rows,
  support: Batch,
  inner: InnerLoop,
): Steps<Adaptation> =>
  along(learner, theta, support, inner.steps, lines.innerStep, (phi, gradient) =>
    engine.addScaled(phi, -inner.rate, gradient),
  );

/** The lines of adapting by rates, and of looking at the query points after it. */
export const byRates = [lines.innerGradient, lines.stepByRates, lines.queryGradient] as const;

/** φ_k = φ_{k−1} − α ∘ ∇L_support(φ_{k−1}), with a rate for every parameter: one row. */
export const adaptByRates = (
  { engine, learner }: Scope,
  theta: Rows,
  rates: Rows,
  support: Batch,
  steps: number,
): Steps<Adaptation> =>
  along(learner, theta, support, steps, lines.stepByRates, (phi, gradient) =>
    engine.addScaled(phi, -1, engine.multiply(gradient, rates)),
  );

function* along(
  learner: Scope['learner'],
  theta: Rows,
  support: Batch,
  steps: number,
  stepLine: ListingLine,
  step: (phi: Rows, gradient: Rows) => Rows,
): Steps<Adaptation> {
  const path = [theta];
  const losses: LossAt[] = [];
  const gradients: Rows[] = [];
  for (let k = 0; k < steps; k++) {
    const here = learner.at(path[k]!, support);
    const gradient = here.gradient();
    losses.push(here);
    gradients.push(gradient);
    yield passed(lines.innerGradient, { gradient }, k);
    const phi = step(path[k]!, gradient);
    path.push(phi);
    yield passed(stepLine, { phi }, k);
  }
  return { path, losses, gradients };
}

/** θ = φ_0, φ_1, …, φ_K as in `adapt`, one at a time: nothing else is kept of a step, and each φ until the next is asked for. */
export function* fineTune(
  { engine, learner }: Scope,
  theta: Rows,
  support: Batch,
  inner: InnerLoop,
): Generator<Rows, void> {
  yield* stepwise(engine, theta, inner.steps, (phi) =>
    engine.addScaled(phi, -inner.rate, learner.at(phi, support).gradient()),
  );
}

/** As `fineTune`, with a rate for every parameter. */
export function* fineTuneByRates(
  { engine, learner }: Scope,
  theta: Rows,
  rates: Rows,
  support: Batch,
  steps: number,
): Generator<Rows, void> {
  yield* stepwise(engine, theta, steps, (phi) =>
    engine.addScaled(phi, -1, engine.multiply(learner.at(phi, support).gradient(), rates)),
  );
}

/** θ, and what `step` makes of it again and again; each is released when the next is asked for, θ never. */
export function* stepwise(
  engine: Scope['engine'],
  theta: Rows,
  steps: number,
  step: (phi: Rows) => Rows,
): Generator<Rows, void> {
  let phi = theta;
  try {
    yield phi;
    for (let k = 0; k < steps; k++) {
      const next = engine.tidy(() => step(phi));
      if (phi !== theta) engine.release(phi);
      phi = next;
      yield phi;
    }
  } finally {
    if (phi !== theta) engine.release(phi);
  }
}
