/**
 * Reptile: move θ towards the parameters that each task is led to.
 *
 * Nichol, Achiam and Schulman 2018, arXiv 1803.02999, algorithm 2 (the batched form). With one inner step it
 * is joint pre-training, so it takes several, each on a minibatch of the task's points.
 */

import type { Batch, Moments, Rows } from '../compute/engine';
import { type Algorithm, type AlgorithmSettings, type Scope, times } from './algorithm';
import { type OuterState, releaseState } from './outerLoop';

/** Adam as the inner optimiser, as in the authors' code for images. */
const INNER_ADAM = { beta1: 0, beta2: 0.999, epsilon: 1e-8 };

export const reptile: Algorithm = {
  label: 'Reptile',
  explanation: {
    formula: {
      tex: String.raw`\theta \leftarrow \theta + \varepsilon\,\overline{\left(\phi_k-\theta\right)}`,
      words: 'θ moves towards the mean of the adapted weights.',
    },
    idea: 'Trains on each task for a few minibatches and moves towards where that led. No query set, no second derivative.',
    cost: ({ reptile: steps }) => times(steps, 'gradient'),
    source: 'Nichol et al. 2018, arXiv 1803.02999',
  },
  outer: 'interpolation',
  direction(scope, theta, { minibatches }, { inner, reptileOptimizer }) {
    const { engine } = scope;
    const { path } = descend(scope, theta, minibatches, inner.rate, reptileOptimizer, null);
    return engine.mean(engine.addScaled(theta, -1, path.at(-1)!));
  },
};

/**
 * θ, and the parameters of each task after one inner step on each minibatch in turn.
 *
 * @param carried Adam's moments from earlier tasks, one row, which the authors' code goes on with; null to start anew
 * @returns the moments of each task too, for Adam
 */
export function descend(
  { engine, learner }: Scope,
  theta: Rows,
  minibatches: readonly Batch[],
  rate: number,
  optimizer: AlgorithmSettings['reptileOptimizer'],
  carried: Moments | null,
): { readonly path: readonly Rows[]; readonly moments: Moments | null } {
  const path: Rows[] = [theta];
  let moments = carried;
  for (const minibatch of minibatches) {
    const phi = path.at(-1)!;
    // Nothing else is kept of a step: there may be many.
    const next = engine.tidy(() => {
      const gradient = learner.at(phi, minibatch).gradient();
      if (optimizer === 'sgd') {
        return { parameters: engine.addScaled(phi, -rate, gradient), moments };
      }
      const zero: Rows = engine.addScaled(gradient, -1, gradient);
      const before = moments ?? { first: zero, second: zero, updates: 0 };
      return engine.adam(phi, gradient, before, { rate, ...INNER_ADAM });
    });
    path.push(next.parameters);
    moments = next.moments;
  }
  return { path, moments };
}

/**
 * One meta-iteration that carries Adam's second moments over from task to task: those of the tasks of a batch, which the
 * authors' code takes one after another, are averaged.
 *
 * @param epsilon outer step
 */
export function carriedReptile(
  scope: Scope,
  { theta, moments }: OuterState,
  minibatches: readonly Batch[],
  rate: number,
  epsilon: number,
): OuterState {
  const { engine } = scope;
  const next = engine.tidy((): OuterState => {
    const { path, moments: after } = descend(scope, theta, minibatches, rate, 'adam', moments);
    const direction = engine.mean(engine.addScaled(theta, -1, path.at(-1)!));
    const { second, updates } = after!;
    return {
      theta: engine.addScaled(theta, -epsilon, direction),
      moments: { first: engine.mean(after!.first), second: engine.mean(second), updates },
    };
  });
  releaseState(engine, { theta, moments });
  return next;
}
