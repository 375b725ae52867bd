/** Measures an experiment with each of its seeds, in as many threads as there are parts for, or in this one. */

import { measureApart } from './apart.mjs';
import { keptIn } from './unfinished.mjs';

/** @typedef {import('../../labs/kit/reproduction').Measured} Measured */
/** @typedef {import('../../labs/kit/reproduction').Progress} Progress */

/**
 * @typedef {object} Plan
 * @property {string} name of the experiment
 * @property {import('../../labs/kit/reproduction').Reproduction} reproduction
 * @property {readonly number[]} seeds
 * @property {readonly string[] | null} only these of its methods
 * @property {Pick<import('../../labs/kit/reproduction').ReproduceOptions, 'iterations' | 'command'>} settings
 * @property {string | undefined} checkpoints folder where unfinished trainings are kept
 * @property {number} workers threads at most
 * @property {((name: string) => string) | null} evaluate reads what is shipped, which is measured in place of training
 * @property {(progress: Progress) => void} onProgress
 */

/**
 * @param {typeof import('./index')} project
 * @param {Plan} plan
 * @returns {Promise<{ measured: Measured[], threads: number }>} of each seed, in their order
 */
export async function measureSeeds(project, plan) {
  const { reproduction, seeds, only, evaluate } = plan;
  const { apart } = reproduction;
  /** @type {Measured[]} */
  const measured = [];
  if (evaluate !== null && reproduction.evaluate !== undefined) {
    for (const seed of seeds) measured.push(await reproduction.evaluate(evaluate, seed));
    return { measured, threads: 1 };
  }
  /** @type {readonly (readonly string[] | null)[]} the longest first, whatever the seed */
  const shares = only === null && apart !== undefined ? apart.methods.map((one) => [one]) : [only];
  const parts = shares.flatMap((methods) => seeds.map((seed) => ({ seed, methods })));
  const threads = Math.min(plan.workers, parts.length);
  /** @param {Progress} progress @param {number} seed */
  const tell = (progress, seed) => {
    const stage = seeds.length === 1 ? progress.stage : `${progress.stage}, seed ${seed}`;
    plan.onProgress({ ...progress, stage });
  };
  if (threads > 1) {
    const { name, settings, checkpoints } = plan;
    const found = await measureApart(
      { name, settings, checkpoints, onProgress: (progress, part) => tell(progress, part.seed) },
      parts,
      threads,
    );
    for (const seed of seeds) {
      const own = found.filter((_, i) => parts[i]?.seed === seed);
      measured.push(project.together(own, apart ?? null));
    }
  } else {
    const unfinished = plan.checkpoints === undefined ? undefined : keptIn(plan.checkpoints);
    for (const seed of seeds) {
      const options = { ...plan.settings, seed, methods: only, unfinished };
      const onProgress = (/** @type {Progress} */ progress) => tell(progress, seed);
      measured.push(await reproduction.run({ ...options, onProgress }));
    }
  }
  return { measured, threads };
}
