/** What cannot be started or loaded is tried a few times, then said with what to do, and tried again when asked again. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

const quick = 'metaBatch=3&hidden=8&testSteps=3&contenders=maml,random';

/** Counts how often something is asked for while it is not to be had. */
async function missing(page: Page, address: string): Promise<{ asked: number }> {
  const count = { asked: 0 };
  await page.route(address, (route) => {
    count.asked += 1;
    return route.fulfill({ status: 404, body: 'gone' });
  });
  return count;
}

test('a worker whose script is gone is asked for three times, and Train tries again', async ({
  page,
}) => {
  const lab = new Lab(page);
  const gone = await missing(page, '**/worker-*.js');
  await page.goto(`./#/regression?${quick}`);
  await expect(lab.notice('Load the page again')).toBeVisible();
  await expect(lab.status).toContainText('stopped');
  await page.waitForTimeout(3000);
  expect(gone.asked).toBe(3);
  await page.unroute('**/worker-*.js');
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(3);
  await expect(lab.notice('Load the page again')).toHaveCount(0);
});

test('a worker that loses its script in the middle keeps its run', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.trainTo(50);
  const at = await lab.iteration();
  await missing(page, '**/worker-*.js');
  await page.workers()[0]!.evaluate(() => {
    setTimeout(() => {
      throw new Error('cosmic ray');
    });
  });
  await expect(lab.notice('Computation stopped')).toBeVisible();
  expect(await lab.iteration()).toBe(at);
  await page.unroute('**/worker-*.js');
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(at + 1);
});

test('a frame that forbids workers is said to, with a way out', async ({ page, baseURL }) => {
  // As hosts of static files answer: a frame without an origin may load the scripts.
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
    await route.fulfill({ response, headers });
  });
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" width="1200" height="800" src="${baseURL}#/regression"></iframe>`,
    }),
  );
  await page.goto('./host.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('this frame forbids workers')).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Open in its own tab' })).toHaveAttribute(
    'href',
    /#\/regression/,
  );
  // What is still asked for needs no answer.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

for (const [what, address] of [
  ['script', '**/OmniglotLab-*.js'],
  ['style sheet', '**/OmniglotLab-*.css'],
] as const) {
  test(`a lab whose ${what} is missing opens when it is asked for again, and the run beside it is kept`, async ({
    page,
  }) => {
    const lab = new Lab(page);
    await missing(page, address);
    await lab.open(quick);
    await lab.trainTo(100);
    await page.getByRole('link', { name: 'Omniglot' }).click();
    await expect(page.getByText('a part of the page could not be loaded')).toBeVisible();
    await page.getByRole('link', { name: 'Regression' }).click();
    await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(100);
    await page.getByRole('link', { name: 'Omniglot' }).click();
    await expect(lab.button('Try again')).toBeVisible();
    await page.unroute(address);
    await lab.button('Try again').click();
    await expect(lab.button('New episode')).toBeVisible();
    // With its style.
    await expect(page.locator('[class*=_support_]').first()).toHaveCSS('display', 'grid');
  });
}

test('engines that cannot be loaded are said not to, and Train tries again', async ({ page }) => {
  const lab = new Lab(page);
  await missing(page, '**/engine-*.js');
  await page.goto(`./#/regression?${quick}`);
  await expect(lab.notice('a part of the page could not be loaded')).toBeVisible();
  await page.unroute('**/engine-*.js');
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(3);
});

test('storage that never answers keeps nothing from starting', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.trainTo(5);
  await expect(lab.notice('not kept when this tab is closed')).toBeVisible();
});

test('a long piece of work is told, waited for, and loses nothing', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(50);
  void page.workers()[0]!.evaluate(() => {
    const until = performance.now() + 20_000;
    while (performance.now() < until);
  });
  await expect(page.getByText('In the middle of a long piece of work')).toBeVisible();
  const at = await lab.iteration();
  await expect(page.getByText('In the middle of a long piece of work')).toHaveCount(0, {
    timeout: 60_000,
  });
  await expect.poll(() => lab.iteration()).toBeGreaterThan(at);
  await expect(lab.notice('interrupted')).toHaveCount(0);
});

test('nobody has to wait for a long piece of work', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.trainTo(50);
  const at = await lab.iteration();
  void page
    .workers()[0]!
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {});
  await lab.button('Do not wait').click();
  await expect(lab.notice('interrupted')).toBeVisible();
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(at + 1);
});

test('drawing that fails is answered by a way on that keeps the run', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.trainTo(100);
  const at = await lab.iteration();
  const toggle = page.getByRole('button', { name: 'Data table' }).first();
  await toggle.click();
  // Something else takes away what React has drawn.
  await page
    .locator('figure table')
    .first()
    .evaluate((table) => table.parentElement!.remove());
  await toggle.click();
  await expect(page.getByText('This page could not be drawn')).toBeVisible();
  await lab.button('Try again').click();
  await lab.adapted();
  expect(await lab.iteration()).toBe(at);
  await expect(lab.status).toContainText('paused');
});

test('a reset can be undone', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.trainTo(100);
  const at = await lab.iteration();
  await lab.button('Reset').click();
  await expect.poll(() => lab.iteration()).toBe(0);
  await lab.button('Undo reset').click();
  await expect.poll(() => lab.iteration()).toBe(at);
  await expect(lab.status).toContainText('paused');
  // The chart follows in its turn.
  await expect(page.getByText('Nothing is trained yet')).toHaveCount(0);
  const { MAML } = await lab.table('Meta-training loss');
  expect(MAML!.length).toBeGreaterThan(1);
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(at + 1);
});
