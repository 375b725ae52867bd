/** Lessons: by one button, by keyboard alone, on a phone; a question first, an outcome in the numbers of the run. */

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

test.use({ storageState: { cookies: [], origins: [] } });

const card = (page: Page) => page.locator('section[data-lesson]');
const onward = (page: Page) => card(page).locator('[data-part="next"]');

/** Through a lesson by the one button, whatever it says; what it says of each scene. */
async function walk(page: Page, scenes: number, press = () => onward(page).click()) {
  const seen: string[] = [];
  for (let at = 1; at <= scenes; at++) {
    await expect(card(page)).toContainText(`${at} of ${scenes}`);
    const next = at === scenes ? 'To the lessons' : 'Next';
    for (let presses = 0; presses < 3; presses++) {
      const label = await onward(page).textContent();
      if (label === next) break;
      if (label !== 'Stop here') await press();
      // Training ends by itself.
      await expect(onward(page)).toHaveText(next, { timeout: 150_000 });
    }
    await expect(card(page)).not.toContainText('on their way', { timeout: 120_000 });
    seen.push((await card(page).textContent()) ?? '');
    await press();
  }
  await expect(page).toHaveURL(/#\/lessons$/);
  return seen;
}

test('from the root one press leads into lesson 1, and its one button through it', async ({
  page,
}) => {
  test.slow();
  await page.goto('./');
  await page.getByRole('link', { name: 'Lesson 1: two loops' }).click();
  const seen = await walk(page, 5);
  expect(seen[0]).toMatch(/MAML is at \d\.\d\d, joint pre-training at \d\.\d\d/);
  expect(seen[1]).toMatch(/From \d\.\d\d, one step brings MAML to \d\.\d\d/);
  // It was left at its end.
  await expect(page.getByText('Go on at 5 of 5')).toBeVisible();
});

test('a question is asked first, and what was said stays beside what came out', async ({
  page,
}) => {
  test.slow();
  await page.goto('./#/regression?lesson=two-loops');
  const said = page.getByRole('radio', { name: 'Far below that of joint' });
  await said.check();
  await onward(page).click();
  await expect(card(page)).toContainText('as it was', { timeout: 150_000 });
  await expect(said).toBeChecked();
  await expect(said).toBeDisabled();
  await expect(card(page)).toContainText('it was never asked to be', { timeout: 60_000 });
  // A curve is drawn before it is shown, by keys too, and stays under the outcome.
  await onward(page).click();
  const figure = page.locator('[data-part="heldOut"]');
  await expect(figure.getByRole('heading')).toHaveCount(0);
  await expect(figure.locator('svg').first()).toBeHidden();
  const first = page.getByRole('slider', { name: 'Your guess at 1', exact: true });
  const before = Number(await first.getAttribute('aria-valuenow'));
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(async () => Number(await first.getAttribute('aria-valuenow')))
    .toBeLessThan(before);
  await onward(page).click();
  await expect(card(page)).toContainText(/Your curve was [\d.]+ off/);
  await expect(figure.locator('svg').first()).toBeVisible();
  // Kept: over a reload, with the run, and on the way back.
  await new Lab(page).putAway('lesson regression', 5000, 'maml');
  await expect(page).toHaveURL(/story=2/);
  await page.reload();
  await expect(card(page)).toContainText(/Your curve was [\d.]+ off/, { timeout: 60_000 });
  await card(page).getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('radio', { name: 'Far below that of joint' })).toBeChecked();
  await expect(card(page)).toContainText('it was never asked to be', { timeout: 60_000 });
});

test('by keyboard alone, on a phone, in the dark', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./#/regression?lesson=averaging');
  await expect(onward(page)).toBeVisible();
  // The plot stays in sight above the sheet.
  const hero = (await page.locator('[data-part="hero"]').boundingBox())!;
  const sheet = (await card(page).boundingBox())!;
  expect(sheet.y).toBeGreaterThan(hero.y + hero.height - 20);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await walk(page, 4, async () => {
    await onward(page).focus();
    await page.keyboard.press('Enter');
  });
});

test('what a person had trained is there after a lesson', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('contenders=maml,random&metaBatch=2&hidden=8&shots=7');
  await lab.trainTo(30);
  const at = await lab.iteration();
  await lab.putAway('regression', at);
  await page.getByRole('link', { name: 'Lessons' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Reptile' }).getByRole('link').click();
  await expect(card(page)).toContainText('One inner step');
  await page.getByRole('link', { name: 'All lessons' }).click();
  await page.getByRole('link', { name: 'Regression' }).click();
  await expect(page).toHaveURL(/shots=7/);
  await expect.poll(() => lab.iteration()).toBe(at);
});

for (const [lesson, scenes] of [
  ['second-order', 4],
  ['reptile', 3],
  ['breaks', 3],
] as const) {
  test(`its one button leads through the lesson ${lesson}`, async ({ page }) => {
    test.setTimeout(480_000);
    await page.goto(`./#/regression?lesson=${lesson}`);
    await walk(page, scenes);
  });
}

test('and through that of one drawing, where a person reads first', async ({ page }) => {
  test.slow();
  await page.goto('./#/omniglot?lesson=one-drawing');
  await expect(page.getByText('Only your own', { exact: false }).or(card(page))).toBeVisible();
  // Nobody's answers are in sight.
  await expect(page.locator('section[data-part="accuracy"]')).toBeHidden();
  const seen = await walk(page, 4);
  expect(seen[0]).toMatch(/comparing pixels has \d right/);
  expect(seen[2]).toMatch(/It reads [\d.]+%/);
});

test('and through that of the comparison, and of the learned optimiser', async ({ page }) => {
  test.setTimeout(480_000);
  await page.goto('./#/omniglot?lesson=compare');
  await walk(page, 3);
  await page.goto('./#/optimizers?lesson=learned-optimizer&story=2');
  await onward(page).click();
  await expect(card(page)).toContainText(/At step 100 it is at/, { timeout: 120_000 });
  await onward(page).click();
  await expect(card(page)).toContainText('Twice as far');
});

test('a lesson that there is none of is said to be none', async ({ page }) => {
  await page.goto('./#/regression?lesson=alchemy&story=2');
  await expect(new Lab(page).notice('alchemy')).toBeVisible();
  await expect(card(page)).toHaveCount(0);
});

test('a tour offers to put back what it has moved', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./#/regression?metaBatch=3&hidden=8&shown=5&step=3&arrange=side');
  await lab.adapted();
  await lab.button('Tour').click();
  await page.getByRole('button', { name: 'Do it' }).click();
  await page.getByRole('button', { name: 'Leave the tour' }).click();
  await expect(page).not.toHaveURL(/shown=5/);
  await lab.button('Put back what was before').click();
  await expect(page).toHaveURL(/shown=5.*step=3|step=3.*shown=5/);
  await expect(page).toHaveURL(/arrange=side/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`lessons are accessible to all, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('./#/lessons');
    await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible();
    const violations = async () => (await new AxeBuilder({ page }).analyze()).violations;
    expect(await violations()).toEqual([]);
    for (const hash of [
      'regression?lesson=two-loops',
      'regression?lesson=two-loops&story=2',
      'regression?lesson=second-order',
      'omniglot?lesson=one-drawing',
    ]) {
      await page.goto(`./#/${hash}`);
      await expect(onward(page)).toBeVisible({ timeout: 60_000 });
      await page.waitForTimeout(500);
      expect(await violations(), hash).toEqual([]);
    }
  });
}
