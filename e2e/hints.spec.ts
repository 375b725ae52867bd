import { expect, type Page, test } from '@playwright/test';

const help = 'Support points: what a learner may adapt to.';
const tip = (page: Page) => page.getByRole('tooltip').filter({ hasText: help });
const label = (page: Page) => page.getByText('Shots K', { exact: true });

test.beforeEach(async ({ page }) => {
  await page.goto('./#/regression?arrange=side&contenders=maml&metaBatch=1&hidden=8');
  await expect(label(page)).toBeVisible();
});

test('a label is explained where the pointer rests, until Escape', async ({ page }) => {
  await label(page).hover();
  await expect(tip(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip(page)).toBeHidden();
});

test('an explanation stays while the pointer is on it', async ({ page }) => {
  await label(page).hover();
  await expect(tip(page)).toBeVisible();
  await tip(page).hover();
  await expect(tip(page)).toBeVisible();
  await page.mouse.move(900, 20);
  await expect(tip(page)).toBeHidden();
});

test('what a click asked for stays when the page or the pointer moves, until a click elsewhere', async ({
  page,
}) => {
  await label(page).click();
  await expect(tip(page)).toBeVisible();
  const above = () =>
    page.evaluate(() => {
      const [tip] = document.querySelectorAll(':popover-open');
      return tip!.getBoundingClientRect().top - tip!.parentElement!.getBoundingClientRect().top;
    });
  const before = await above();
  await page.mouse.move(900, 20);
  await page.evaluate(() => scrollBy(0, 30));
  await page.evaluate(() => new Promise((r) => setTimeout(r, 400)));
  await expect(tip(page)).toBeVisible();
  expect(Math.abs((await above()) - before)).toBeLessThan(2);
  await page.mouse.click(900, 20);
  await expect(tip(page)).toBeHidden();
});

test('a setting is explained to who comes by keyboard, and described to a screen reader', async ({
  page,
}) => {
  const slider = page.getByRole('slider', { name: 'Shots K' });
  await expect(slider).toHaveAccessibleDescription(help);
  await page.getByRole('combobox', { name: 'Tasks' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(slider).toBeFocused();
  await expect(tip(page)).toBeVisible();
  // It is in nobody's way.
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(tip(page)).toBeHidden();
});

test('a term in a chart is a button that says what it means', async ({ page }) => {
  const term = page.getByRole('figure', { name: 'MAML' }).getByRole('button', { name: /^loss/ });
  await expect(term).toHaveAccessibleDescription(/./);
  await term.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('[popover]:popover-open')).toHaveCount(1);
});

test('Train comes within the first ten stops of Tab, and settings after the stage', async ({
  page,
}) => {
  const stops: string[] = [];
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement!.textContent!.trim()));
  }
  expect(stops).toContain('Train');
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('a label is explained where it is tapped, until the next tap', async ({ page }) => {
    await label(page).scrollIntoViewIfNeeded();
    await label(page).tap();
    await expect(tip(page)).toBeVisible();
    const box = (await tip(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await page.getByText('Task', { exact: true }).tap();
    await expect(tip(page)).toBeHidden();
  });
});

test('the words of the first sight are explained beside it, to the keyboard too', async ({
  page,
}) => {
  await page.goto('./#/regression');
  const see = page.getByRole('region', { name: 'What to see' });
  for (const [term, said] of [
    ['meta-iteration', 'One round of practice'],
    ['held-out task', 'nobody has practised on'],
    ['best guess without points', 'the best task-blind predictor'],
  ] as const) {
    const button = see.getByRole('button', { name: term, exact: true });
    await button.click();
    await expect(see.getByRole('tooltip').filter({ hasText: said })).toBeVisible();
    await expect(button).toHaveAccessibleDescription(new RegExp(said));
    await page.keyboard.press('Escape');
  }
});
