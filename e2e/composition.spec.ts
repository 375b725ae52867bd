/** What stands where: one plot that is large, settings one step away, the strip at the foot, values where somebody points. */

import { expect, type Locator, type Page, test } from '@playwright/test';
import { Lab } from './lab';

/** As somebody comes who was never here. */
const fresh = { storageState: { cookies: [], origins: [] } };

const settingsOf = (page: Page) => page.getByRole('complementary', { name: 'Settings' });
const hero = (page: Page) => page.getByRole('figure', { name: 'All on one task' });

const boxOf = async (what: Locator) => {
  const box = await what.boundingBox();
  expect(box).not.toBeNull();
  return box!;
};

test.describe('at the first visit', () => {
  test.use(fresh);

  for (const lab of ['regression', 'optimizers', 'omniglot', 'memory']) {
    test(`settings of ${lab} are one step away, and stay as they were left`, async ({ page }) => {
      await page.goto(`./#/${lab}`);
      const toggle = page.getByRole('button', { name: 'Settings', exact: true });
      await expect(toggle).toHaveAttribute('aria-expanded', 'false');
      await expect(settingsOf(page)).toHaveCount(0);
      await toggle.focus();
      await page.keyboard.press('Enter');
      await expect(settingsOf(page)).toBeFocused();
      await expect(settingsOf(page).getByRole('slider').first()).toBeVisible();
      await page.reload();
      await expect(settingsOf(page).getByRole('slider').first()).toBeVisible();
      await settingsOf(page).focus();
      await page.keyboard.press('Escape');
      await expect(settingsOf(page)).toHaveCount(0);
      await expect(toggle).toBeFocused();
    });
  }

  test('Escape takes back what is typed and an explanation before it closes the settings', async ({
    page,
  }) => {
    await page.goto('./#/regression');
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    const shots = page.getByLabel('Shots K, exact value');
    await shots.fill('77');
    await page.keyboard.press('Escape');
    await expect(shots).toHaveValue('10');
    await expect(settingsOf(page)).toBeVisible();
    const slider = page.getByRole('slider', { name: 'Shots K', exact: true });
    await slider.focus();
    await expect(page.getByRole('tooltip')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(settingsOf(page)).toHaveCount(0);
  });

  test('one plot is the largest thing on the page, and Train is in sight', async ({ page }) => {
    for (const [width, height, share] of [
      [1280, 800, 0.3],
      [1920, 1080, 0.3],
      [390, 844, 0.35],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto('./#/regression');
      await expect(hero(page)).toBeVisible();
      const box = await boxOf(hero(page));
      expect(box.width * box.height).toBeGreaterThan(share * width * height);
      expect(box.y + box.height).toBeLessThan(height);
      const train = await boxOf(page.getByRole('button', { name: 'Train', exact: true }));
      expect(train.y + train.height).toBeLessThanOrEqual(height);
    }
  });

  test('settings whose script is missing say so, and are asked for again', async ({ page }) => {
    await page.route('**/Settings-*.js', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.goto('./#/regression');
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect(settingsOf(page).getByRole('alert')).toContainText('Is the network there?');
    await page.unroute('**/Settings-*.js');
    await settingsOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(settingsOf(page).getByRole('slider').first()).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ ...fresh, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the labs have one row, the rest of the header and the strip one each, and what is seldom needed is folded', async ({
    page,
  }) => {
    await page.goto('./#/regression');
    await expect(hero(page)).toBeVisible();
    expect((await boxOf(page.getByRole('banner'))).height).toBeLessThan(96);
    const rows = page.getByRole('banner').getByRole('navigation').getByRole('link');
    const tops = await rows.evaluateAll((all) => all.map((a) => a.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(4);
    expect(new Set(tops).size).toBe(1);
    const train = await boxOf(page.getByRole('button', { name: 'Train', exact: true }));
    expect(844 - train.y).toBeLessThan(72);
    const share = page.getByRole('button', { name: 'Share…' });
    await expect(share).toBeHidden();
    const more = page.getByRole('button', { name: 'Share, lecture mode, theme' });
    await more.tap();
    await expect(share).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(share).toBeHidden();
  });

  test('the way back has its curve, which lies on nothing', async ({ page }) => {
    const lab = new Lab(page);
    await page.goto('./#/regression?metaBatch=3&hidden=8&testSteps=3');
    await lab.trainTo(50);
    const curve = page.locator('[data-strip] path');
    await expect(curve).toHaveCount(1);
    const [drawn, way, count] = [
      await boxOf(page.locator('[data-strip]')),
      await boxOf(lab.lookBack),
      await boxOf(lab.status),
    ];
    expect(drawn.height).toBeGreaterThan(8);
    // As long as the way, from the middle of the thumb at one end to that at the other.
    expect(drawn.width).toBeGreaterThan(way.width - 20);
    expect(drawn.y).toBeGreaterThanOrEqual(count.y + count.height - 1);
    expect(drawn.y + drawn.height).toBeLessThan(way.y + way.height / 2);
    const train = await boxOf(page.getByRole('button', { name: 'Train', exact: true }));
    expect(844 - train.y).toBeLessThan(72);
  });

  test('settings leave the plot in sight that they are of', async ({ page }) => {
    await page.goto('./#/regression');
    await page.getByRole('button', { name: 'Settings', exact: true }).tap();
    const sheet = await boxOf(settingsOf(page));
    expect(sheet.y).toBeGreaterThan(0.4 * 844);
    await hero(page).scrollIntoViewIfNeeded();
    const plot = await boxOf(hero(page));
    expect(plot.y + 100).toBeLessThan(sheet.y);
    // Train stays in reach.
    await page.getByRole('button', { name: 'Step', exact: true }).tap();
    await expect.poll(() => new Lab(page).iteration()).toBe(1);
  });
});

test('chips say how good each is on held-out tasks at the step in sight', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./#/regression?metaBatch=3&hidden=8&testSteps=3');
  const chip = page.getByRole('button', { name: /^MAML/ });
  await expect(chip).toContainText(/loss on held-out tasks \d/);
  const curve = await lab.lossCurve();
  const shown = async () => Number(/[\d.]+$/.exec((await chip.textContent())!)![0]);
  await lab.steps.fill('3');
  await expect.poll(shown).toBeCloseTo(curve.MAML![3]!, 2);
  await lab.steps.fill('0');
  await expect.poll(shown).toBeCloseTo(curve.MAML![0]!, 2);
});

test('chips say of how many tasks they are while it trains, and settle once when it rests', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto('./#/regression');
  const chip = page.getByRole('button', { name: /^MAML/ });
  await expect(chip).toContainText(/tasks \d+\.\d\d$/);
  await lab.button('Train').click();
  // Two digits of a few tasks: more tasks would move the third.
  await expect(chip).toContainText(/tasks ≈(\d\.\d|0\.\d\d|\d\d+)$/);
  await expect(page.getByText(/on 100 of 600 held-out tasks until it rests$/)).toBeVisible();
  await chip.evaluate((element) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push(element.textContent ?? '')).observe(element, {
      subtree: true,
      characterData: true,
      childList: true,
    });
  });
  await lab.button('Pause').click();
  await expect(chip).toContainText(/tasks \d+\.\d\d$/);
  await expect(page.getByText(/loss on 600 held-out tasks after these steps$/)).toBeVisible();
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  const exact = seen.filter((text) => /tasks \d/.test(text));
  expect(new Set(exact).size).toBe(1);
});

