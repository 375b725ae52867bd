/**
 * Reptile: move θ towards the parameters that each task is led to.
 *
 * Nichol, Achiam and Schulman 2018, arXiv 1803.02999, algorithm 2 (the batched form). With one inner step it
 * is joint pre-training, so it takes several, each on a minibatch of the task's points.
 */

import type { Moments, Rows } from '../compute/engine';
import { type Algorithm, times } from './algorithm';

/** Adam as the inner optimiser; moments start anew with each task, where the authors' code carries them over. */
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
  direction({ engine, learner }, theta, { minibatches }, { inner, reptileOptimizer }) {
    let phi: Rows = theta;
    let moments: Moments | null = null;
    for (const minibatch of minibatches) {
      const gradient = learner.at(phi, minibatch).gradient();
      if (reptileOptimizer === 'sgd') {
        phi = engine.addScaled(phi, -inner.rate, gradient);
        continue;
      }
      const zero: Rows = engine.addScaled(gradient, -1, gradient);
      moments ??= { first: zero, second: zero, updates: 0 };
      const settings = { rate: inner.rate, ...INNER_ADAM };
      ({ parameters: phi, moments } = engine.adam(phi, gradient, moments, settings));
    }
    return engine.mean(engine.addScaled(theta, -1, phi));
  },
};
