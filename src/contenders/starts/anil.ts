/**
 * ANIL, "almost no inner loop": MAML in which only the last layers adapt; the body is learned and then stays.
 *
 * Raghu, Raghu, Bengio and Vinyals 2020, arXiv 1909.09157, section 5. MAML with a rate of 0 for every parameter of the body:
 * v_{k−1} = v_k − H(φ_{k−1}) (α ∘ v_k).
 */

import type { Rows } from '../../compute/engine';
import { integer, number } from '../../spec/field';
import { adaptByRates, fineTuneByRates } from '../adapt';
import type { Contender, Scope } from '../contender';
import { descend } from '../outerLoop';
import { begin } from '../state';
import { type Split, split } from './start';

interface Own {
  /** Layers with weights that adapt, counted from the output. */
  readonly layers: number;
  /** α: a head alone bears larger steps than all layers do. */
  readonly rate: number;
}

export const anil: Contender<Own, Split> = {
  fields: {
    layers: integer({ min: 1, max: 4 }, { live: 'training', group: 'outer/anil' }),
    rate: number({ min: 0.0001, max: 1, scale: 'log' }, { live: 'training', group: 'outer/anil' }),
  },
  formula: String.raw`\theta \leftarrow \theta - \beta\,\nabla_{\!\theta}\,\overline{L_Q(\phi_K)},\quad \phi_{k}=\phi_{k-1}-\alpha\,\nabla_{\!\text{head}} L_S`,
  cost: ({ steps }) => ({ gradients: steps + 1, products: steps }),
  knobs: ['rate', 'outerRate'],
  begin: (engine, theta) => begin(engine, { theta }),
  draw: split,
  step(scope, state, { support, query }, { inner, outer }, own) {
    const { engine, learner } = scope;
    const rates = ratesOf(scope, own);
    const { path, losses } = adaptByRates(scope, state.weights.theta!, rates, support, inner.steps);
    let v = learner.at(path[inner.steps]!, query).gradient();
    for (let k = inner.steps - 1; k >= 0; k--) {
      v = engine.addScaled(v, -1, losses[k]!.hessianVector(engine.multiply(v, rates)));
    }
    return descend(engine, state, { theta: engine.mean(v) }, outer);
  },
  *adapt(scope, { weights }, support, inner, own) {
    const rates = ratesOf(scope, own);
    try {
      yield* fineTuneByRates(scope, weights.theta!, rates, support, inner.steps);
    } finally {
      scope.engine.release(rates);
    }
  },
};

/** α for the parameters that adapt, 0 for the others: one row. */
function ratesOf({ engine, learner }: Scope, { layers, rate }: Own): Rows {
  const rates = new Float32Array(learner.parameterCount);
  const { layerOffsets } = learner;
  const head = layerOffsets.at(-Math.min(layers, layerOffsets.length));
  return engine.rows(rates.fill(rate, head), 1);
}
