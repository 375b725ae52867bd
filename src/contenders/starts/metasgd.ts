/**
 * Meta-SGD: learns where adaptation starts, and a rate for every parameter, of either sign.
 *
 * Li, Zhou, Chen and Li 2017, arXiv 1707.09835, algorithm 1. With φ_k = φ_{k−1} − α ∘ g_k and v_K = ∇L_query(φ_K),
 * ∇_α = −Σ g_k ∘ v_k and v_{k−1} = v_k − H(φ_{k−1}) (α ∘ v_k), of which v_0 = ∇_θ.
 */

import type { Rows } from '../../compute/engine';
import { adaptByRates, byRates, fineTuneByRates } from '../adapt';
import type { Contender } from '../contender';
import { descending } from '../outerLoop';
import { type MetaSgdOwn, metaSgdSheet } from '../sheets';
import { begin } from '../state';
import { lines, passed } from '../steps';
import { type Split, split } from './start';

export const metaSgd: Contender<MetaSgdOwn, Split> = {
  ...metaSgdSheet,
  formula: String.raw`(\theta,\alpha) \leftarrow (\theta,\alpha) - \beta\,\nabla_{\!\theta,\alpha}\,\overline{L_Q(\theta-\alpha\circ\nabla L_S(\theta))}`,
  begin: (engine, theta, own) =>
    begin(engine, { theta, rates: new Float32Array(theta.length).fill(own.start) }),
  draw: split,
  listing: () => [...byRates, lines.ofRates, lines.throughRates, lines.means, lines.outerStep],
  *step({ engine, learner }, state, { support, query }, { inner, outer }) {
    const { theta, rates } = state.weights as { theta: Rows; rates: Rows };
    const adapting = adaptByRates({ engine, learner }, theta, rates, support, inner.steps);
    const { path, losses, gradients } = yield* adapting;
    let v = learner.at(path[inner.steps]!, query).gradient();
    yield passed(lines.queryGradient, { v });
    let sum: Rows | null = null;
    for (let k = inner.steps - 1; k >= 0; k--) {
      const ofStep = engine.multiply(gradients[k]!, v);
      sum = engine.addScaled(sum ?? ofStep, sum === null ? -2 : -1, ofStep);
      yield passed(lines.ofRates, { u: sum }, k);
      v = engine.addScaled(v, -1, losses[k]!.hessianVector(engine.multiply(v, rates)));
      yield passed(lines.throughRates, { v }, k);
    }
    const against = { theta: engine.mean(v), rates: engine.mean(sum!) };
    yield passed(lines.means, { v: against.theta, u: against.rates });
    return yield* descending(engine, state, against, outer);
  },
  adapt: (scope, { weights: { theta, rates } }, support, { steps }) =>
    fineTuneByRates(scope, theta!, rates!, support, steps),
};
