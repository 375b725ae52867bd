/**
 * What the commands share: what a person is told, the installation, the project's tools. Uses nothing but Node, because
 * nothing else may be there yet.
 */

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a person can mend: its message says how. */
export class Mistake extends Error {
  /** @override */
  name = 'Mistake';
}

/** Ends the command with a message that says what to do. @param {string} message @returns {never} */
export function giveUp(message) {
  throw new Mistake(message);
}

/**
 * What a person is told of an error; null of one that is the project's own fault, and deserves its stack trace.
 *
 * @param {unknown} error
 * @returns {string | null}
 */
export function saidOf(error) {
  if (error instanceof Mistake) return error.message;
  if (!(error instanceof Error)) return null;
  // Of the library by which Vite and Vitest read their options.
  if (error.name === 'CACError') return `${error.message}. To see the options: --help.`;
  if (!('code' in error)) return null;
  const file = 'path' in error && typeof error.path === 'string' ? error.path : null;
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return file === null ? null : `${file} may not be read or written by you (${error.code}).`;
    case 'EISDIR':
      return file === null ? null : `${file} is a folder; a file is expected.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room left on the disk${file === null ? '' : ` for ${file}`}.`;
    default:
      return null;
  }
}

/** Refuses a folder in which nothing can be built. */
export function checkFolder() {
  const bad = /[#?]/.exec(root)?.[0];
  if (bad !== undefined) {
    giveUp(
      `The project lies in ${root}, and Vite cannot build in a folder with a “${bad}” in its path. Rename or move it.`,
    );
  }
  for (const folder of ['', 'node_modules', 'dist', 'src/compute/simd', 'src/compute/simd/build']) {
    checkWritable(path.join(root, folder));
  }
}

/** @param {string} folder that may not be there yet */
function checkWritable(folder) {
  if (!existsSync(folder)) return;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    giveUp(
      `${folder} may not be written to by you. Take a copy of the project in a folder of your own.`,
    );
  }
}

/**
 * Refuses a file that a long computation could not write its results to.
 *
 * @param {string} option
 * @param {string | undefined} file
 */
export function checkTarget(option, file) {
  if (file === undefined) return;
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder)) giveUp(`${option} ${file}: that folder does not exist. Make it first.`);
  if (existsSync(file) && statSync(file).isDirectory()) {
    giveUp(`${option} ${file} is a folder; name a file in it.`);
  }
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK);
  } catch {
    giveUp(`${option} ${file} may not be written to by you.`);
  }
}

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/** @param {string} file @returns {Packages} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds what the lockfile asks for. */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const present = packagesOf(installed);
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' || optional || present[name]?.version === version,
  );
}

/** Installs the dependencies unless they are there. Needs no network when they are. */
export function ensureInstalled() {
  if (isInstalled()) return;
  for (const folder of [root, path.join(root, 'node_modules')]) checkWritable(folder);
  console.log('Installing dependencies …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    giveUp(
      'The dependencies could not be installed. Check the network, then run the command again.',
    );
  }
}

/**
 * Runs one of the project's own tools.
 *
 * @param {string} tool path of its script below node_modules
 * @param {readonly string[]} options
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number} its exit status
 */
export function runTool(tool, options, env = {}) {
  const script = path.join(root, 'node_modules', tool);
  const { status } = spawnSync(process.execPath, [script, ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/** Whether a path is that of a file that can be run. @param {string} file */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Builds dist/. */
export function buildSite() {
  if (runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']) !== 0) {
    giveUp('The build failed; the reason is above.');
  }
}
