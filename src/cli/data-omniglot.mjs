/**
 * `npm run data:omniglot`: makes the pack of Omniglot's characters that the page offers when it is there. Downloads the
 * two published archives unless files or folders are given.
 */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadTypeScript } from './runTypeScript.mjs';
import { giveUp, root } from './setup.mjs';

const SOURCE = 'https://github.com/brendenlake/omniglot/raw/master/python/';
const ARCHIVES = ['images_background.zip', 'images_evaluation.zip'];
/** Without a byte for so long, a download has failed. */
const PATIENCE_MS = 30_000;

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(2)} MB`;

const live = process.stdout.isTTY === true;
/** Rewrites its line on a terminal, is silent elsewhere. @param {string} text */
const showProgress = (text) => {
  if (live) process.stdout.write(`\r${text.padEnd(60)}`);
};
/** @param {string} text */
const showResult = (text) => console.log(live ? `\r${text.padEnd(60)}` : text);

/** @param {string} address @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function download(address) {
  const name = path.basename(address);
  const patience = new AbortController();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => patience.abort(new Error('the server is silent')), PATIENCE_MS);
  };
  try {
    wait();
    const response = await fetch(address, { signal: patience.signal });
    if (!response.ok || response.body === null) {
      throw new Error(`the server answers ${response.status} ${response.statusText}`);
    }
    const announced = Number(response.headers.get('content-length'));
    /** @type {Uint8Array[]} */
    const chunks = [];
    let received = 0;
    for await (const chunk of response.body) {
      wait();
      chunks.push(chunk);
      received += chunk.length;
      const of = announced > 0 ? ` of ${megabytes(announced)}` : '';
      showProgress(`${name}: ${megabytes(received)}${of}`);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {unknown} error */
const reasonOf = (error) => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};

/** @returns {Promise<{ name: string, content: Blob }[]>} */
async function downloads() {
  const downloaded = [];
  for (const name of ARCHIVES) {
    try {
      const bytes = await download(SOURCE + name);
      const hash = createHash('sha256').update(bytes).digest('hex');
      showResult(`${name}: ${megabytes(bytes.length)}, SHA-256 ${hash}`);
      downloaded.push({ name, content: new Blob([bytes]) });
    } catch (error) {
      giveUp(
        `${name} could not be downloaded: ${reasonOf(error)}\n\n` +
          `To go on without this machine's network, fetch these files by hand:\n` +
          ARCHIVES.map((file) => `  ${SOURCE}${file}\n`).join('') +
          `and say where they are:\n` +
          `  npm run data:omniglot -- ${ARCHIVES.map((file) => `--from ${file}`).join(' ')}`,
      );
    }
  }
  return downloaded;
}

/** @param {{ from?: string[], anew?: boolean }} options files or folders; whether to leave out what the pack has */
export async function packOmniglot({ from, anew = false }) {
  const missing = from?.find((name) => !existsSync(name));
  if (missing !== undefined) giveUp(`--from ${missing}: there is no such file or folder.`);
  const { module, close } = await loadTypeScript('src/cli/data/omniglot.ts');
  /** @type {typeof import('./data/omniglot')} */
  const omniglot = module;
  const archives =
    from === undefined ? await downloads() : from.flatMap((name) => omniglot.archivesIn(name));
  let packed;
  try {
    packed = await omniglot.pack(archives, { root, anew }, (event) => {
      if (event.kind !== 'reading') return;
      showProgress(`${path.basename(event.name)}: ${event.done} of ${event.total} drawings`);
    });
  } catch (error) {
    const said = await omniglot.saidOf(error);
    if (said === null) throw error;
    giveUp(said);
  }
  const { bytes, counts, merged } = packed;
  if (merged) showResult('With what the pack had already; to leave that out: --anew.');
  for (const { split, characters, drawings } of counts) {
    showResult(
      `${split.padEnd(10)} ${String(characters).padStart(5)} characters, ${drawings} drawings`,
    );
  }
  const target = path.join(root, 'public', omniglot.PACK_FILE);
  mkdirSync(path.dirname(target), { recursive: true });
  // Whole or not at all: a command that is stopped leaves the pack that was there.
  writeFileSync(`${target}.part`, bytes);
  renameSync(`${target}.part`, target);
  console.log(`Written to ${path.relative(process.cwd(), target)}: ${megabytes(bytes.length)}.`);
  await close();
}
