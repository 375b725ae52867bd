/** A guided tour: each scene waits for its act, says what was seen, and has an address. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

test.use({ storageState: { cookies: [], origins: [] } });

const scene = (page: Page, title: string) => page.getByRole('region', { name: title });
const quick = 'metaBatch=3&hidden=8&testSteps=3';

test('its one button leads through all of it', async ({ page }) => {
  test.slow();
  const lab = new Lab(page);
  await page.goto(`./#/regression?${quick}`);
  await lab.adapted();
  await lab.button('Tour').click();
  for (const title of [
    'A task is ten points of one curve',
    'Before training, steps lead nowhere',
    'Train, and watch the first step',
    'Same tasks, other goal',
    'Your own task',
    'Where it ends',
  ]) {
    const card = scene(page, title);
    await expect(card).toBeVisible();
    await expect(page.locator('[data-rung]')).toHaveCount(1);
    await card.getByRole('button', { name: 'Do it' }).click();
    const next = card.getByRole('button', { name: /^(Next|The end)$/ });
    await expect(next).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('[data-rung]')).toHaveCount(0);
    // What was seen comes from the numbers of this run.
    await expect(card).not.toContainText('on their way', { timeout: 60_000 });
    if (await lab.button('Pause').isVisible()) await lab.button('Pause').click();
    await next.click();
  }
  await expect(page.getByRole('button', { name: 'Leave the tour' })).toHaveCount(0);
  await expect(page).not.toHaveURL(/story=/);
});

test('a scene waits for its act, by whatever control, and can be linked to', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${quick}&story=2`);
  const card = scene(page, 'Before training, steps lead nowhere');
  await expect(card.getByRole('button', { name: 'Do it' })).toBeVisible();
  await lab.steps.focus();
  await page.keyboard.press('End');
  await expect(card).toContainText(/Hardly better|MAML is at/);
  await card.getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(/story=3/);
  await page.reload();
  const third = scene(page, 'Train, and watch the first step');
  await expect(third).toBeVisible();
  await third.getByRole('button', { name: 'Back' }).click();
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Leave the tour' }).click();
  await expect(card).toHaveCount(0);
  await expect(page).not.toHaveURL(/story=/);
});
