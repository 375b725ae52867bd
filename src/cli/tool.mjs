/** Runs one of the project's tools with a person's own options, once what it needs is there. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBrowser, findLightBrowser } from './browser.mjs';
import { buildKernels } from './kernels.mjs';
import { buildSite, root, runTool } from './setup.mjs';

/**
 * @param {string} name of the command
 * @param {string} script path below node_modules
 * @param {readonly string[]} options
 */
export async function useTool(name, script, options) {
  // The type checker wants to know how kernels are called.
  if (name === 'types') await buildKernels();
  if (name === 'engines' || name === 'e2e') ensureBrowser(findLightBrowser);
  if (name === 'e2e') buildSite();
  if (!/^vite/.test(script)) {
    process.exitCode = runTool(script, options);
    return;
  }
  // In this very process: it hears the signals that stop what serves, and that the tool has no such option.
  const file = path.join(root, 'node_modules', script);
  process.argv = [process.execPath, file, ...options];
  await import(pathToFileURL(file).href);
}
