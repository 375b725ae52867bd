/** How often a method is right, over many tasks of characters it has not seen. */

import { stream } from '../../../math/rng';
import { drawGlyphEpisodes } from '../../../tasks/glyphs/episodes';
import type { Glyphs, Split } from '../../../tasks/glyphs/glyphs';
import type { Points } from '../../../tasks/task';
import { type AtWork, classify } from './atWork';
import { kindOf } from './kinds';
import { concat, labelsOf, type Tasks, tasksOf, waysOf } from './points';
import type { SharedSpec } from './sharedFields';

/** Tasks that are drawn at once. */
export const HELD_OUT_AT_ONCE = 4;
/** Drawings that are classified at once: of large tasks one after another, so that a step of all is no long work. */
const AT_ONCE = 240;

/** Tasks number `from` on of a split; the same for every method. */
export const heldOutTasks = (
  glyphs: Glyphs,
  split: Exclude<Split, 'train'>,
  { ways, shots, queries, seed, within, drawers }: SharedSpec,
  from: number,
  count: number,
): Tasks =>
  drawGlyphEpisodes(
    glyphs,
    split,
    { tasks: count, ways, shots, queries },
    false,
    stream(seed, `${split} tasks`, from),
    kindOf({ within, drawers }),
  );

/** The share of query points that are classified rightly, for each task; NaN where weights are no numbers. */
export function accuracies(probabilities: Float32Array, query: Points): number[] {
  const ways = waysOf(query);
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

/** What a method says of tasks after its last step, [tasks, query points, ways]. */
export async function said(work: AtWork, { support, query }: Tasks): Promise<Float32Array> {
  const { tasks } = support;
  const some = Math.max(1, Math.floor(AT_ONCE / (support.points + query.points)));
  const parts: Float32Array[] = [];
  for (let t = 0; t < tasks; t += some) {
    const count = Math.min(some, tasks - t);
    const part = { support: tasksOf(support, t, count), query: tasksOf(query, t, count) };
    parts.push((await classify(work, part)).steps.at(-1)!);
  }
  return concat(parts);
}

/** Accuracies of a method on `count` held-out tasks, a few at a time. */
export async function* evaluate(
  work: AtWork,
  glyphs: Glyphs,
  split: Exclude<Split, 'train'>,
  count: number,
): AsyncGenerator<number[], void> {
  for (let from = 0; from < count; from += HELD_OUT_AT_ONCE) {
    const tasks = heldOutTasks(
      glyphs,
      split,
      work.spec,
      from,
      Math.min(HELD_OUT_AT_ONCE, count - from),
    );
    yield accuracies(await said(work, tasks), tasks.query);
  }
}
