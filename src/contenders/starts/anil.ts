/**
 * ANIL, "almost no inner loop": MAML in which only the last layers adapt; the body is learned and then stays.
 * Raghu, Raghu, Bengio and Vinyals 2020, arXiv 1909.09157, section 5: MAML with a rate of 0 for every parameter of the body.
 */

import type { Rows } from '../../compute/engine';
import { adaptByRates, byRates, fineTuneByRates } from '../adapt';
import type { Contender, Scope } from '../contender';
import { descending } from '../outerLoop';
import { type AnilOwn, anilSheet } from '../sheets';
import { begin } from '../state';
import { lines, passed } from '../steps';
import { type Split, split } from './start';

export const anil: Contender<AnilOwn, Split> = {
  ...anilSheet,
  formula: String.raw`\theta \leftarrow \theta - \beta\,\nabla_{\!\theta}\,\overline{L_Q(\phi_K)},\quad \phi_{k}=\phi_{k-1}-\alpha\,\nabla_{\!\text{head}} L_S`,
  begin: (engine, theta) => begin(engine, { theta }),
  draw: split,
  listing: () => [...byRates, lines.throughRates, lines.mean, lines.outerStep],
  *step(scope, state, { support, query }, { inner, outer }, own) {
    const { engine, learner } = scope;
    const rates = ratesOf(scope, own);
    const adapting = adaptByRates(scope, state.weights.theta!, rates, support, inner.steps);
    const { path, losses } = yield* adapting;
    let v = learner.at(path[inner.steps]!, query).gradient();
    yield passed(lines.queryGradient, { v });
    for (let k = inner.steps - 1; k >= 0; k--) {
      v = engine.addScaled(v, -1, losses[k]!.hessianVector(engine.multiply(v, rates)));
      yield passed(lines.throughRates, { v }, k);
    }
    const theta = engine.mean(v);
    yield passed(lines.mean, { v: theta });
    return yield* descending(engine, state, { theta }, outer);
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

/** α for the parameters that adapt, 0 for the others. */
function ratesOf({ engine, learner }: Scope, { layers, rate }: AnilOwn): Rows {
  const { layerOffsets, parameterCount } = learner;
  const head = layerOffsets.at(-Math.min(layers, layerOffsets.length));
  return engine.rows(new Float32Array(parameterCount).fill(rate, head), 1);
}
