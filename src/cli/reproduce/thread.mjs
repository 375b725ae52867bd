/** A thread of `npm run reproduce`: measures what it is told, one part after another. */

import { parentPort, workerData } from 'node:worker_threads';
import { loadTypeScript } from '../runTypeScript.mjs';
import { keptIn } from './unfinished.mjs';

/**
 * @typedef {{ kind: 'ready' } |
 *   { kind: 'progress', progress: import('../../labs/kit/reproduction').Progress } |
 *   { kind: 'failed', why: string, isSaid: boolean } |
 *   { kind: 'measured', measured: import('../../labs/kit/reproduction').Measured }} Said
 */

if (parentPort === null) throw new Error('this runs as a thread of npm run reproduce');
const port = parentPort;
/** @param {Said} said */
const say = (said) => port.postMessage(said);

/** @type {import('./apart.mjs').Task} */
const { name, settings, checkpoints } = workerData;
const { module } = await loadTypeScript('src/cli/reproduce/index.ts');
/** @type {typeof import('./index')} */
const project = module;
const reproduction =
  await project.reproductions[/** @type {keyof typeof project.reproductions} */ (name)]();
const unfinished = checkpoints === undefined ? undefined : keptIn(checkpoints);

port.on('message', async (/** @type {import('./apart.mjs').Part} */ part) => {
  try {
    const measured = await reproduction.run({
      ...{ ...settings, ...part, unfinished },
      onProgress: (progress) => say({ kind: 'progress', progress }),
    });
    say({ kind: 'measured', measured });
  } catch (error) {
    const said = await project.saidOf(error);
    const why = said ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
    say({ kind: 'failed', why, isSaid: said !== null });
  }
});
say({ kind: 'ready' });
