/** Measures the methods of an experiment beside each other, each in a thread: their numbers are those of one after another. */

import { Worker } from 'node:worker_threads';
import { giveUp } from '../setup.mjs';

/** @typedef {import('../../labs/kit/reproduction').Measured} Measured */
/** @typedef {import('../../labs/kit/reproduction').Progress} Progress */

/**
 * @typedef {object} Task
 * @property {string} name of the experiment
 * @property {Pick<import('../../labs/kit/reproduction').ReproduceOptions, 'seed' | 'iterations' | 'command'>} settings
 * @property {string | undefined} checkpoints folder where unfinished trainings are kept
 */

/**
 * @param {Task & { onProgress: (progress: Progress) => void }} task
 * @param {readonly string[]} methods the longest first: whoever is free takes the next
 * @param {number} threads
 * @returns {Promise<Measured[]>}
 */
export async function measureApart({ onProgress, ...task }, methods, threads) {
  const waiting = [...methods];
  /** @type {Measured[]} */
  const measured = [];
  /** @type {Worker[]} */
  const workers = [];
  const work = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: task });
      workers.push(worker);
      const next = () => {
        const method = waiting.shift();
        if (method === undefined) resolve(undefined);
        else worker.postMessage(method);
      };
      worker.on('message', (/** @type {import('./thread.mjs').Said} */ said) => {
        if (said.kind === 'progress') onProgress(said.progress);
        else if (said.kind === 'failed') {
          if (said.isSaid) giveUp(said.why);
          reject(new Error(said.why));
        } else {
          if (said.kind === 'measured') measured.push(said.measured);
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
