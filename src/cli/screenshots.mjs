/**
 * `npm run screenshots`: the pictures of README, made by the page itself. Trains to the meta-iteration given by
 * `--iterations` (6,000) with seed 1, then takes public/screenshot.png and its dark twin.
 */

import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureBrowser, quietFlags } from './browser.mjs';
import { root, runTool } from './setup.mjs';

const { values } = parseArgs({ options: { iterations: { type: 'string', default: '6000' } } });

if (runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']) !== 0) process.exit(1);
const server = await preview({ root, logLevel: 'warn', preview: { port: 4602 } });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: quietFlags });

const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
await page.goto(`${server.resolvedUrls?.local[0]}#/regression?iterations=${values.iterations}`);
await page.getByRole('button', { name: 'Train' }).click();
await page.getByRole('status').getByText('finished').waitFor({ timeout: 600_000 });
await page.getByText('600 held-out tasks').waitFor({ timeout: 120_000 });
await page.screenshot({ path: path.join(root, 'public', 'screenshot.png') });
await page.getByRole('button', { name: 'Dark theme' }).click();
await page.waitForTimeout(300);
await page.screenshot({ path: path.join(root, 'public', 'screenshot-dark.png') });

await browser.close();
await server.close();
process.exit(0);
