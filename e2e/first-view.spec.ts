import { expect, test } from '@playwright/test';
import { Lab, scriptBytes } from './lab';

test('the first view of the lab adapts to a task with nothing configured', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./#/regression');
  await lab.adapted();
  const plot = lab.figure('All on one task');
  await expect(plot.locator('path[stroke]')).not.toHaveCount(0);
  for (const name of [
    'MAML',
    'First-order MAML',
    'Reptile',
    'Joint pre-training',
    'Random initialisation',
  ]) {
    const chip = page.getByRole('button', { name: new RegExp(`^${name} loss`) });
    await expect(chip).toContainText(/loss on held-out tasks \d/);
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

test.describe('at the first visit', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  for (const arrange of ['overlay', 'side']) {
    test(`${arrange}: the first view needs at most 200 KB of compressed script`, async ({
      page,
    }) => {
      const lab = new Lab(page);
      await page.goto(`./#/regression?arrange=${arrange}`);
      await lab.adapted();
      expect(await scriptBytes(page)).toBeLessThanOrEqual(200 * 1024);
    });
  }
});

test('the page works from any folder of a static host', async ({ page }) => {
  // The same files under another path.
  await page.route('**/some/folder/**', async (route) => {
    const url = new URL(route.request().url());
    url.pathname = url.pathname.replace('/some/folder', '');
    await route.fulfill({ response: await route.fetch({ url: url.href }) });
  });
  await page.goto('./some/folder/#/regression');
  await new Lab(page).adapted();
});
