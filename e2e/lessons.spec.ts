/** Lessons: by one button, by keyboard alone, on a phone; a question first, an outcome in the numbers of the run. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsInBothThemes } from './violations';

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

const byKeys = (page: Page) => async () => {
  await onward(page).focus();
  await page.keyboard.press('Enter');
};

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
  await expect(card(page)).toContainText('it was never asked to be');
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
  await expect(card(page)).toContainText(/Your curve was [\d.]+ off/);
  await card(page).getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('radio', { name: 'Far below that of joint' })).toBeChecked();
  await expect(card(page)).toContainText('it was never asked to be');
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
  await walk(page, 5, byKeys(page));
});

test('by keyboard alone through what is computed beside no run, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/regression?lesson=reading');
  const seen = await walk(page, 4, byKeys(page));
  expect(seen[1]).toMatch(/0\.0\d+ nats a token at first, 0\.3\d near the end/);
  expect(seen[2]).toContain('not live here yet');
});

test('a name is put elsewhere in an order by buttons, keys and pointer, and stays there', async ({
  page,
}) => {
  test.slow();
  await page.goto('./#/regression?lesson=breaks');
  const list = card(page).getByRole('group', { name: 'Put them in order' });
  await expect(list.locator('li')).toHaveCount(3);
  const names = () => list.locator('li').allInnerTexts();
  const order = async () =>
    (await names()).map((row) => /MAML|Joint|Random/.exec(row)![0].toLowerCase());
  expect(await order()).toEqual(['random', 'maml', 'joint']);
  const up = page.getByRole('button', { name: 'MAML: up' });
  await up.click();
  expect(await order()).toEqual(['maml', 'random', 'joint']);
  await expect(up).toBeFocused();
  await expect(list).toContainText('MAML now stands at 1 of 3');
  await page.keyboard.press('ArrowDown');
  expect(await order()).toEqual(['random', 'maml', 'joint']);
  await expect(up).toBeFocused();
  // Joint to the top, by pointer.
  const row = (await list.locator('li').last().boundingBox())!;
  await page.mouse.move(row.x + 60, row.y + row.height / 2);
  await page.mouse.down();
  await page.mouse.move(row.x + 60, row.y - row.height / 2, { steps: 4 });
  await page.mouse.move(row.x + 60, row.y - 1.9 * row.height, { steps: 4 });
  await page.mouse.up();
  expect(await order()).toEqual(['joint', 'random', 'maml']);
  await page.reload();
  await expect.poll(order).toEqual(['joint', 'random', 'maml']);
  await onward(page).click();
  await expect(onward(page)).toHaveText('Next', { timeout: 150_000 });
  // In the order of the run, and beside each where it had been put.
  await expect(list).toContainText('you had it at 3');
  expect((await order())[0]).toBe('maml');
});

test('θ is put somewhere, and it is said how far off; it is written once a stroke', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (key === 'lessons') document.documentElement.dataset.writes += '|';
      setItem.call(this, key, value);
    };
  });
  const writes = () =>
    page.evaluate(() => (document.documentElement.dataset.writes ?? '').split('|').length - 1);
  await page.goto('./#/regression?lesson=second-order');
  const theta = page.getByRole('slider', { name: 'Initialisation θ' });
  await expect(theta).toHaveAttribute('aria-valuetext', /task 1 lands at/);
  // What would tell is not in sight.
  await expect(page.getByText('Losses, contours')).toHaveCount(0);
  const before = await writes();
  const box = (await theta.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 60, { steps: 12 });
  expect(await writes()).toBe(before);
  await page.mouse.up();
  expect(await writes()).toBe(before + 1);
  await theta.press('ArrowLeft');
  expect(await writes()).toBe(before + 2);
  await onward(page).click();
  await expect(card(page)).toContainText(/Your mark was [\d.]+ from where it belongs/);
  await expect(card(page)).toContainText('From the best place one step leaves 0.086');
  // The way back finds it where it was put.
  await onward(page).click();
  await card(page).getByRole('button', { name: 'Back' }).click();
  await expect(card(page)).toContainText(/Your mark was [\d.]+ from where it belongs/);
});

test('a lesson leads into another lab and back, and what was trained there is there', async ({
  page,
}) => {
  test.slow();
  await page.goto('./#/optimizers?lesson=memory-cell&story=2');
  const mark = page.getByRole('slider', { name: 'Your mark' });
  await mark.fill('60');
  await onward(page).click();
  await expect(card(page)).toContainText('Your mark was 21.71 from where it belongs');
  await onward(page).click();
  await onward(page).click();
  // Asked once more: what was said then is told with what comes out.
  await onward(page).click();
  await expect(card(page)).toContainText('The first time you were 21.71 off');
  await onward(page).click();
  await expect(page).toHaveURL(/#\/regression\?.*lesson=memory-cell/);
  await expect(card(page)).toContainText('5 of 5');
  await onward(page).click();
  await expect(card(page)).toContainText(/one step takes MAML from/, { timeout: 150_000 });
  // After a minute, with what there is then.
  const lab = new Lab(page);
  const at = await lab.iteration();
  await lab.putAway('lesson regression', at, 'maml');
  await card(page).getByRole('button', { name: 'Back' }).click();
  await expect(page).toHaveURL(/#\/optimizers\?.*lesson=memory-cell/);
  await expect(card(page)).toContainText('4 of 5');
  await onward(page).click();
  await expect(card(page)).toContainText('5 of 5');
  await expect.poll(() => lab.iteration()).toBe(at);
});

test('on a phone all answers stand above the sheet, and what is drawn in is seen whole', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const top = async () => (await card(page).boundingBox())!.y;
  await page.goto('./#/omniglot?lesson=one-drawing');
  const keys = page.getByRole('list', { name: 'Support set' }).getByRole('button');
  await expect(keys).toHaveCount(5);
  // The lab may be there before its lesson, which folds what is above.
  await expect(card(page)).toBeVisible();
  for (const key of await keys.all()) {
    const { y, height } = (await key.boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(await top());
  }
  for (const [hash, plot] of [
    ['regression?lesson=averaging&story=3', 'Draw its error after 0 to 5 steps'],
    ['regression?lesson=reading&story=2', 'Draw its gain'],
  ] as const) {
    await page.goto(`./#/${hash}`);
    const box = (await page.getByRole('group', { name: plot }).boundingBox())!;
    expect(box.y).toBeGreaterThan(await top());
    const { y } = (await onward(page).boundingBox())!;
    expect(box.y + box.height, hash).toBeLessThanOrEqual(y);
  }
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
  ['second-order', 5],
  ['reptile', 3],
  ['breaks', 5],
  ['two-views', 5],
  ['bi-level', 5],
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
  const seen = await walk(page, 6);
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
  await expect(card(page)).toContainText('Four times as far');
});

test('and through that of a memory, which is told a lie', async ({ page }) => {
  test.setTimeout(480_000);
  await page.goto('./#/memory?lesson=memory-stream');
  const seen = await walk(page, 8);
  expect(seen[0]).toMatch(/In [\d.]+%, over [\d,]+ streams of characters that it never met/);
  expect(seen[1]).toMatch(/At most in 45\.7%.* MANN is right in [\d.]+%/);
  expect(seen[3]).toMatch(/MANN [\d.]+%, LSTM [\d.]+%, feed-forward [\d.]+%/);
  expect(seen[4]).toMatch(/was told as [A-E], though it is [A-E]/);
  expect(seen[7]).toMatch(/MANN [\d.]+%, LSTM [\d.]+%, feed-forward [\d.]+%/);
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

test('lessons are accessible to all, light and dark', async ({ page }) => {
  await page.goto('./#/lessons');
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  for (const hash of [
    'regression?lesson=two-loops',
    'regression?lesson=two-loops&story=2',
    'regression?lesson=second-order',
    'omniglot?lesson=one-drawing',
    'memory?lesson=memory-stream',
    'memory?lesson=memory-stream&story=3',
  ]) {
    await page.goto(`./#/${hash}`);
    await expect(onward(page)).toBeVisible();
    await page.waitForTimeout(500);
    expect(await violationsInBothThemes(page), hash).toEqual([]);
  }
});

test('each kind of question is accessible to all, asked and told, light and dark', async ({
  page,
}) => {
  test.slow();
  const found = () => violationsInBothThemes(page, 'section[data-lesson]');
  for (const [hash, told] of [
    ['regression?lesson=breaks', false],
    ['regression?lesson=second-order', true],
    ['regression?lesson=reading', true],
    ['optimizers?lesson=memory-cell', true],
    ['optimizers?lesson=memory-cell&story=2', true],
    ['optimizers?lesson=memory-cell&story=3', false],
  ] as const) {
    await page.goto(`./#/${hash}`);
    await expect(onward(page)).toBeVisible();
    await page.waitForTimeout(500);
    expect(await found(), hash).toEqual([]);
    if (!told) continue;
    await onward(page).click();
    await expect(onward(page)).toHaveText('Next');
    expect(await found(), `${hash}, told`).toEqual([]);
  }
});
