/** A guided tour: each scene waits for its act, says what was seen, and has an address. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

test.use({ storageState: { cookies: [], origins: [] } });

const scene = (page: Page, title: string) => page.getByRole('region', { name: title });
const quick = 'metaBatch=3&hidden=8&testSteps=3';

/** By the one button of each scene. */
async function walk(page: Page, titles: readonly string[]): Promise<void> {
  const lab = new Lab(page);
  await lab.button('Tour').click();
  for (const title of titles) {
    const card = scene(page, title);
    await expect(card).toBeVisible();
    await expect(page.locator('[data-rung]')).toHaveCount(1);
    await card.getByRole('button', { name: 'Do it' }).click();
    const next = card.getByRole('button', { name: /^(Next|The end)$/ });
    await expect(next).toBeVisible({ timeout: 90_000 });
    await expect(page.locator('[data-rung]')).toHaveCount(0);
    // What was seen comes from the numbers of this run.
    await expect(card).not.toContainText('on their way', { timeout: 120_000 });
    if (await lab.button('Pause').isVisible()) await lab.button('Pause').click();
    await next.click();
  }
}

test('its one button leads through all of the regression lab', async ({ page }) => {
  test.slow();
  await page.goto(`./#/regression?${quick}`);
  await new Lab(page).adapted();
  await walk(page, [
    'A task is ten points of one curve',
    'Before training, steps lead nowhere',
    'Train, and watch the first step',
    'Same tasks, other goal',
    'Your own task',
    'Where it ends',
  ]);
  await expect(page.getByRole('button', { name: 'Leave the tour' })).toHaveCount(0);
  await expect(page).not.toHaveURL(/story=/);
});

test('and through that of Omniglot', async ({ page }) => {
  test.slow();
  await page.goto('./#/omniglot?methods=maml,pixels');
  await walk(page, [
    'Five characters, one drawing of each',
    'Five others',
    'Who answers',
    'What the other questions are worth',
    'You against it',
  ]);
  await expect(page.getByRole('button', { name: 'Leave the tour' })).toHaveCount(0);
});

test('and past the horizon of the learned optimiser', async ({ page }) => {
  test.slow();
  await page.goto('./#/optimizers?raceProblems=16');
  await walk(page, ['One point, many ways down', 'Past its horizon']);
  await expect(page).toHaveURL(/story=3/);
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
  // The focus is where it began, and Escape leaves it as well.
  const tour = page.getByRole('button', { name: 'Tour', exact: true });
  await expect(tour).toBeFocused();
  await page.keyboard.press('Enter');
  const first = page.getByRole('region', { name: /^1 of/ });
  await expect(first).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(first).toHaveCount(0);
  await expect(tour).toBeFocused();
});
