/** The page in the pseudo-language: a word that is seen without accents was not taken from a catalogue. */

import { expect, type Page, test } from '@playwright/test';
import { frame } from '../src/words/en/frame';
import { pseudo } from '../src/words/pseudo';

/** What is the same in every language: names of the page, of languages, of files and of characters, and where they lie. */
const EVERYWHERE = [
  'Inner Loop',
  '^English$',
  String.raw`\b[\w/-]+\.(?:zip|png)\b`,
  String.raw`\bgithub\.com/[\w/]+`,
  String.raw`\b[\w()-]+/character\d+\b`,
].join('|');
/** Formulas, and what is to be typed. */
const ASIDE = 'script, style, noscript, .katex, code';
const ATTRIBUTES = [
  ...['aria-label', 'aria-valuetext', 'aria-roledescription'],
  ...['title', 'alt', 'placeholder'],
];

/** Whatever can be read or heard, in sight or not, that has letters without accents: where it stands, and what it is. */
const unaccented = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ everywhere, aside, attributes }) => {
      const names = new RegExp(everywhere, 'g');
      const found: string[] = [];
      const check = (element: Element, text: string, kind = '') => {
        if (!/[a-z]{2}/i.test(text.replace(names, ''))) return;
        const place: string[] = [];
        for (let at: Element | null = element; at !== null; at = at.parentElement) {
          place.unshift([at.localName, ...at.classList].join('.'));
        }
        found.push(`${place.slice(-4).join(' > ')}${kind}: ${text}`);
      };
      const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        const parent = node.parentElement!;
        if (parent.closest(aside) === null) check(parent, node.textContent ?? '');
      }
      for (const name of attributes) {
        for (const element of document.body.querySelectorAll(`[${name}]`)) {
          check(element, element.getAttribute(name)!, ` [${name}]`);
        }
      }
      return found;
    },
    { everywhere: EVERYWHERE, aside: ASIDE, attributes: ATTRIBUTES },
  );

const button = (page: Page, name: string) =>
  page.getByRole('button', { name: pseudo(name), exact: true });

/** Shows what is folded, and sets what is set late: formulas, reports. */
async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  // What is below the stage comes when it is near, and each formula is set when it comes into sight.
  await page.locator('#how').scrollIntoViewIfNeeded();
  await expect(page.locator('[class*=_formula_]').first()).toBeAttached();
  for (const formula of await page.locator('[class*=_formula_]').all()) {
    await formula.scrollIntoViewIfNeeded();
    await expect(formula.locator('.katex').first()).toBeVisible();
  }
  await page.getByRole('heading').last().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
}

/** From every chart to its numbers, and back. */
const toggleTables = (page: Page): Promise<void> =>
  button(page, frame.charts.dataTable).evaluateAll((all) => {
    for (const toggle of all) (toggle as HTMLButtonElement).click();
  });

for (const lab of ['regression', 'optimizers', 'omniglot', 'memory']) {
  test(`every word of the ${lab} lab comes from a catalogue`, async ({ page }) => {
    test.slow();
    await page.goto(`./?lang=pseudo#/${lab}`);
    await button(page, frame.transport.train).click();
    const iteration = page.getByRole('status').locator('b');
    await expect(iteration).not.toHaveText('0');
    await button(page, frame.transport.pause).click();
    if (lab === 'regression') {
      await page.locator('button[data-part=seeds]').click();
      await expect(page.locator('[data-part=seeds-band]')).toHaveCount(1, { timeout: 120_000 });
    }
    await openAll(page);
    if (lab === 'regression') {
      await page.locator('button[data-part=walk]').click();
      await expect(page.locator('[data-part=microscope] figure')).toHaveCount(2);
      await openAll(page);
    }
    expect(await unaccented(page)).toEqual([]);
    await toggleTables(page);
    expect(await unaccented(page)).toEqual([]);
    await toggleTables(page);

    // Settings of somebody else wait for a restart; its own groups, source and cards come with them.
    const presets = page.getByRole('combobox', {
      name: pseudo(frame.settings.preset),
      exact: true,
    });
    const last = (await presets.locator('option').count()) - 1;
    await presets.selectOption({ index: last });
    await button(page, frame.transport.restart).click();
    await openAll(page);
    expect(await unaccented(page)).toEqual([]);
  });
}

test('every word of the map of the field comes from a catalogue', async ({ page }) => {
  test.slow();
  await page.goto('./?lang=pseudo#/map');
  await expect(page.locator('article').first()).toBeVisible();
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  for (const formula of await page.locator('[class*=_formula_][translate]').all()) {
    await formula.scrollIntoViewIfNeeded();
    await expect(formula.locator('.katex').first()).toBeVisible();
  }
  await page.locator('#published').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-part=omniglot] code')).toBeVisible();
  expect(await unaccented(page)).toEqual([]);
});
