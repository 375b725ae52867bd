/** The map of the field: three lectures group the same methods, and each leads to its lab, its lesson or its card. */

import { expect, type Page, test } from '@playwright/test';
import { violationsInBothThemes } from './violations';

test.use({ storageState: { cookies: [], origins: [] } });

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const method = (page: Page, within: string, name: string) =>
  group(page, within).getByRole('link', { name, exact: true });

/** All of it: what is folded, and what comes when somebody comes near. */
async function openAll(page: Page): Promise<void> {
  await page.goto('./#/map');
  await expect(page.getByRole('heading', { name: 'Map of the field' })).toBeVisible();
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  for (const formula of await page.locator('[class*=_formula_][translate]').all()) {
    await formula.scrollIntoViewIfNeeded();
    await expect(formula.locator('.katex').first()).toBeVisible();
  }
  await page.keyboard.press('End');
  await expect(page.locator('[data-part=omniglot] code')).toBeVisible();
}

test('the page of lessons leads to it', async ({ page }) => {
  await page.goto('./#/lessons');
  await page.getByRole('link', { name: 'Map of the field' }).click();
  await expect(page).toHaveURL(/#\/map$/);
  await expect(page).toHaveTitle('Map of the field · Inner Loop');
  await expect(page.getByRole('heading', { name: 'Map of the field' })).toBeVisible();
});

test('by keyboard alone methods move from group to group, and lead to a card', async ({ page }) => {
  await page.goto('./#/map');
  await expect(method(page, 'Initialisation', 'MAML')).toBeVisible();
  await expect(method(page, 'Not placed', 'Matching networks')).toBeVisible();
  const reach = async (name: string) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.closest('label')?.textContent ?? element?.textContent ?? '';
      });
      if (focused.startsWith(name)) return;
    }
    throw new Error(`${name} is out of reach`);
  };
  await reach('Initialisation, recurrent, reinforcement');
  await page.keyboard.press('ArrowRight');
  await expect(method(page, 'Optimizer', 'MAML')).toBeVisible();
  await expect(method(page, 'Metric', 'Matching networks')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(method(page, 'Not placed', 'MAML')).toBeVisible();
  await expect(method(page, 'Memory and attention', 'Matching networks')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Black box/ })).toBeFocused();
  await reach('Key-value and end-to-end memory networks');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/map\?by=slides&see=memoryNetworks$/);
  const card = page.getByRole('article', { name: /^Key-value and end-to-end/ });
  await expect(card).toBeFocused();
  await expect(card).toBeInViewport();
  await expect(card).toContainText('Not live here yet');
  const source = card.getByRole('link', { name: 'arXiv' });
  await expect(source).toHaveAttribute('href', /arxiv\.org\/abs\/1503\.08895/);
  const live = card.getByRole('link', { name: 'in three lines' });
  await expect(live).toHaveAttribute('href', /^#\/memory\?.*lines=open/);
  // It is still as it was grouped, and the way back is the browser's.
  await expect(page.getByRole('radio', { name: /^Black box/ })).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(/#\/map$/);
});

test('a group has a mark of its own beside its colour', async ({ page }) => {
  await page.goto('./#/map');
  const shapes = new Set<string>();
  for (const name of ['Initialisation', 'Recurrent network', 'Reinforcement learning']) {
    const path = group(page, name).getByRole('heading').locator('svg path');
    shapes.add((await path.getAttribute('d'))!);
  }
  expect(shapes.size).toBe(3);
});

test('what is live leads to its lab, and to its lesson', async ({ page }) => {
  await page.goto('./#/map');
  await group(page, 'Initialisation').getByRole('link', { name: 'Lesson: Two loops' }).click();
  await expect(page.locator('section[data-lesson]')).toContainText('1 of 5');
  await page.goto('./#/map');
  await method(page, 'Initialisation', 'Meta-SGD').click();
  await expect(page).toHaveURL(/#\/regression\?/);
  await expect(page.getByRole('button', { name: /^Meta-SGD/ }).first()).toBeVisible();
});

test('its parts can be linked to', async ({ page }) => {
  for (const [see, name] of [
    ['bilevel', 'Two loops, in one table'],
    ['published', 'Published figures'],
  ] as const) {
    await page.goto(`./#/map?see=${see}`);
    await expect(page.getByRole('heading', { name })).toBeInViewport();
  }
  // What is loaded late comes to who was led to it.
  await expect(page.locator('[data-part=omniglot] code')).toBeVisible();
});

test('published figures stand beside ours, as dots and as numbers', async ({ page }) => {
  await openAll(page);
  const mini = page.getByRole('table', { name: 'mini-ImageNet, 5-way' });
  await expect(mini.getByRole('row', { name: /^MAML/ })).toContainText('48.7 ± 1.84');
  const rows = (name: string) => page.getByRole('table', { name, exact: true }).getByRole('row');
  const maml = rows('5-way 1-shot').filter({ hasText: 'Finn et al. 2017, table 1' });
  await expect(maml.getByRole('listitem')).toHaveCount(2);
  await expect(maml).toContainText('98.7 ± 0.4');
  await page.getByRole('radio', { name: '20-way 1-shot' }).check({ force: true });
  await expect(
    rows('20-way 1-shot').filter({ hasText: 'Snell' }).getByRole('listitem'),
  ).toHaveCount(2);
});

test('axe finds nothing, light and dark', async ({ page }) => {
  test.slow();
  await openAll(page);
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('nothing is wider than the page, and on a phone groups stand below each other', async ({
  page,
}) => {
  await openAll(page);
  const names = ['Initialisation', 'Recurrent network'];
  for (const width of [390, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 1080 });
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect.poll(overflow, { message: `${width}` }).toBeLessThanOrEqual(0);
    const [first, second] = await Promise.all(names.map((name) => group(page, name).boundingBox()));
    if (width === 390) expect(second!.y).toBeGreaterThan(first!.y + first!.height - 1);
    else if (width > 900) expect(second!.y).toBe(first!.y);
  }
});
