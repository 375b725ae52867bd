/** `npm run reproduce -- omniglot-lake`: Lake's test, by the official archive where it is given. */

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveUp, root } from '../setup.mjs';

export const LAKE = 'omniglot-lake';

/** @param {import('../reproduce.mjs').Options} options */
export function checkLake({ runs, iterations, method, checkpoints, workers }) {
  const given = Object.entries({ iterations, method, checkpoints, workers }).find(
    ([, value]) => value !== undefined,
  );
  if (given !== undefined) giveUp(`${LAKE} trains nothing: leave --${given[0]} away.`);
  if (runs === undefined) return;
  if (!existsSync(runs)) giveUp(`--runs ${runs}: there is no such file.`);
  if (statSync(runs).isDirectory()) giveUp(`--runs ${runs} is a folder; name all_runs.zip.`);
}

/**
 * @param {typeof import('./index')} project
 * @param {import('../reproduce.mjs').Options} options
 */
export async function reproduceLake(project, { runs, seed, json }) {
  const began = performance.now();
  const { title, exam, totals, rows, asked } = await project.lakeExam({
    runs: runs === undefined ? null : new Uint8Array(readFileSync(runs)),
    seed,
    /** @param {string} checkpoint */
    read: (checkpoint) => {
      const file = path.join(root, 'public', 'checkpoints', `${checkpoint}.json`);
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    },
    /** @param {string} name */
    alphabets: (name) => {
      const file = path.join(root, 'public', 'checkpoints', name);
      return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
    },
    onProgress: (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${done} answers`.padEnd(40));
    },
  });
  console.log(`${process.stdout.isTTY ? '\r' : ''}${title}, seed ${seed}\n`);
  console.log(`${totals}\n\nErrors of twenty, run by run:\n\n${rows}\n`);
  console.log(asked);
  console.log(`${((performance.now() - began) / 1000).toFixed(1)} s in all.`);
  if (json !== undefined) {
    const command = `npm run reproduce -- ${LAKE}${runs === undefined ? '' : ` --runs ${path.basename(runs)}`} --seed ${seed}`;
    const date = new Date().toISOString().slice(0, 10);
    const report = { experiment: LAKE, seed, command, date, ...exam };
    writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`Written to ${json}.`);
  }
}
