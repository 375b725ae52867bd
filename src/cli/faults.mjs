/**
 * `npm run faults`: breaks things under a page that trains, again and again, at moments drawn from a seed, and reports
 * what was lost and whether the run went on.
 */

import { underDisplay } from './otherBrowsers.mjs';
import { loadTypeScript } from './runTypeScript.mjs';
import { buildSite } from './setup.mjs';

/** @param {import('../../e2e/faults/repeat').Asked & { built?: true }} options */
export async function breakThings({ built, ...asked }) {
  if (asked.browser === 'webkit' && underDisplay()) return;
  if (!built) buildSite();
  const { module, close } = await loadTypeScript('e2e/faults/repeat.ts');
  try {
    if ((await module.repeat(asked)) > 0) process.exitCode = 1;
  } finally {
    await close();
  }
}
