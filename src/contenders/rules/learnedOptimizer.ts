/**
 * A learned optimiser: a recurrent network proposes the update of every coordinate from its gradient, and is itself
 * trained by gradient descent through an unroll of its own updates.
 *
 * Andrychowicz et al. 2016, "Learning to learn by gradient descent by gradient descent", equations 2 and 3.
 */

import type {
  Batch,
  Coordinatewise,
  CoordinatewiseStep,
  Engine,
  Learner,
  LossAt,
  Rows,
} from '../../compute/engine';
import { drained, type ListingLine, passed, type Steps } from '../steps';

/** The optimiser and the problems that it is applied to: f, batched over problems. */
export interface OptimizerScope {
  readonly engine: Engine;
  readonly optimizer: Coordinatewise;
  readonly problems: Learner;
}

/** Where the problems stand: parameters [problems, dimension] and the optimiser's state. */
export interface OptimizerPosition {
  readonly theta: Rows;
  readonly state: Rows;
}

/** One update of every problem: θ + m(∇f(θ), state; φ). */
export function applyOptimizer(
  { engine, optimizer, problems }: OptimizerScope,
  phi: Rows,
  { theta, state }: OptimizerPosition,
  batch: Batch,
): OptimizerPosition & {
  readonly at: LossAt;
  readonly gradient: Rows;
  readonly step: CoordinatewiseStep;
} {
  const at = problems.at(theta, batch);
  const gradient = at.gradient();
  const step = optimizer.step(phi, gradient, state);
  return { at, gradient, step, theta: engine.addScaled(theta, 1, step.output), state: step.state };
}

/**
 * - `sum`: Σ f(θₜ) over the unroll and over problems, as in the paper with all weights one.
 * - `log`: Σ log f(θₜ): a problem that is nearly solved counts as much as one that is not.
 * - `soft-log`: Σ log(f(θₜ) + m / 2), where m is the mean of f(θₜ) over problems, taken as a constant: between the two, so that
 *   problems that are solved far better than most stop counting and hard ones keep their weight.
 */
export const objectiveNames = ['sum', 'log', 'soft-log'] as const;
export type ObjectiveName = (typeof objectiveNames)[number];

export interface UnrollSettings {
  readonly steps: number;
  /** What is minimised. */
  readonly objective: ObjectiveName;
  /** Whether derivatives flow through the gradients that the optimiser is given; the paper drops them. */
  readonly secondOrder: boolean;
}

export interface Unrolled extends OptimizerPosition {
  /** Derivative of the objective with respect to φ, [1, parameters]. */
  readonly gradient: Rows;
  /** f(θₜ) for t = 1 … steps, [problems, 1] each. */
  readonly losses: readonly Rows[];
}

const line = (name: string, tex: string): ListingLine => ({ name, tex });

/** Lines of the unroll, in the symbols of the paper. */
export const unrollLines = {
  gradient: line('gradient', String.raw`\nabla_t=\nabla_\theta f(\theta_t)`),
  proposal: line('proposal', String.raw`(g_t,h_{t+1})=m(\nabla_t,h_t;\phi)`),
  update: line('update', String.raw`\theta_{t+1}=\theta_t+g_t`),
  back: line(
    'back',
    String.raw`v\leftarrow v+\tfrac{\partial(g_t,h_{t+1})}{\partial\phi}^{\!\top}\delta_{t+1}`,
  ),
  throughGradient: line(
    'throughGradient',
    String.raw`\delta_t\leftarrow\delta_t+\nabla^2f(\theta_t)\,\tfrac{\partial g_t}{\partial\nabla_t}^{\!\top}\delta_{t+1}`,
  ),
} as const satisfies Readonly<Record<string, ListingLine>>;

/** As `unroll`, line by line: what goes through the gradient itself the paper takes as zero. */
export function* unrolling(
  scope: OptimizerScope,
  phi: Rows,
  start: OptimizerPosition,
  batch: Batch,
  { steps, objective, secondOrder }: UnrollSettings,
): Steps<Unrolled> {
  const { engine, problems } = scope;
  const path: ReturnType<typeof applyOptimizer>[] = [];
  for (let t = 0; t < steps; t++) {
    const applied = applyOptimizer(scope, phi, path[t - 1] ?? start, batch);
    path.push(applied);
    const { gradient, step, theta } = applied;
    yield passed(unrollLines.gradient, { gradient }, t);
    yield passed(unrollLines.proposal, { g: step.output, h: step.state }, t);
    yield passed(unrollLines.update, { theta }, t);
  }
  const last = path[steps - 1]!;
  // Losses and gradients at θ₁ … θ_steps; step t + 1 has asked for the gradient already.
  const after = path.map((_, t) => {
    const at = path[t + 1]?.at ?? problems.at(last.theta, batch);
    const slope = path[t + 1]?.gradient ?? at.gradient();
    const loss = at.loss();
    return { loss, slope: weighed(engine, slope, loss, objective) };
  });

  // dθ holds the derivative with respect to θₜ₊₁ of all that comes after, dState that of the state.
  let dTheta: Rows | null = null;
  let dState: Rows | null = null;
  let sum: Rows | null = null;
  for (let t = steps - 1; t >= 0; t--) {
    const { slope } = after[t]!;
    dTheta = dTheta === null ? slope : engine.addScaled(dTheta, 1, slope);
    const back: ReturnType<CoordinatewiseStep['backward']> = path[t]!.step.backward(
      dTheta,
      dState,
      sum,
    );
    sum = back.parameters;
    dState = back.state;
    yield passed(unrollLines.back, { v: sum, delta: dTheta }, t);
    if (secondOrder && t > 0) {
      dTheta = engine.addScaled(dTheta, 1, path[t]!.at.hessianVector(back.inputs()));
      yield passed(unrollLines.throughGradient, { delta: dTheta }, t);
    }
  }
  return {
    theta: last.theta,
    state: last.state,
    gradient: sum!,
    losses: after.map(({ loss }) => loss),
  };
}

/** Runs the optimiser for `steps` updates and differentiates the objective through them. To be used within one `tidy`. */
export const unroll = (...given: Parameters<typeof unrolling>): Unrolled =>
  drained(unrolling(...given));

const SOFTNESS = 0.5;

/** The objective's slope in θ, from that of f. */
function weighed(engine: Engine, slope: Rows, loss: Rows, objective: ObjectiveName): Rows {
  switch (objective) {
    case 'sum':
      return slope;
    case 'log':
      return engine.divideTasks(slope, loss);
    case 'soft-log':
      return engine.divideTasks(slope, engine.addScaled(loss, SOFTNESS, engine.mean(loss)));
    default:
      return objective satisfies never;
  }
}
