/** A second language: chosen by the address, by the browser or in the header, where everything stands. */

import { expect, type Page, test } from '@playwright/test';
import { frame } from '../src/words/zh/frame';
import { Lab } from './lab';
import { violationsInBothThemes } from './violations';

const labs = {
  regression: 'regression',
  optimizers: 'optimizers?begin=scratch',
  omniglot:
    'omniglot?preset=scratch&characters=procedural&methods=joint,pixels&jointBatch=8&filters=8&queries=1&engine=tfjs-wasm',
  memory: 'memory?characters=procedural&readers=kv,nearest&batch=2',
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const train = (page: Page) => button(page, frame.transport.train);
const isChinese = async (page: Page) => {
  await expect(train(page)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page).toHaveTitle(`${frame.labs.regression} · Inner Loop`);
};
const isEnglish = async (page: Page) => {
  await expect(button(page, 'Train')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('Regression · Inner Loop');
};

/** Names of papers and of what people know by its English name. */
const NAMES =
  /Inner Loop|WebAssembly SIMD|TensorFlow|\bet al\b|\band\b|\barXiv\b|Page (?:Up|Down)|npm run|fan-in/;

/** Texts of two English words or more beside each other, and no Chinese letter: they were not taken from the catalogue. */
const english = (page: Page): Promise<string[]> =>
  page.evaluate((names) => {
    const known = new RegExp(names);
    const texts: string[] = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const aside = 'script, style, noscript, .katex, code, [lang]:not(html)';
      if (node.parentElement!.closest(aside) === null) texts.push(node.textContent ?? '');
    }
    for (const name of ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder']) {
      for (const element of document.body.querySelectorAll(`[${name}]`)) {
        texts.push(element.getAttribute(name)!);
      }
    }
    return texts.filter(
      (text) => /[a-z]{2,} [a-z]{2,}/i.test(text) && !/\p{sc=Han}/u.test(text) && !known.test(text),
    );
  }, NAMES.source);

test('the address asks for a language, and links within the page keep it', async ({ page }) => {
  await page.goto('./?lang=zh#/regression');
  await isChinese(page);
  await page.getByRole('link', { name: frame.labs.optimizers }).click();
  await expect(page).toHaveURL(/\?lang=zh#\/optimizers/);
  await expect(page).toHaveTitle(`${frame.labs.optimizers} · Inner Loop`);
});

for (const [locale, chinese] of [
  ['zh-CN', true],
  ['zh-Hans-SG', true],
  ['zh-TW', false],
  ['fr', false],
] as const) {
  test.describe(`to a browser of ${locale}`, () => {
    test.use({ locale });
    test(`the page speaks ${chinese ? 'Chinese' : 'English'}`, async ({ page }) => {
      await page.goto('./#/regression');
      await (chinese ? isChinese(page) : isEnglish(page));
    });
  });
}

test.describe('in a browser that prefers Chinese', () => {
  test.use({ locale: 'zh-CN' });
  test('an address that asks for English has it', async ({ page }) => {
    await page.goto('./?lang=en#/regression');
    await isEnglish(page);
  });
});

test('a run trains on while the language changes there and back; a choice outlasts a reload', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(0);
  await button(page, '中文').click();
  await expect(button(page, frame.transport.pause)).toBeVisible();
  const iteration = async () =>
    Number((await page.getByRole('status').locator('b').first().textContent())!.replace(',', ''));
  const before = await iteration();
  expect(before).toBeGreaterThan(0);
  await expect.poll(iteration).toBeGreaterThan(before);
  expect(await english(page)).toEqual([]);
  await button(page, 'English').click();
  await expect(lab.button('Pause')).toBeVisible();
  expect(await lab.iteration()).toBeGreaterThan(before);
  await lab.button('Pause').click();
  await isEnglish(page);

  await button(page, '中文').click();
  await isChinese(page);
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await isChinese(page);
});

test('an address that names a language names the one in sight', async ({ page }) => {
  await page.goto('./?lang=zh#/regression');
  await button(page, 'English').click();
  await isEnglish(page);
  await expect(page).toHaveURL(/\?lang=en#/);
  await page.reload();
  await isEnglish(page);
});

test('a language that is out of reach leaves the page as it is, and says so', async ({ page }) => {
  await page.goto('./#/regression');
  await expect(button(page, 'Train')).toBeEnabled();
  await page.route(/\/zh-[^/]+\.js/, (route) => route.abort());
  await button(page, '中文').click();
  await expect(new Lab(page).notice('Is the network there?')).toBeVisible();
  await isEnglish(page);
});

for (const [name, hash] of Object.entries(labs)) {
  test(`in Chinese the lab ${name} has no English sentence, and fits a phone`, async ({ page }) => {
    await page.goto(`./?lang=zh#/${hash}`);
    await expect(train(page)).toBeEnabled();
    await expect(page.getByRole('status').filter({ hasText: '元迭代' })).toContainText('就绪', {
      timeout: 60_000,
    });
    expect(await english(page)).toEqual([]);
    for (const width of [320, 390, 801]) {
      await page.setViewportSize({ width, height: 844 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBe(width);
      await expect(button(page, 'English')).toBeInViewport({ ratio: 1 });
    }
  });
}

test('in Chinese the page passes the checks for access, light and dark', async ({ page }) => {
  await page.goto('./?lang=zh#/regression');
  await expect(train(page)).toBeEnabled();
  expect(await violationsInBothThemes(page)).toEqual([]);
});
