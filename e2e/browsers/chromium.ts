/** Chromium, as the whole suite uses it, for what is done in every browser alike. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, quietFlags, softwareGpuFlags } from '../../src/cli/browser.mjs';
import { type Driver, windowSize } from './driver';

export async function openChromium(): Promise<Driver> {
  const downloads = await mkdtemp(path.join(tmpdir(), 'inner-loop-chromium-'));
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    downloadsPath: downloads,
    args: [...quietFlags, ...softwareGpuFlags],
  });
  const context = await browser.newContext({ viewport: windowSize });
  let heard: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  context.on('weberror', (error) => heard.push(String(error.error())));
  let page = await context.newPage();
  return {
    downloads,
    async open(address) {
      await page.goto(address);
    },
    async evaluate(inPage, argument) {
      return (await page.evaluate(inPage as (argument: unknown) => unknown, argument)) as never;
    },
    async drag([first, ...others]) {
      await page.mouse.move(first!.x, first!.y);
      await page.mouse.down();
      for (const { x, y } of others) await page.mouse.move(x, y);
      await page.mouse.up();
    },
    choose: (selector, file) => page.locator(selector).setInputFiles(file),
    async errors() {
      const since = heard;
      heard = [];
      return since;
    },
    async reopen() {
      const address = page.url();
      await page.close();
      page = await context.newPage();
      await page.goto(address);
    },
    picture: () => page.screenshot(),
    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}
