/** Firefox, driven by WebDriver BiDi. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type ElementHandle } from 'puppeteer-core';
import { findFirefox } from '../../src/cli/otherBrowsers.mjs';
import { type Driver, windowSize } from './driver';

/** Milliseconds that a busy machine may take to start it, or to load a page. */
const PATIENCE = 120_000;

export async function openFirefox(): Promise<Driver> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('There is no Firefox.');
  const downloads = await mkdtemp(path.join(tmpdir(), 'inner-loop-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath,
    headless: true,
    defaultViewport: windowSize,
    timeout: PATIENCE,
    extraPrefsFirefox: {
      'browser.download.dir': downloads,
      // The folder above, not the user's own.
      'browser.download.folderList': 2,
    },
  });
  let heard: string[] = [];
  const newPage = async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (message.type() === 'error') heard.push(message.text());
    });
    page.on('pageerror', (error) => heard.push(String(error)));
    return page;
  };
  let page = await newPage();
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
    async choose(selector, file) {
      const input = (await page.$(selector)) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
    },
    async errors() {
      const since = heard;
      heard = [];
      return since;
    },
    async reopen() {
      const address = page.url();
      await page.close();
      page = await newPage();
      await page.goto(address);
    },
    async picture() {
      return Buffer.from(await page.screenshot());
    },
    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}
