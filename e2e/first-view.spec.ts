import { expect, test } from '@playwright/test';
import { Lab, scriptBytes } from './lab';

test('the first view of the lab adapts to a task with nothing configured', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./#/regression');
  for (const name of [
    'MAML',
    'First-order MAML',
    'Reptile',
    'Joint pre-training',
    'Random initialisation',
  ]) {
    await expect(lab.figure(name)).toContainText(/loss \d/);
  }
  await expect(lab.status).toContainText('meta-iteration');
  expect(await lab.iteration()).toBe(0);
  await expect(page).toHaveURL(/#\/regression\?preset=sinusoid-10shot/);
});

test('everything comes from the page’s own server', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL!) && !url.startsWith('data:') && !url.startsWith('blob:')) {
      foreign.push(url);
    }
  });
  const lab = new Lab(page);
  await lab.open();
  await lab.trainTo(20);
  expect(foreign).toEqual([]);
});

test('the page needs at most 200 KB of compressed script for its first view', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  expect(await scriptBytes(page)).toBeLessThanOrEqual(200 * 1024);
});

test('the page works from any folder of a static host', async ({ page }) => {
  // The same files under another path.
  await page.route('**/some/folder/**', async (route) => {
    const url = new URL(route.request().url());
    url.pathname = url.pathname.replace('/some/folder', '');
    await route.fulfill({ response: await route.fetch({ url: url.href }) });
  });
  await page.goto('./some/folder/#/regression');
  await expect(new Lab(page).figure('MAML')).toContainText(/loss \d/);
});
