/** `npm run screenshots`: the pictures of README, made by the page itself: public/screenshot.png and its dark twin. */

import path from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureBrowser, quietFlags } from './browser.mjs';
import { buildSite, root } from './setup.mjs';

/** @param {{ iterations: number }} options meta-iterations to train before, with seed 1 */
export async function takeScreenshots({ iterations }) {
  const executablePath = ensureBrowser();
  buildSite();
  const server = await preview({ root, logLevel: 'warn', preview: { port: 4602 } });
  const browser = await chromium.launch({ executablePath, args: quietFlags });

  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(`${server.resolvedUrls?.local[0]}#/regression?iterations=${iterations}`);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.getByRole('status').getByText('finished').waitFor({ timeout: 600_000 });
  await page.getByText('600 held-out tasks, 95% interval').waitFor({ timeout: 120_000 });
  await page.screenshot({ path: path.join(root, 'public', 'screenshot.png') });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(root, 'public', 'screenshot-dark.png') });

  await browser.close();
  await server.close();
  process.exit(0);
}
