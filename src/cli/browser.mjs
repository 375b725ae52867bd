/**
 * Finds a Chromium for the tests: one named in CHROMIUM_PATH, one that Playwright installed, or one of
 * the system's. Plain JavaScript, for configuration files and the first-run commands.
 */

import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { giveUp, isProgram, runTool } from './setup.mjs';

/** The same browser without its windows, tabs and settings: pages open for half the work. */
const shell = '/usr/bin/chromium-headless-shell';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The one that is named, there or not, else one that is found. Never fails: configuration files ask for it, and most of
 * what they configure needs no browser.
 *
 * @returns {string | undefined} path of an executable
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  return [chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path));
}

/**
 * The one that suites of many pages run in.
 *
 * @returns {string | undefined} path of an executable
 */
export function findLightBrowser() {
  const named = process.env.CHROMIUM_PATH;
  const isFree = named === undefined || named === '';
  return isFree && existsSync(shell) ? shell : findBrowser();
}

/**
 * A browser, installed by Playwright if there is none.
 *
 * @param {() => string | undefined} find for suites of many pages `findLightBrowser`
 * @returns {string} path of an executable
 */
export function ensureBrowser(find = findBrowser) {
  const found = find();
  if (found !== undefined) {
    if (isProgram(found)) return found;
    return giveUp(`CHROMIUM_PATH is ${found}, and there is no such program: correct or unset it.`);
  }
  console.log('No Chromium found: installing one …');
  runTool('playwright/cli.js', ['install', 'chromium']);
  return (
    findBrowser() ??
    giveUp(
      'This needs a Chromium, and none could be installed. Install one (Debian, Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to the executable of one, and run the command again.',
    )
  );
}

/** Flags that keep a test browser quiet and offline, and have it draw letters where they are and not on whole pixels. */
export const quietFlags = [
  '--font-render-hinting=none',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags that give WebGPU without a graphics device, by software: slow, right for correctness. */
export const softwareGpuFlags = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
];

/**
 * Flags that give WebGPU and WebGL on the graphics card of a Linux machine: without them Chromium takes software there, card
 * or not. Where no card is to be had by Vulkan, it ends.
 */
export const vulkanGpuFlags = [
  '--enable-unsafe-webgpu',
  '--ignore-gpu-blocklist',
  '--enable-features=Vulkan',
  '--use-angle=vulkan',
  '--disable-vulkan-surface',
];
