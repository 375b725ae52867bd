/** The network of alphabets in the lab. Without the dataset: the same on every machine. */

import { expect, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn } from './violations';

test.beforeEach(({ page }) => page.route('**/data/omniglot.pack', (route) => route.abort()));

test('Lake’s test is a preset, and what these characters lack for it is said', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./#/omniglot?preset=lake&workers=1&engine=simd');
  await expect(page.getByText('These characters have neither alphabets nor drawers')).toBeVisible();
  // Trained beforehand, and as good on characters of this page's own as on any.
  await expect(page.getByText(/of 20 right: Alphabet network/)).toBeVisible();
  await expect(page).toHaveURL(/preset=lake/);
  // What tasks are is named; what these characters cannot be is not claimed.
  const episode = page.getByRole('region', { name: 'Episode' });
  await expect(episode).toContainText('normalised drawings');
  await expect(episode).not.toContainText('by two drawers');
  // Nobody takes gradient steps here.
  await expect(page.getByRole('slider', { name: 'Gradient steps' })).toHaveCount(0);
  // Without normalising it is another setting, named in the link.
  const choice = page.getByRole('combobox', { name: 'Drawings' });
  await page.getByText('Alphabets, drawers and size').click();
  await choice.selectOption('As they were drawn');
  await expect(page).toHaveURL(/normalise=off/);
  expect(await lab.iteration()).toBe(0);
});

test('what mattered stands in Lake’s test, measured beforehand, and its links train here', async ({
  page,
}) => {
  await page.goto('./#/omniglot?preset=lake&engine=simd&workers=1&test=lake');
  await page.getByText('What mattered in its training').click();
  const mattered = page.getByRole('region', { name: 'What mattered to the alphabet network' });
  await expect(mattered).toContainText('Measured beforehand');
  await expect(mattered).toContainText('npm run reproduce -- omniglot-alphabet --seed 1');
  await expect(mattered).toContainText('another program’s figures');
  await expect(mattered.getByRole('row')).toHaveCount(5);
  expect(await violationsIn(page, 'section[aria-labelledby="mattered"]')).toEqual([]);
  await mattered.getByRole('link', { name: 'Train without: Drawings normalised' }).click();
  await expect(page).toHaveURL(/preset=(lake|custom).*normalise=off/);
  await expect(page).toHaveURL(/begin=scratch/);
  const lab = new Lab(page);
  await lab.trainTo(1);
  // Below the lab it stands as well.
  await page
    .getByRole('heading', { name: 'Learning a character from one drawing' })
    .scrollIntoViewIfNeeded();
  await expect(mattered).toBeVisible();
  await expect(page.getByText('The alphabet network has one of its own')).toBeVisible();
});
