/** How often a method is right, over many tasks of characters it has not seen. */

import { stream } from '../../../math/rng';
import { drawGlyphEpisodes } from '../../../tasks/glyphs/episodes';
import type { Glyphs, Split } from '../../../tasks/glyphs/glyphs';
import type { Points } from '../../../tasks/task';
import type { MethodName, OmniglotSpec } from '../spec';
import {
  type Classifier,
  type ClassifyOptions,
  labelsOf,
  type Start,
  type Tasks,
} from './classify';

/** Tasks that are classified at once. */
export const CHUNK = 4;

/** Tasks number `from` on of a split; the same for every method. */
export const heldOutTasks = (
  glyphs: Glyphs,
  split: Exclude<Split, 'train'>,
  { ways, shots, queries, seed }: OmniglotSpec,
  from: number,
  count: number,
): Tasks =>
  drawGlyphEpisodes(
    glyphs,
    split,
    { tasks: count, ways, shots, queries },
    false,
    stream(seed, `${split} tasks`, from),
  );

/** The share of query points that are classified rightly, for each task; NaN where weights are no numbers. */
export function accuracies(probabilities: Float32Array, query: Points): number[] {
  const ways = query.targets.length / (query.tasks * query.points);
  const labels = labelsOf(query, ways);
  return Array.from({ length: query.tasks }, (_, t) => {
    let right = 0;
    for (let i = t * query.points; i < (t + 1) * query.points; i++) {
      const row = probabilities.subarray(i * ways, (i + 1) * ways);
      if (!row.every(Number.isFinite)) return Number.NaN;
      if (row.indexOf(Math.max(...row)) === labels[i]) right += 1;
    }
    return right / query.points;
  });
}

/** Accuracies of a method on `count` held-out tasks, a few at a time. */
export async function* evaluate(
  classifier: Classifier,
  glyphs: Glyphs,
  spec: OmniglotSpec,
  split: Exclude<Split, 'train'>,
  method: MethodName,
  start: Start,
  count: number,
  options: ClassifyOptions = {},
): AsyncGenerator<number[], void> {
  for (let from = 0; from < count; from += CHUNK) {
    const tasks = heldOutTasks(glyphs, split, spec, from, Math.min(CHUNK, count - from));
    const { steps } = await classifier.classify(method, start, tasks, options);
    yield accuracies(steps.at(-1)!, tasks.query);
  }
}
