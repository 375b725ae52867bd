/**
 * Model-agnostic meta-learning: the gradient, at θ, of the query loss after adaptation.
 *
 * Finn, Abbeel and Levine 2017, arXiv 1703.03400, algorithm 2; first-order MAML, their section 5.2.
 * With φ_k = φ_{k−1} − α ∇L_support(φ_{k−1}) and φ_0 = θ, the chain rule gives
 * d L_query(φ_K) / dθ = (I − α H(φ_0)) ⋯ (I − α H(φ_{K−1})) ∇L_query(φ_K),
 * taken here from the right, one Hessian-vector product at a time.
 */

import { adapt } from '../adapt';
import { split, start } from './start';

export const maml = start({
  formula: String.raw`\theta \leftarrow \theta - \beta\,\nabla_{\!\theta}\,\overline{L_Q(\phi_K)}`,
  cost: ({ steps }) => ({ gradients: steps + 1, products: steps }),
  draw: split,
  direction({ engine, learner }, theta, { support, query }, { inner }) {
    const { path, losses } = adapt({ engine, learner }, theta, support, inner);
    let v = learner.at(path[inner.steps]!, query).gradient();
    for (let k = inner.steps - 1; k >= 0; k--) {
      v = engine.addScaled(v, -inner.rate, losses[k]!.hessianVector(v));
    }
    return engine.mean(v);
  },
});

/** MAML with every Hessian taken as zero. */
export const firstOrderMaml = start({
  formula: String.raw`\theta \leftarrow \theta - \beta\,\overline{\nabla_{\!\phi} L_Q(\phi_K)}`,
  cost: ({ steps }) => ({ gradients: steps + 1, products: 0 }),
  draw: split,
  direction({ engine, learner }, theta, { support, query }, { inner }) {
    const { path } = adapt({ engine, learner }, theta, support, inner);
    return engine.mean(learner.at(path[inner.steps]!, query).gradient());
  },
});
