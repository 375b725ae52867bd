/** Images and labels like those of drawn characters, for workloads that read them. */

import type { Stream } from '../../math/rng';
import { PIXELS } from '../../tasks/glyphs/glyphs';

/** A share of ink like that of Omniglot's drawings. */
const INK = 0.08;

export const drawings = (count: number, random: Stream): Float32Array =>
  Float32Array.from({ length: count * PIXELS }, () => (random.uniform() < INK ? 1 : 0));

/** One-hot, [tasks, ways × each, ways]; a task's points go class by class. */
export function labels(tasks: number, ways: number, each: number): Float32Array {
  const targets = new Float32Array(tasks * ways * each * ways);
  for (let row = 0; row < tasks * ways * each; row++) {
    targets[row * ways + (Math.floor(row / each) % ways)] = 1;
  }
  return targets;
}
