/** The tasks of one meta-iteration: a function of settings and its number alone, so the page can draw what the worker learns from. */

import { stream } from '../../math/rng';
import { drawEpisodes } from '../../tasks/task';
import type { RegressionSpec } from './fields';
import { trainingTasks } from './tasks';

/** @param tasks how many of them; they are drawn one after another, so that fewer are the first of all */
export function metaBatch(spec: RegressionSpec, iteration: number, tasks = spec.metaBatch) {
  const { family, sampling } = trainingTasks(spec);
  const count = { tasks, support: spec.shots, query: spec.queries };
  return drawEpisodes(family, sampling, count, stream(spec.seed, 'train tasks', iteration));
}
