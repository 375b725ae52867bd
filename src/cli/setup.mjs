/**
 * What the first-run commands share: checks Node, installs what is missing, runs the project's tools. Uses nothing but
 * Node, because nothing else may be there yet.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const OLDEST_NODE = [20, 19];

/** Ends the command with a message that says what to do. @param {string} message @returns {never} */
export function giveUp(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    giveUp(
      `This is Node ${process.versions.node}; Inner Loop needs ${OLDEST_NODE.join('.')} or newer. Get it from https://nodejs.org.`,
    );
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
