import { expect, test } from '@playwright/test';
import { Lab } from './lab';

test('Lake’s test is a preset, and what these characters lack for it is said', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./#/omniglot?preset=lake&workers=1&engine=simd');
  await expect(page.getByText('These characters have neither alphabets nor drawers')).toBeVisible();
  // Trained beforehand, and as good on characters of this page's own as on any.
  await expect(page.getByText(/of 20 right: Alphabet network/)).toBeVisible();
  await expect(page).toHaveURL(/preset=lake/);
  // Without normalising it is another setting, named in the link.
  const choice = page.getByRole('combobox', { name: 'Drawings' });
  await page.getByText('Alphabets, drawers and size').click();
  await choice.selectOption('As they were drawn');
  await expect(page).toHaveURL(/normalise=off/);
  expect(await lab.iteration()).toBe(0);
});
