/**
 * Measures the methods of an experiment, and its seeds, beside each other in threads: their numbers are those of one after
 * another.
 */

import { Worker } from 'node:worker_threads';
import { giveUp } from '../setup.mjs';

/** @typedef {import('../../labs/kit/reproduction').Measured} Measured */
/** @typedef {import('../../labs/kit/reproduction').Progress} Progress */

/**
 * @typedef {object} Task
 * @property {string} name of the experiment
 * @property {Pick<import('../../labs/kit/reproduction').ReproduceOptions, 'iterations' | 'command'>} settings
 * @property {string | undefined} checkpoints folder where unfinished trainings are kept
 */

/** What a thread measures in one go. @typedef {{ seed: number, methods: readonly string[] | null }} Part */

/**
 * @param {Task & { onProgress: (progress: Progress, part: Part) => void }} task
 * @param {readonly Part[]} parts the longest first: whoever is free takes the next
 * @param {number} threads
 * @returns {Promise<Measured[]>} of each part, in their order
 */
export async function measureApart({ onProgress, ...task }, parts, threads) {
  let taken = 0;
  /** @type {Measured[]} */
  const measured = [];
  /** @type {Worker[]} */
  const workers = [];
  const work = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: task });
      workers.push(worker);
      let at = 0;
      const next = () => {
        at = taken++;
        if (at >= parts.length) resolve(undefined);
        else worker.postMessage(parts[at]);
      };
      worker.on('message', (/** @type {import('./thread.mjs').Said} */ said) => {
        if (said.kind === 'progress') onProgress(said.progress, parts[at]);
        else if (said.kind === 'failed') {
          if (said.isSaid) giveUp(said.why);
          reject(new Error(said.why));
        } else {
          if (said.kind === 'measured') measured[at] = said.measured;
          next();
        }
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`a thread ended with ${code}`)));
    });
  try {
    await Promise.all(Array.from({ length: threads }, work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return measured;
}
