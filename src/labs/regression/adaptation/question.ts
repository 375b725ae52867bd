/** What contenders become on points in sight, step by step: what is asked, and the answer. */

import { afterEachStep, asJudged, spreadOf } from '../../../contenders/evaluation';
import type { Answer, At } from '../../kit/questions';
import { type Asked, copiesAt, iterationOf, onTasks, releaseAll } from '../asked';
import type { ContenderName } from '../methods';
import type { RegressionSnapshot } from '../snapshot';

/** Adapt to these points, and predict on the grid after each step. */
export interface AdaptQuestion {
  readonly at: At<RegressionSnapshot>;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  readonly grid: Float32Array;
}

export interface AdaptAnswer extends Answer {
  /** By contender, row-major [steps + 1, grid]. */
  readonly predictions: Readonly<Partial<Record<ContenderName, Float32Array>>>;
  /** Standard deviations of those that say how sure they are: [grid]. */
  readonly spreads: Readonly<Partial<Record<ContenderName, Float32Array>>>;
}

export async function* answerAdapt(
  run: Asked,
  { at, inputs, targets, grid }: AdaptQuestion,
): AsyncGenerator<AdaptAnswer, void> {
  const { engine, learner } = run.scope;
  const { innerRate: rate, testSteps: steps } = run.spec;
  const points = grid.length;
  const iteration = iterationOf(run, at);
  const support = learner.batch({ tasks: 1, points: inputs.length, inputs, targets });
  const curve = learner.batch({ tasks: 1, points, inputs: grid, targets: null });
  // One part: the states of now stay as they are meanwhile.
  const copies = at === 'now' ? [] : copiesAt(run, at);
  const predictions: Partial<Record<ContenderName, Float32Array>> = {};
  const spreads: Partial<Record<ContenderName, Float32Array>> = {};
  try {
    for (const standing of at === 'now' ? run.contenders : copies) {
      const values = new Float32Array((steps + 1) * points);
      let k = 0;
      const tasks = asJudged(onTasks(run, standing, support, { rate, steps }));
      const path = afterEachStep(tasks, (phi, by) => by.predict(phi, curve));
      for await (const predicted of path) values.set(predicted, points * k++);
      predictions[standing.name] = values;
      const said = await spreadOf(tasks, curve);
      if (said !== null) spreads[standing.name] = said.filter((_, i) => i % 2 === 1);
    }
  } finally {
    engine.release(support, curve);
    releaseAll(run, copies);
  }
  yield { iteration, predictions, spreads };
}
