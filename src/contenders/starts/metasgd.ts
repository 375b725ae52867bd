/**
 * Meta-SGD: learns where adaptation starts, and a rate for every parameter, of either sign.
 *
 * Li, Zhou, Chen and Li 2017, arXiv 1707.09835, algorithm 1. With φ_k = φ_{k−1} − α ∘ g_k and v_K = ∇L_query(φ_K),
 * ∇_α = −Σ g_k ∘ v_k and v_{k−1} = v_k − H(φ_{k−1}) (α ∘ v_k), of which v_0 = ∇_θ.
 */

import type { Rows } from '../../compute/engine';
import { number } from '../../spec/field';
import { adaptByRates, fineTuneByRates } from '../adapt';
import type { Contender } from '../contender';
import { descend } from '../outerLoop';
import { begin } from '../state';
import { type Split, split } from './start';

interface Own {
  /** What every rate begins with. */
  readonly start: number;
}

export const metaSgd: Contender<Own, Split> = {
  fields: {
    start: number({ min: 0.0001, max: 1, scale: 'log' }, { work: false, group: 'outer/metasgd' }),
  },
  formula: String.raw`(\theta,\alpha) \leftarrow (\theta,\alpha) - \beta\,\nabla_{\!\theta,\alpha}\,\overline{L_Q(\theta-\alpha\circ\nabla L_S(\theta))}`,
  cost: ({ steps }) => ({ gradients: steps + 1, products: steps }),
  knobs: ['start', 'outerRate'],
  begin: (engine, theta, own) =>
    begin(engine, { theta, rates: new Float32Array(theta.length).fill(own.start) }),
  draw: split,
  step({ engine, learner }, state, { support, query }, { inner, outer }) {
    const { theta, rates } = state.weights as { theta: Rows; rates: Rows };
    const scope = { engine, learner };
    const { path, losses, gradients } = adaptByRates(scope, theta, rates, support, inner.steps);
    let v = learner.at(path[inner.steps]!, query).gradient();
    let sum = engine.multiply(gradients[inner.steps - 1]!, v);
    for (let k = inner.steps - 1; k >= 0; k--) {
      v = engine.addScaled(v, -1, losses[k]!.hessianVector(engine.multiply(v, rates)));
      if (k > 0) sum = engine.addScaled(sum, 1, engine.multiply(gradients[k - 1]!, v));
    }
    const mean = engine.mean(sum);
    const against = { theta: engine.mean(v), rates: engine.addScaled(mean, -2, mean) };
    return descend(engine, state, against, outer);
  },
  adapt: (scope, { weights: { theta, rates } }, support, { steps }) =>
    fineTuneByRates(scope, theta!, rates!, support, steps),
};
