/** Without a network after the first visit, and newer builds of the page. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { root } from '../src/cli/setup.mjs';
import { serve } from './browsers/serve';
import { Lab } from './lab';

test.use({ serviceWorkers: 'allow' });

/** Waits until all of the page is kept. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.ready).active?.state === 'activated',
    undefined,
    // All of the build is fetched meanwhile, beside what the page computes.
    { timeout: 120_000 },
  );
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test('after the first visit every lab works without a network', async ({ page, context }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto('./#/regression');
  await kept(page);
  await context.setOffline(true);

  const lab = new Lab(page);
  await page.goto('./?later=1#/regression');
  await lab.adapted();
  await lab.trainTo(20);
  await page.goto('./#/optimizers');
  await expect(page.getByRole('region', { name: 'Race', exact: true })).toContainText(
    /After \d+ steps/,
  );
  await page.goto('./#/omniglot');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(lab.status).toContainText('ready');
  await page.goto('./#/lessons');
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible();
  expect(errors).toEqual([]);
});

test('the second visit of any page asks nothing of the network', async ({ page }) => {
  test.slow();
  let asked: string[] = [];
  page.on('response', (response) => {
    if (!response.fromServiceWorker()) asked.push(response.url());
  });
  for (const [place, there] of [
    ['#/regression', 'figure [role=slider]'],
    ['#/optimizers', 'summary:has-text("SGD")'],
    ['#/omniglot', 'figure path'],
    ['#/omniglot?test=lake', '[data-lake] ul svg'],
    ['#/lessons', 'h1'],
    ['#/map', 'h1'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`./${place}`);
    await kept(page);
    await expect(page.locator(there).first()).toBeVisible({ timeout: 120_000 });
    asked = [];
    await page.reload();
    await expect(page.locator(there).first()).toBeVisible({ timeout: 120_000 });
    await page.waitForLoadState('networkidle');
    // What the browser itself looks for: a newer one of what keeps the page.
    expect(
      asked.filter((url) => !url.endsWith('/service-worker.js')),
      place,
    ).toEqual([]);
  }
});

test('a newer build is offered, and comes when it is asked for', async ({ page }) => {
  // A newer build has another script by the same name.
  const script = readFileSync(path.join(root, 'dist', 'service-worker.js'), 'utf8');
  let build = 1;
  const server = await serve({
    port: 4640,
    answer(request, response, next) {
      if (request.url !== '/service-worker.js') return next();
      response.setHeader('Content-Type', 'text/javascript');
      response.end(`${script}\n// ${build}`);
    },
  });
  const lab = new Lab(page);
  await page.goto(`${server.resolvedUrls!.local[0]}#/regression`);
  await kept(page);
  await lab.trainTo(20);
  build = 2;
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const notice = lab.notice('A newer version of this page is here');
  await expect(notice).toBeVisible();
  // Nothing happens by itself.
  expect(await lab.iteration()).toBeGreaterThan(0);
  await Promise.all([
    page.waitForEvent('load'),
    notice.getByRole('button', { name: 'Load it' }).click(),
  ]);
  await lab.adapted();
  await expect(notice).toBeHidden();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(0);
  await server.close();
});

test('where data are to be saved nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.clock.install();
  await page.goto('./#/lessons');
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible();
  await page.clock.runFor(60_000);
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
});
