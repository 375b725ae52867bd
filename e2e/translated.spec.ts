/**
 * A page that the browser translates: each text is taken away and elements are put in its place, again and again. React
 * still finds its way as long as every text is all that its element holds.
 */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

const labs = [
  'regression',
  'optimizers',
  'omniglot?characters=procedural',
  'memory?characters=procedural&readers=kv,nearest',
] as const;

/** As Chrome does it, leaving the words as they are: two `font` elements around each text, at once. */
async function translate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const aside = 'script, style, option, textarea, [translate="no"], font font';
    const wrap = (node: Node) => {
      const parent = node.parentElement;
      const text = node.textContent ?? '';
      if (parent === null || text.trim() === '' || parent.closest(aside) !== null) return;
      if (parent.namespaceURI !== 'http://www.w3.org/1999/xhtml') return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.append(text);
      outer.append(inner);
      node.parentNode!.replaceChild(outer, node);
    };
    const translateAll = (root: Node) => {
      const texts: Node[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node);
      for (const node of root.nodeType === Node.TEXT_NODE ? [root] : texts) wrap(node);
    };
    new MutationObserver((mutations) => {
      for (const { target, addedNodes } of mutations) {
        if (target.nodeType === Node.TEXT_NODE) wrap(target);
        for (const node of addedNodes) translateAll(node);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** Texts that React keeps as nodes of their own, because they stand beside others: where, and which. */
const bareTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const kept = Object.keys(node).some((key) => key.startsWith('__reactFiber$'));
      if (!kept) continue;
      const parent = node.parentElement!;
      found.add(`${parent.localName}.${parent.className}: ${node.textContent}`);
    }
    return [...found];
  });

async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
}

const unbroken = (page: Page) =>
  expect(page.getByText('This page could not be drawn')).toHaveCount(0);

for (const hash of labs) {
  test(`every text of the lab ${hash} has an element of its own`, async ({ page }) => {
    const lab = new Lab(page);
    await page.goto(`./#/${hash}${hash.includes('?') ? '&' : '?'}nonsense=1`);
    await expect(lab.notice('nonsense')).toBeVisible();
    await expect(lab.status).toContainText('ready');
    await openAll(page);
    await lab.button('Train').click();
    await expect.poll(() => lab.iteration()).toBeGreaterThan(2);
    expect(await bareTexts(page)).toEqual([]);
    // What comes when it is asked for: a scene of the tour, and values where the pointer is.
    await lab.button('Tour').click();
    await expect(page.getByRole('button', { name: 'Leave the tour' })).toBeVisible();
    await page.locator('figure').first().hover();
    expect(await bareTexts(page)).toEqual([]);
    await page.getByRole('button', { name: 'Data table' }).first().click();
    await lab.button('Pause').click();
    await expect(lab.status).toContainText('paused');
    expect(await bareTexts(page)).toEqual([]);
  });
}

test('every text of the map of the field has an element of its own', async ({ page }) => {
  await page.goto('./#/map?see=published');
  await expect(page.locator('[data-part=omniglot] code')).toBeVisible();
  await openAll(page);
  for (const group of await page.getByRole('radio').all()) {
    await group.check({ force: true });
    expect(await bareTexts(page)).toEqual([]);
  }
});

/** What is done in every lab, each time with numbers that must move. */
async function train(page: Page, lab: Lab): Promise<void> {
  await expect(lab.status).toContainText('ready');
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(1);
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(3);
  await lab.button('Pause').click();
  await expect(lab.status).toContainText('paused');
  const at = await lab.iteration();
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(at + 1);
  await openAll(page);
  await page.getByRole('button', { name: 'Lecture mode' }).click();
  await page.getByRole('button', { name: 'Lecture mode' }).click();
  await page.getByRole('button', { name: 'Data table' }).first().click();
  const chosen = page.getByRole('checkbox').first();
  await chosen.click();
  await chosen.click();
  await lab.button('Reset').click();
  await expect.poll(() => lab.iteration()).toBe(0);
  await unbroken(page);
}

test.describe('a translated page works', () => {
  test('in the regression lab', async ({ page }) => {
    await translate(page);
    const lab = new Lab(page);
    await lab.open('contenders=maml,reptile,random&metaBatch=5&hidden=20');
    await train(page, lab);
    const shots = page.getByLabel('Shots K, exact value');
    await shots.fill('many');
    await shots.press('Enter');
    await shots.fill('7');
    await shots.press('Enter');
    await lab.adapted();
    const before = await lab.figure('MAML').textContent();
    await lab.steps.focus();
    await lab.steps.press('End');
    await expect(lab.figure('MAML')).not.toHaveText(before!);
    await lab.button('New task').click();
    await page.getByRole('combobox', { name: 'Preset' }).selectOption('cubic');
    await unbroken(page);
    await lab.adapted();
    await page.getByRole('link', { name: 'Optimizers' }).click();
    await expect(lab.figure('Race')).toBeVisible();
    await page.goBack();
    await lab.adapted();
    await unbroken(page);
  });

  test('in the optimizers lab', async ({ page }) => {
    await translate(page);
    const lab = new Lab(page);
    await page.goto('./#/optimizers?begin=scratch&steps=40&testProblems=32');
    await train(page, lab);
    await lab.button('Play').click();
    await expect(page.getByText(/step/).first()).toBeVisible();
    await lab.button('Stop').click();
    await page.getByRole('combobox', { name: 'Race on' }).selectOption({ index: 1 });
    await expect(lab.figure('Race')).toBeVisible();
    await unbroken(page);
  });

  test('at the map of the field', async ({ page }) => {
    await translate(page);
    await page.goto('./#/map?see=published');
    await expect(page.locator('[data-part=omniglot] code')).toBeVisible();
    for (const group of await page.getByRole('radio').all()) await group.check({ force: true });
    const memory = page.getByRole('region', { name: 'Memory and attention' });
    await expect(
      memory.getByRole('link', { name: 'Matching networks', exact: true }),
    ).toBeVisible();
    await unbroken(page);
  });

  test('in the Omniglot lab', async ({ page }) => {
    await translate(page);
    const lab = new Lab(page);
    await page.goto(
      './#/omniglot?preset=scratch&characters=procedural&methods=maml,prototypical,pixels&filters=8&ways=3&queries=1',
    );
    await train(page, lab);
    await lab.button('New episode').click();
    await lab.button('You first').click();
    await page.keyboard.press('a');
    await page.keyboard.press('b');
    await lab.button('Compare').or(lab.button('New episode')).first().click();
    await expect(lab.status).toContainText(/ready|paused/);
    await unbroken(page);
  });
});
