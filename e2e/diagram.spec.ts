/** The picture of the two loops: which contender is in it, and when it moves. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

const picture = (page: Page) => page.getByRole('region', { name: 'How each one learns' });
const drawing = (page: Page) => picture(page).getByRole('img');

/** Opens the lab with these settings, and brings the picture into sight. */
async function open(page: Page, settings = ''): Promise<Lab> {
  const lab = new Lab(page);
  await page.goto(`./#/regression?contenders=maml,fomaml,reptile,joint,random${settings}`);
  await lab.adapted();
  await page.getByRole('heading', { name: 'How each one learns' }).scrollIntoViewIfNeeded();
  await drawing(page).scrollIntoViewIfNeeded();
  return lab;
}

/** Whether anything in the picture is on its way now. */
const moves = (page: Page): Promise<boolean> =>
  drawing(page).evaluate((svg) =>
    svg.getAnimations({ subtree: true }).some((a) => a.playState === 'running'),
  );
const note = (page: Page) => picture(page).getByText(/tasks? of \d/);

test('the one that is chosen is in the picture and beside it, and in front above', async ({
  page,
}) => {
  await open(page);
  const lines = () => drawing(page).locator('path').count();
  await expect(drawing(page)).toHaveAccessibleName(/carried back/);
  await expect(picture(page).locator('.katex')).toHaveCount(2);
  const [maml, formula] = [await lines(), await picture(page).locator('.katex').last().innerHTML()];

  const choice = picture(page).getByRole('group', { name: 'Method in the picture' });
  await choice.getByRole('radio', { name: 'MAML', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio', { name: 'First-order MAML' })).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(picture(page).getByRole('heading', { name: 'Reptile' })).toBeVisible();
  await expect(drawing(page)).toHaveAccessibleName(/towards the mean/);
  await expect.poll(() => picture(page).locator('.katex').last().innerHTML()).not.toBe(formula);
  expect(await lines()).not.toBe(maml);
  await expect(page).toHaveURL(/voice=reptile/);
  await expect(page.getByRole('button', { name: /^Reptile loss/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  // Nobody who takes no part can be chosen; the first of the others is shown.
  await page.getByRole('checkbox', { name: 'Reptile' }).click();
  await expect(choice.getByRole('radio')).toHaveCount(4);
  await expect(choice.getByRole('radio', { name: 'MAML', exact: true })).toBeChecked();
  await expect(picture(page).getByRole('row')).toHaveCount(5);
});

test('every target of the choice is large enough, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  for (const label of await picture(page).locator('label').all()) {
    expect((await label.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  }
});

test('it moves while it is trained, tells of which tasks, and rests when that rests', async ({
  page,
}) => {
  const lab = await open(page);
  await expect(note(page)).toContainText('6 tasks of 25 in meta-iteration 1.');
  expect(await moves(page)).toBe(false);
  const before = await note(page).textContent();
  await lab.button('Train').click();
  await drawing(page).scrollIntoViewIfNeeded();
  await expect.poll(() => moves(page)).toBe(true);
  await expect(note(page)).not.toHaveText(before!);
  await lab.button('Pause').click();
  await expect(lab.status).toContainText('paused');
  // The turn that has begun is finished.
  await expect.poll(() => moves(page)).toBe(false);
  await page.waitForTimeout(3000);
  expect(await moves(page)).toBe(false);
  const at = await lab.iteration();
  await expect(note(page)).toContainText(`meta-iteration ${at.toLocaleString('en')}.`);

  await lab.button('Step').click();
  await expect.poll(() => moves(page)).toBe(true);
});

test('it rests out of sight', async ({ page }) => {
  const lab = await open(page);
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await expect(drawing(page)).not.toBeInViewport();
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(5);
  expect(await moves(page)).toBe(false);
  await lab.button('Pause').click();
});

test('it rests for whom motion is too much, and is complete', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await open(page);
  const lines = await drawing(page).locator('path').count();
  await lab.button('Train').click();
  await drawing(page).scrollIntoViewIfNeeded();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(5);
  expect(await moves(page)).toBe(false);
  expect(await drawing(page).locator('path').count()).toBe(lines);
  await lab.button('Pause').click();
  await expect(lab.status).toContainText('paused');
  await expect(note(page)).not.toContainText('meta-iteration 1.');
});

test('what is below the stage is loaded when somebody comes near, or acts, or prints', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto('./#/regression');
  await lab.adapted();
  await expect(page.getByRole('heading', { name: 'How each one learns' })).toBeAttached();
  await expect(drawing(page)).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(drawing(page)).toBeVisible();
  await expect(picture(page).getByRole('heading', { name: 'MAML' })).toBeVisible();
});

test('what could not be loaded is tried again', async ({ page }) => {
  await page.route('**/assets/HowItWorks-*.js', (route) => route.abort());
  const lab = new Lab(page);
  await page.goto('./#/regression');
  await lab.adapted();
  await page.getByRole('heading', { name: 'How each one learns' }).scrollIntoViewIfNeeded();
  const again = picture(page).getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  // Nobody has asked for it: it is not said aloud.
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.unrouteAll();
  await again.click();
  await expect(drawing(page)).toBeVisible();
});
