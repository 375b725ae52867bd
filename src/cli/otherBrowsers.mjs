/**
 * Finds the browsers of the shorter suite, a Firefox and WebKit, and runs it in them. Plain JavaScript that uses nothing
 * but Node, for the first-run commands and the suite itself.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { giveUp, isProgram, root } from './setup.mjs';

const systemFirefoxes = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox/firefox',
  '/usr/lib64/firefox/firefox',
  '/opt/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** @returns {string | undefined} path of an executable */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    giveUp(`FIREFOX_PATH is ${named}, and there is no such program: correct or unset it.`);
  }
  return systemFirefoxes.find((file) => existsSync(file));
}

/**
 * WebKit as Linux distributions pack it for tests.
 *
 * @returns {{ driver: string, browser: string } | undefined} paths of executables
 */
export function findWebKit() {
  const driver = '/usr/bin/WebKitWebDriver';
  if (!existsSync(driver)) return undefined;
  const browser = ['/usr/lib', '/usr/lib64', '/usr/libexec']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => path.join(folder, name))])
    .flatMap((folder) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) =>
        path.join(folder, version, 'MiniBrowser'),
      ),
    )
    .find((file) => existsSync(file));
  return browser === undefined ? undefined : { driver, browser };
}

/** Gives a program a display that nobody sees. */
const displayMaker = '/usr/bin/xvfb-run';

/**
 * The shorter suite in each of these browsers that is found; of each that is not, a line that says so.
 *
 * @returns {number} an exit status: 0 if nothing failed
 */
export function runInOtherBrowsers() {
  const firefox =
    findFirefox() === undefined
      ? skip('Firefox was not found: skipped. Install firefox-esr or set FIREFOX_PATH.')
      : runSuite('firefox');
  const webkit =
    findWebKit() === undefined || !existsSync(displayMaker)
      ? skip('WebKit was not found: skipped. Install webkit2gtk-driver, xvfb and xauth.')
      : runSuite('webkit', [displayMaker, '-a']);
  return Math.max(firefox, webkit);
}

/**
 * Runs this command once more, with a display that nobody sees, where there is none. Its exit status becomes that of this
 * process.
 *
 * @returns {boolean} whether that was done
 */
export function underDisplay() {
  if ((process.env.DISPLAY ?? '') !== '' || !existsSync(displayMaker)) return false;
  const again = [...process.execArgv, ...process.argv.slice(1)];
  const { status } = spawnSync(displayMaker, ['-a', process.execPath, ...again], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
  return true;
}

/** @param {string} message @returns {number} exit status */
function skip(message) {
  console.log(message);
  return 0;
}

/**
 * @param {string} browser
 * @param {readonly string[]} under what the suite is started by
 * @returns {number} exit status
 */
function runSuite(browser, under = []) {
  const runner = path.join(root, 'node_modules', 'playwright', 'cli.js');
  const options = ['test', '--config', 'e2e/browsers', '--project', browser];
  const [program = '', ...rest] = [...under, process.execPath, runner, ...options];
  const { status, signal } = spawnSync(program, rest, { cwd: root, stdio: 'inherit' });
  if (signal !== null) console.log(`The suite in ${browser} was ended by ${signal}.`);
  return status ?? 1;
}
