/**
 * `npm test`: installs if needed, finds or installs a browser, and runs every check. `npm test -- unit e2e` runs some.
 */

import { findFirefox, runInOtherBrowsers } from './otherBrowsers.mjs';
import { checkNode, ensureInstalled, giveUp, runTool } from './setup.mjs';

checkNode();
ensureInstalled();

const { ensureBrowser } = await import('./browser.mjs');
const { buildKernels } = await import('./kernels.mjs');

/** @type {Record<string, { what: string, run: () => number }>} */
const checks = {
  lint: {
    what: 'format and lint',
    run: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  },
  types: { what: 'types', run: () => runTool('typescript/bin/tsc', ['--noEmit']) },
  unit: {
    what: 'unit tests in Node',
    run: () => runTool('vitest/vitest.mjs', ['run', '--project', 'unit']),
  },
  engines: {
    what: 'every engine against finite differences, in a browser',
    run: () => runTool('vitest/vitest.mjs', ['run', '--project', 'engines']),
  },
  build: { what: 'build', run: () => runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']) },
  e2e: {
    what: 'the page, by what a person does',
    run: () => runTool('playwright/cli.js', ['test']),
  },
  browsers: {
    what: 'a shorter suite in Firefox and WebKit, where they are found',
    run: runInOtherBrowsers,
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(checks, name));
if (unknown.length > 0) {
  giveUp(`There is no check ${unknown.join(', ')}. Checks: ${Object.keys(checks).join(', ')}.`);
}
const names = asked.length > 0 ? asked : Object.keys(checks);

try {
  // The type checker wants to know how kernels are called.
  await buildKernels();
  if (names.includes('engines') || names.includes('e2e')) ensureBrowser();
  if (names.includes('browsers')) findFirefox();
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}

for (const name of names) {
  const check = checks[name];
  if (check === undefined) continue;
  console.log(`\n── ${name}: ${check.what}`);
  const start = performance.now();
  const status = check.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  if (status !== 0)
    giveUp(`${name} failed after ${seconds} s. To run it alone: npm test -- ${name}`);
  console.log(`── ${name} passed in ${seconds} s`);
}
console.log(`\nAll checks passed: ${names.join(', ')}.`);
