/**
 * Bayes, who knows the family of the tasks and the noise, and nothing else: it has no weights and never trains. What it
 * believes after the support points is computed in double precision, whatever the engine, and is the best that can be said:
 * no mean squared error over tasks of that family is less, on average, than that of its mean.
 */

import type { Batch, Engine, Predictor } from '../../compute/engine';
import { type Belief, ofTask } from '../../tasks/task';
import type { Contender, Scope } from '../contender';
import { bayesSheet } from '../sheets';
import { randomInitialisation } from '../starts/random';
import { begin } from '../state';

/** By batch of support points: it is asked more than once about the same. */
const found = new WeakMap<Batch, readonly Belief[]>();

function beliefsOf({ known }: Scope, support: Batch): readonly Belief[] {
  const before = found.get(support);
  if (before !== undefined) return before;
  const beliefs = Array.from({ length: support.tasks }, (_, task) => {
    const { inputs, targets } = support.data;
    return known!.believes(ofTask(support, inputs, task), ofTask(support, targets!, task));
  });
  found.set(support, beliefs);
  return beliefs;
}

/** What `of` says of every point of a batch, task by task, as rows of an engine. */
function said(
  engine: Engine,
  beliefs: readonly Belief[],
  batch: Batch,
  of: (belief: Belief, inputs: Float32Array, task: number) => readonly number[],
) {
  const values = beliefs.flatMap((belief, task) =>
    of(belief, ofTask(batch, batch.data.inputs, task), task),
  );
  return engine.rows(Float32Array.from(values), beliefs.length);
}

const underivable = (): never => {
  throw new Error('what is believed has no weights, and no gradient');
};

export const bayes: Contender<object, null> = {
  ...bayesSheet,
  formula: String.raw`\begin{gathered}p(\tau\mid S)\propto p(\tau)\,\textstyle\prod_i\mathcal N\big(y_i;\,\tau(x_i),\sigma^2\big)\\[2pt]\hat y(x)=\mathbb E\big[\tau(x)\mid S\big]\end{gathered}`,
  begin: (engine) => begin(engine, {}),
  draw: randomInitialisation.draw,
  listing: randomInitialisation.listing,
  step: randomInitialisation.step,
  *adapt({ engine }) {
    const nothing = engine.rows(new Float32Array(1), 1);
    try {
      yield nothing;
    } finally {
      engine.release(nothing);
    }
  },
  read(scope, support) {
    const { engine, learner, known } = scope;
    const beliefs = beliefsOf(scope, support);
    const predictor = (of: (belief: Belief, x: number) => readonly number[]): Predictor => ({
      ...{ layerOffsets: [], parameterCount: 0 },
      batch: (data) => learner.batch(data),
      predict: (_, batch) =>
        said(engine, beliefs, batch, (belief, inputs) =>
          Array.from(inputs).flatMap((x) => of(belief, x)),
        ),
    });
    return {
      mean: {
        ...predictor(({ mean }, x) => [mean(x)]),
        at: (_, batch) => ({
          loss: () =>
            said(engine, beliefs, batch, ({ mean }, inputs, task) => {
              const targets = ofTask(batch, batch.data.targets!, task);
              const squares = inputs.reduce((sum, x, i) => sum + (mean(x) - targets[i]!) ** 2, 0);
              return [squares / inputs.length];
            }),
          gradient: underivable,
          hessianVector: underivable,
        }),
      },
      spread: predictor(({ mean, sd }, x) => [mean(x), Math.hypot(sd(x), known!.noise)]),
    };
  },
};
