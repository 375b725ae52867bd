/**
 * Reptile: move θ towards the parameters that each task is led to.
 *
 * Nichol, Achiam and Schulman 2018, arXiv 1803.02999, algorithm 2 (the batched form). With one inner step it
 * is joint pre-training, so it takes several, each on a minibatch of the task's points.
 */

import type { Batch, Engine, Moments, Rows } from '../../compute/engine';
import { joined, minibatches } from '../../tasks/task';
import { fineTune } from '../adapt';
import type { Contender, Scope, Source } from '../contender';
import { type ReptileOwn, reptileSheet } from '../sheets';
import { begin } from '../state';
import { lines, passed, type Steps } from '../steps';

/** Adam as the inner optimiser, as in the authors' code for images. */
const INNER_ADAM = { beta1: 0, beta2: 0.999, epsilon: 1e-8 };

const stepLines = { sgd: lines.innerStep, adam: lines.adamStep };

export const reptile: Contender<ReptileOwn, readonly Batch[]> = {
  ...reptileSheet,
  formula: String.raw`\theta \leftarrow \theta + \varepsilon\,\overline{\left(\phi_k-\theta\right)}`,
  begin: (engine, theta) => begin(engine, { theta }),
  draw: (source, _settings, own) => dealt(source, own.batch, own.steps),
  listing: ({ optimizer }) => [
    ...[lines.minibatchGradient, stepLines[optimizer]],
    ...[lines.towards, lines.outerMove],
  ],
  *step(scope, state, parts, { inner, left }, own) {
    const theta = state.weights.theta!;
    const direction = yield* reptileDirection(scope, theta, parts, inner.rate, own.optimizer);
    const moved = scope.engine.addScaled(theta, -own.rate * left, direction);
    yield passed(lines.outerMove, { theta: moved });
    return { ...state, weights: { theta: moved } };
  },
  adapt: (scope, { weights }, support, inner) => fineTune(scope, weights.theta!, support, inner),
};

/** A minibatch of each task's points for each inner step. */
export function dealt(source: Source, size: number, steps: number): Batch[] {
  const { support, query } = source.tasks;
  const parts = minibatches(joined(support, query), size, steps, source.random('minibatches'));
  return parts.map((points) => source.batch(points));
}

/** θ less the mean of where the tasks lead. */
export function* reptileDirection(
  scope: Scope,
  theta: Rows,
  parts: readonly Batch[],
  rate: number,
  optimizer: ReptileOwn['optimizer'],
): Steps<Rows> {
  const { phi } = yield* descendOn(scope, theta, parts, rate, optimizer, null);
  const direction = scope.engine.mean(scope.engine.addScaled(theta, -1, phi));
  yield passed(lines.towards, { v: direction });
  return direction;
}

/**
 * The parameters of each task after one inner step on each minibatch in turn.
 *
 * @param carried Adam's moments from earlier tasks, one row, which the authors' code goes on with; null to start anew
 * @returns the moments of each task too, for Adam
 */
export function* descendOn(
  scope: Scope,
  theta: Rows,
  parts: readonly Batch[],
  rate: number,
  optimizer: ReptileOwn['optimizer'],
  carried: Moments | null,
): Steps<{ readonly phi: Rows; readonly moments: Moments | null }> {
  const { engine, learner } = scope;
  let phi = theta;
  let moments = carried;
  for (const [k, part] of parts.entries()) {
    // Nothing else is kept of a step: there may be many.
    const gradient = engine.tidy(() => learner.at(phi, part).gradient());
    yield passed(lines.minibatchGradient, { gradient }, k);
    [phi, moments] = engine.tidy(() =>
      optimizer === 'adam'
        ? adamStep(engine, phi, gradient, rate, moments)
        : ([engine.addScaled(phi, -rate, gradient), moments] as const),
    );
    engine.release(gradient);
    yield passed(stepLines[optimizer], { phi }, k);
  }
  return { phi, moments };
}

/** One step of Adam against each task's gradient. @param before its moments; null for none yet */
export function adamStep(
  engine: Engine,
  phi: Rows,
  gradient: Rows,
  rate: number,
  before: Moments | null,
): readonly [Rows, Moments] {
  const zero: Rows = engine.addScaled(gradient, -1, gradient);
  const from = before ?? { first: zero, second: zero, updates: 0 };
  const { parameters, moments } = engine.adam(phi, gradient, from, { rate, ...INNER_ADAM });
  return [parameters, moments];
}
