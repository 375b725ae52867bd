/** Forced colours, and paper. */

import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { decode } from 'fast-png';
import { Lab } from './lab';

/** Shares of the pixels of an element's middle line by colour, the most frequent first. */
async function colours(element: Locator): Promise<number[]> {
  const { width, height, data, channels } = decode(await element.screenshot());
  const counts = new Map<string, number>();
  const row = Math.floor(height / 2);
  for (let x = 0; x < width; x++) {
    const at = (row * width + x) * channels;
    // Gradients are dithered.
    const colour = [...data.slice(at, at + 3)].map((part) => Math.round(part / 32)).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts.values()].map((count) => count / width).sort((a, b) => b - a);
}

for (const colorScheme of ['dark', 'light'] as const) {
  test(`forced colours, ${colorScheme}: tracks, spans and bars are seen`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const lab = new Lab(page);
    await lab.open('contenders=maml,random');
    // A track in two colours all along.
    const [first = 0, second = 0] = await colours(page.getByRole('slider', { name: 'Shots K' }));
    expect(first + second).toBeGreaterThan(0.7);
    expect(second).toBeGreaterThan(0.15);
    // A span between its two thumbs, on a track.
    const range = page.getByRole('slider', { name: 'Amplitude A, to' }).locator('..');
    const [, span = 0] = await colours(range);
    expect(span).toBeGreaterThan(0.15);
  });
}

test('forced colours: the lab one is in, confidence and choices are seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto('./#/omniglot?preset=scratch&characters=procedural&methods=prototypical');
  const line = (name: string) =>
    page.getByRole('link', { name }).evaluate((a) => getComputedStyle(a).borderBottomColor);
  expect(await line('Omniglot')).not.toBe(await line('Regression'));
  const queries = page.getByRole('region', { name: 'Episode' }).getByRole('list').last();
  await expect(queries).toContainText(/\d+%/);
  const fills = await queries.evaluate((list) =>
    [...list.querySelectorAll('span > span[style*=background]')].map(
      (bar) => getComputedStyle(bar).backgroundColor,
    ),
  );
  expect(fills.length).toBeGreaterThan(0);
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(fills).not.toContain(canvas);
});

const labs = {
  regression: 'regression?shots=abc',
  optimizers: 'optimizers?begin=scratch&raceSteps=abc',
  omniglot:
    'omniglot?preset=scratch&characters=procedural&methods=pixels&engine=tfjs-wasm&shots=abc',
};

/** What is on paper, besides. */
const onPaper = (page: Page) =>
  page.evaluate(() => {
    const cut = [...document.querySelectorAll('figure')].filter(
      (figure) => getComputedStyle(figure).breakInside !== 'avoid',
    );
    const shown = [...document.querySelectorAll('button, [role=alert], nav')].filter(
      // A term and a legend are texts, which can be pressed on a screen.
      (element) => element.checkVisibility() && !element.matches('[data-term], [data-legend]'),
    );
    const wide = [...document.querySelectorAll('figure')].filter((figure) => {
      const box = figure.getBoundingClientRect();
      return [...figure.querySelectorAll('svg')].some((svg) => {
        const { right, bottom } = svg.getBoundingClientRect();
        return right > box.right + 1 || bottom > box.bottom + 1;
      });
    });
    const { backgroundColor, color } = getComputedStyle(document.body);
    return {
      cut: cut.length,
      shown: shown.map((element) => element.textContent),
      wide: wide.length,
      light: { backgroundColor, color },
    };
  });

for (const [name, hash] of Object.entries(labs)) {
  test(`on paper the lab ${name} is light, whole, and without what is pressed`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const lab = new Lab(page);
    await page.goto(`./#/${hash}`);
    await expect(lab.button('Train')).toBeEnabled();
    await expect(lab.notice('cannot be used')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('figure svg').first()).toBeVisible();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    // A4 without its margins.
    await page.setViewportSize({ width: 718, height: 1046 });
    await expect
      .poll(() => onPaper(page))
      .toEqual({
        ...{ cut: 0, shown: [], wide: 0 },
        light: { backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(28, 27, 25)' },
      });
  });
}

test('the page that is printed has no ground of its own', () => {
  expect(readFileSync('dist/index.html', 'utf8')).toMatch(/@media screen/);
});
