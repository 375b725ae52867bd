/** A page whose scripts do not come says so in place of staying white. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { violationsIn } from './violations';

const said = (page: Page) => page.getByRole('alert');
/** What is in sight of it. */
const shown = { useInnerText: true };

test('opened as a file it says that it needs a web server', async ({ page }) => {
  await page.goto(`${pathToFileURL(path.resolve('dist/index.html')).href}#/regression`);
  await expect(said(page)).toContainText('opened as a file', shown);
  await expect(said(page)).toContainText('npm start', shown);
  await expect(said(page)).not.toContainText('Its scripts could not be loaded', shown);
});

test('at an address without its slash it leads to the one with it', async ({ page }) => {
  // A host that serves the folder's page without a redirect: its scripts are sought beside the folder.
  await page.route('**/course/**', async (route) => {
    const url = new URL(route.request().url());
    if (!/^\/course\/lab(\/|$)/.test(url.pathname)) return route.fulfill({ status: 404 });
    url.pathname = url.pathname.replace(/^\/course\/lab\/?/, '/');
    try {
      await route.fulfill({ response: await route.fetch({ url: url.href }) });
    } catch {
      // Who asked has been left since.
    }
  });
  await page.goto('./course/lab#/optimizers?seed=7');
  await expect(said(page)).toContainText('lacks the slash', shown);
  const [english, chinese] = await said(page).getByRole('link').all();
  expect(await chinese!.getAttribute('href')).toBe(await english!.getAttribute('href'));
  await english!.click();
  await expect(page).toHaveURL(/\/course\/lab\/#\/optimizers\?/);
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  await expect(said(page)).toHaveCount(0);
});

for (const [what, files, answer] of [
  ['its script is missing', '**/assets/index-*.js', { status: 404 }],
  ['what its script needs is missing', '**/assets/frame-*.js', { status: 404 }],
  [
    'its host answers with a page',
    '**/assets/*.js',
    { status: 200, contentType: 'text/html', body: '<!doctype html>' },
  ],
] as const) {
  test(`where ${what} it says so`, async ({ page }) => {
    let asked = 0;
    await page.route(files, (route) => {
      asked += 1;
      return route.fulfill(answer);
    });
    await page.goto('./#/regression');
    await expect(said(page)).toContainText('Its scripts could not be loaded', shown);
    await expect(said(page)).not.toContainText('slash', shown);
    expect(asked).toBeGreaterThan(0);
    expect(await violationsIn(page)).toEqual([]);
  });
}
