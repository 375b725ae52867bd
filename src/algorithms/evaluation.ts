/** How good an initialisation is: what it becomes, step by step, on tasks it has not seen. */

import type { Batch, Rows } from '../compute/engine';
import { adapt } from './adapt';
import type { InnerLoop, Scope } from './algorithm';

/** Each task's query loss after 0, 1, … steps: rows of [tasks, 1]. */
export function lossesAfterSteps(
  scope: Scope,
  theta: Rows,
  support: Batch,
  query: Batch,
  inner: InnerLoop,
): Rows[] {
  const { path } = adapt(scope, theta, support, inner);
  return path.map((phi) => scope.learner.at(phi, query).loss());
}

/** Predictions at the inputs of `query` after 0, 1, … steps: rows of [tasks, points × outputs]. */
export function pathOfPredictions(
  scope: Scope,
  theta: Rows,
  support: Batch,
  query: Batch,
  inner: InnerLoop,
): Rows[] {
  const { path } = adapt(scope, theta, support, inner);
  return path.map((phi) => scope.learner.predict(phi, query));
}
