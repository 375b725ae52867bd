/** Joint pre-training: one network for the points of all tasks at once, as if they were one task. */

import type { Batch, Rows } from '../../compute/engine';
import type { Scope } from '../contender';
import { jointSheet } from '../sheets';
import { lines, passed, type Steps } from '../steps';
import { start } from './start';

/** The gradient of the mean loss over everything in a batch. */
export function* gradientOfAll({ engine, learner }: Scope, theta: Rows, all: Batch): Steps<Rows> {
  const mean = engine.mean(learner.at(theta, all).gradient());
  yield passed(lines.allGradient, { v: mean });
  return mean;
}

export const jointPretraining = start({
  ...jointSheet,
  formula: String.raw`\theta \leftarrow \theta - \beta\,\nabla\,\overline{L_{S\cup Q}(\theta)}`,
  listing: () => [lines.allGradient],
  draw: (source) => source.batch(source.mixed),
  direction: gradientOfAll,
});
