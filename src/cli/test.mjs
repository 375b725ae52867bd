/** `npm test`: runs every check, or those that are named. */

import { ensureBrowser, findLightBrowser } from './browser.mjs';
import { checks } from './checks.mjs';
import { buildKernels } from './kernels.mjs';
import { runInOtherBrowsers } from './otherBrowsers.mjs';
import { giveUp, runTool } from './setup.mjs';

/** @typedef {keyof typeof checks} Check */

/** @type {Record<Check, () => number>} exit statuses */
const runs = {
  lint: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  types: () => runTool('typescript/bin/tsc', ['--noEmit']),
  unit: () => runTool('vitest/vitest.mjs', ['run', '--project', 'unit']),
  // A browser is sought, or installed, only now: what needs none has been checked before.
  engines() {
    ensureBrowser(findLightBrowser);
    return runTool('vitest/vitest.mjs', ['run', '--project', 'engines']);
  },
  build: () => runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']),
  e2e() {
    ensureBrowser(findLightBrowser);
    return runTool('playwright/cli.js', ['test']);
  },
  browsers: runInOtherBrowsers,
};

/** What looks at the built page is to see that of now. @param {readonly Check[]} asked */
function withBuild(asked) {
  const first = asked.findIndex((name) => name === 'e2e' || name === 'browsers');
  if (first < 0 || asked.includes('build')) return asked;
  return asked.toSpliced(first, 0, 'build');
}

/** @param {readonly Check[]} asked all without one */
export async function test(asked) {
  const names = asked.length > 0 ? withBuild(asked) : /** @type {Check[]} */ (Object.keys(checks));
  // The type checker wants to know how kernels are called.
  await buildKernels();
  for (const name of names) {
    console.log(`\n── ${name}: ${checks[name]}`);
    const start = performance.now();
    const status = runs[name]();
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    if (status !== 0) {
      giveUp(`${name} failed after ${seconds} s. To run it alone: npm test -- ${name}`);
    }
    console.log(`── ${name} passed in ${seconds} s`);
  }
  console.log(`\nAll checks passed: ${names.join(', ')}.`);
}
