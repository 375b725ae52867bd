/**
 * Model-agnostic meta-learning: the gradient, at θ, of the query loss after adaptation.
 *
 * Finn, Abbeel and Levine 2017, arXiv 1703.03400, algorithm 2; first-order MAML, their section 5.2.
 * With φ_k = φ_{k−1} − α ∇L_support(φ_{k−1}) and φ_0 = θ, the chain rule gives
 * d L_query(φ_K) / dθ = (I − α H(φ_0)) ⋯ (I − α H(φ_{K−1})) ∇L_query(φ_K),
 * taken here from the right, one Hessian-vector product at a time.
 */

import type { Engine, Rows } from '../../compute/engine';
import { adapt } from '../adapt';
import { firstOrderSheet, mamlSheet } from '../sheets';
import { lines, passed } from '../steps';
import { split, start } from './start';

const adaptation = [lines.innerGradient, lines.innerStep, lines.queryGradient];

/** What becomes of v on its way back through a step. @param product H_S(φ_k) v */
export type Through = (engine: Engine, v: Rows, product: () => Rows, rate: number) => Rows;

const exact: Through = (engine, v, product, rate) => engine.addScaled(v, -rate, product());

/** MAML, as it carries v back in a way of the caller's: the right one is `maml`. */
export const carrying = (through: Through) =>
  start({
    ...mamlSheet,
    formula: String.raw`\theta \leftarrow \theta - \beta\,\nabla_{\!\theta}\,\overline{L_Q(\phi_K)}`,
    draw: split,
    listing: () => [...adaptation, lines.throughStep, lines.mean],
    *direction({ engine, learner }, theta, { support, query }, { inner }) {
      const { path, losses } = yield* adapt({ engine, learner }, theta, support, inner);
      let v = learner.at(path[inner.steps]!, query).gradient();
      yield passed(lines.queryGradient, { v });
      for (let k = inner.steps - 1; k >= 0; k--) {
        const before = v;
        v = through(engine, v, () => losses[k]!.hessianVector(before), inner.rate);
        yield passed(lines.throughStep, { v }, k);
      }
      const mean = engine.mean(v);
      yield passed(lines.mean, { v: mean });
      return mean;
    },
  });

export const maml = carrying(exact);

/** MAML with every Hessian taken as zero. */
export const firstOrderMaml = start({
  ...firstOrderSheet,
  formula: String.raw`\theta \leftarrow \theta - \beta\,\overline{\nabla_{\!\phi} L_Q(\phi_K)}`,
  draw: split,
  listing: () => [...adaptation, lines.mean],
  *direction({ engine, learner }, theta, { support, query }, { inner }) {
    const { path } = yield* adapt({ engine, learner }, theta, support, inner);
    const v = learner.at(path[inner.steps]!, query).gradient();
    yield passed(lines.queryGradient, { v });
    const mean = engine.mean(v);
    yield passed(lines.mean, { v: mean });
    return mean;
  },
});
