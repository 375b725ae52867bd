/** Joint pre-training: one network for the points of all tasks at once, as if they were one task. */

import type { Batch, Rows } from '../../compute/engine';
import type { Scope } from '../contender';
import { start } from './start';

/** The gradient of the mean loss over everything in a batch. */
export const gradientOfAll = ({ engine, learner }: Scope, theta: Rows, all: Batch): Rows =>
  engine.mean(learner.at(theta, all).gradient());

export const jointPretraining = start({
  formula: String.raw`\theta \leftarrow \theta - \beta\,\nabla\,\overline{L_{S\cup Q}(\theta)}`,
  cost: () => ({ gradients: 1, products: 0 }),
  draw: (source) => source.batch(source.mixed),
  direction: gradientOfAll,
});
