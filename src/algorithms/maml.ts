/**
 * Model-agnostic meta-learning: the gradient, at θ, of the query loss after adaptation.
 *
 * Finn, Abbeel and Levine 2017, arXiv 1703.03400, algorithm 2; first-order MAML, their section 5.2.
 * With φ_k = φ_{k−1} − α ∇L_support(φ_{k−1}) and φ_0 = θ, the chain rule gives
 * d L_query(φ_K) / dθ = (I − α H(φ_0)) ⋯ (I − α H(φ_{K−1})) ∇L_query(φ_K),
 * taken here from the right, one Hessian-vector product at a time.
 */

import { adapt } from './adapt';
import { type Algorithm, times } from './algorithm';

export const maml: Algorithm = {
  label: 'MAML',
  explanation: {
    formula: {
      tex: String.raw`\theta \leftarrow \theta - \beta\,\nabla_{\!\theta}\,\overline{L_Q(\phi_K)}`,
      words: 'θ moves against the gradient, at θ, of the query loss after adaptation.',
    },
    idea: 'Asks how the start should change so that the loss after adapting falls. The chain rule runs through the inner steps, so each adds a Hessian of the support loss.',
    cost: ({ inner }) =>
      `${times(inner + 1, 'gradient')} and ${times(inner, 'Hessian-vector product')}`,
    source: 'Finn et al. 2017, arXiv 1703.03400',
  },
  outer: 'optimizer',
  direction({ engine, learner }, theta, { support, query }, { inner }) {
    const { path, losses } = adapt({ engine, learner }, theta, support, inner);
    let v = learner.at(path[inner.steps]!, query).gradient();
    for (let k = inner.steps - 1; k >= 0; k--) {
      v = engine.addScaled(v, -inner.rate, losses[k]!.hessianVector(v));
    }
    return engine.mean(v);
  },
};

/** MAML with every Hessian taken as zero. */
export const firstOrderMaml: Algorithm = {
  label: 'First-order MAML',
  explanation: {
    formula: {
      tex: String.raw`\theta \leftarrow \theta - \beta\,\overline{\nabla_{\!\phi} L_Q(\phi_K)}`,
      words: 'θ moves against the query gradient at the adapted weights.',
    },
    idea: 'MAML with every Hessian taken as zero: the gradient where adaptation ends, applied where it began.',
    cost: ({ inner }) => times(inner + 1, 'gradient'),
    source: 'Finn et al. 2017, arXiv 1703.03400, section 5.2',
  },
  outer: 'optimizer',
  direction({ engine, learner }, theta, { support, query }, { inner }) {
    const { path } = adapt({ engine, learner }, theta, support, inner);
    return engine.mean(learner.at(path[inner.steps]!, query).gradient());
  },
};