test('values are read off where the pointer is, and by the keys', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./#/regression?metaBatch=3&hidden=8&testSteps=3');
  const curve = await lab.lossCurve();
  const figure = lab.figure('Loss after k gradient steps');
  const box = await boxOf(figure);
  await page.mouse.move(box.x + 0.9 * box.width, box.y + 0.5 * box.height);
  await expect(figure.getByText('k 3')).toBeVisible();
  await expect(figure.locator('svg').last()).toContainText(
    `MAML ${Number(curve.MAML![3]!.toPrecision(3))}`,
  );
  await page.mouse.move(0, 0);
  await expect(figure.getByText('k 3')).toHaveCount(0);

  const reader = figure.getByRole('slider', { name: 'Values by k' });
  await reader.focus();
  await page.keyboard.press('Home');
  await expect(reader).toHaveAttribute('aria-valuetext', /^k 0, MAML/);
  await page.keyboard.press('ArrowRight');
  await expect(reader).toHaveAttribute('aria-valuetext', /^k 1, MAML/);
  await page.keyboard.press('End');
  await expect(reader).toHaveAttribute('aria-valuetext', /^k 3, MAML/);
  await reader.blur();
  await expect(figure.getByText('k 3')).toHaveCount(0);
});

test('settings stay beside the stage, and end with it', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('contenders=maml,joint');
  const settings = page.getByRole('complementary', { name: 'Settings' });
  const stage = page.locator('[data-part=train]');
  await expect(stage).toBeVisible();
  const how = page.getByRole('heading', { name: 'How each one learns' });
  await how.scrollIntoViewIfNeeded();
  await expect(page.getByRole('table', { name: 'What one task costs' })).toBeVisible();
  await how.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
  const foot = async () => {
    const { y, height } = (await settings.boundingBox())!;
    return y + height - (await how.boundingBox())!.y;
  };
  // What is below has the whole width, and nothing stands over it.
  await expect.poll(foot).toBeLessThanOrEqual(0);
});
