/** Address, weigh, read: from a card of the map to the numbers of the drawing in sight. */

import { expect, type Page, test } from '@playwright/test';
import { violationsIn } from './violations';

const lines = (page: Page) => page.getByRole('region', { name: 'Address, weigh, read' });

test('a card of the map leads to its three lines, with the numbers of now', async ({ page }) => {
  await page.goto('./#/map?see=encoderDecoder');
  const card = page.getByRole('article', { name: 'Encoder-decoder and context vector' });
  await card.getByRole('link', { name: /in three lines with live numbers/ }).click();
  await expect(page).toHaveURL(/#\/memory\?.*lines=open/);
  await expect(lines(page)).toBeInViewport();
  for (const [name, first] of [
    ['MANN', 'a slot that holds'],
    ['Attention', 'an item of'],
  ] as const) {
    const own = lines(page).getByRole('article', { name, exact: true });
    await expect(own.getByRole('columnheader').first()).toHaveText(first);
    await expect(own).toContainText(/head \d of \d/);
    await expect(own.locator('tbody td').last()).toHaveText(/^[\d.]+%$/);
    await expect(own).toContainText(/What is read has length [\d.]+/);
  }
  // They are those of the drawing in sight.
  const now = lines(page).getByRole('article', { name: 'MANN' });
  await expect(now).toContainText('Drawing 14,');
  const before = await now.getByRole('table').innerText();
  await page.getByRole('slider', { name: 'Drawing of the stream' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(now).toContainText('Drawing 15,');
  expect(await now.getByRole('table').innerText()).not.toBe(before);
});

test('strings are named as they are told; who has no words for what is read says so', async ({
  page,
}) => {
  const small = 'characters=procedural&readers=kv&ways=5&length=10&testLength=20&lines=open';
  await page.goto(`./#/memory?${small}&labels=strings`);
  const own = lines(page).getByRole('article', { name: 'Attention', exact: true });
  await expect(
    own
      .getByRole('rowheader')
      .filter({ hasText: /^[a-e]{5}$/ })
      .first(),
  ).toBeVisible();
  await page.goto('about:blank');
  await page.goto(`./#/memory?${small}&beyond=2`);
  await expect(own).toContainText('It has no words for more characters');
  await expect(own).not.toContainText('on their way');
});

for (const [width, theme] of [
  [1280, 'light'],
  [390, 'dark'],
] as const) {
  test(`opened by a button, seen whole at ${width} px, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 844 });
    await page.goto('./#/memory?preset=memory-trained&readers=mann,lstm');
    await page.locator('#how').scrollIntoViewIfNeeded();
    // On a phone settings may lie over it.
    await page.getByRole('button', { name: 'Show the three lines' }).focus();
    await page.keyboard.press('Enter');
    await expect(lines(page).getByRole('table')).toHaveCount(1);
    await expect(lines(page)).toContainText('It takes no part in this run');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await violationsIn(page, '[data-part=lines]')).toEqual([]);
  });
}
