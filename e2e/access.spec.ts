/** For everybody: screen readers, keyboards, phones, halls. */

import { expect, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn, violationsInBothThemes } from './violations';

test('axe finds what is wrong, and what is wrong in the other theme alone', async ({ page }) => {
  await page.setContent(`<html lang="en" data-theme="light"><head><title>Wrong</title><style>
    body { color: #000; background: #fff }
    [data-theme=dark] p { color: #333; background: #222; transition: color 0.2s }
    </style></head><body><main><h1>Title</h1><p>Text</p><img src=""></main></body></html>`);
  const found = await violationsInBothThemes(page);
  expect(found.map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
    ...['image-alt: <img src="">', 'other theme: color-contrast:'].map(expect.stringContaining),
  ]);
});

test('axe finds nothing, light and dark', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await lab.trainTo(20);
  for (const details of await page.locator('details').all()) {
    await details.evaluate((element: HTMLDetailsElement) => {
      element.open = true;
    });
  }
  for (const name of ['MAML', 'Loss after k gradient steps', 'Meta-training loss']) {
    await lab.figure(name).getByRole('button', { name: 'Data table' }).click();
  }
  await page.getByRole('heading', { name: 'How each one learns' }).scrollIntoViewIfNeeded();
  await expect(page.locator('.katex').first()).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('axe finds nothing on a phone and in lecture mode', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('shots=abc');
  await page.getByRole('button', { name: 'Lecture mode' }).click();
  expect(await violationsIn(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await violationsIn(page)).toEqual([]);
});

test('every chart is a figure with its title, and a table with that title', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.trainTo(10);
  const names = [
    'MAML',
    'First-order MAML',
    'Reptile',
    'Joint pre-training',
    'Random initialisation',
    'Loss after k gradient steps',
    'Meta-training loss',
  ];
  await expect(page.getByRole('figure')).toHaveCount(names.length);
  for (const name of names) {
    const columns = await lab.table(name);
    expect(Object.keys(columns).length).toBeGreaterThan(2);
    for (const values of Object.values(columns)) expect(values.length).toBeGreaterThan(5);
  }
});

test('the page can be worked from the keyboard alone', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  const reach = async (name: string) => {
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (focused.includes(name)) return;
    }
    throw new Error(`${name} is out of reach`);
  };
  await reach('Train');
  await page.keyboard.press('Enter');
  await expect.poll(() => lab.iteration()).toBeGreaterThan(3);
  // Focus stays on the button, which is now Pause.
  await page.keyboard.press('Space');
  await expect(lab.status).toContainText('paused');
  await reach('Support point');
  await page.keyboard.press('ArrowUp');
  await expect(page).toHaveURL(/points=/);
  await reach('Gradient steps');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('after 2 of 10 gradient steps')).toBeVisible();
});

test('there is one status line, and it is quiet while it counts', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await expect(lab.status).toHaveCount(1);
  await expect(lab.status).toHaveAttribute('aria-live', 'polite');
  await lab.button('Train').click();
  await expect(lab.status).toHaveAttribute('aria-live', 'off');
  await expect(lab.status).toContainText(/\d+\/s/);
  await expect(lab.status).toContainText('WebAssembly SIMD');
});

test.describe('at 1280 × 860, settings closed', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('everything that matters is in sight', async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    for (const figure of await page.getByRole('figure').all()) {
      await expect(figure).toBeInViewport({ ratio: 1 });
    }
    await lab.button('Overlay').click();
    for (const title of ['All on one task', 'Loss after k gradient steps']) {
      await expect(lab.figure(title)).toBeInViewport({ ratio: 1 });
    }
  });
});

test('lecture mode puts the settings away and back', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  const settings = page.getByRole('complementary', { name: 'Settings' });
  await expect(settings).toBeVisible();
  await page.getByRole('button', { name: 'Lecture mode' }).click();
  await expect(settings).toBeHidden();
  await lab.trainTo(5);
  await page.getByRole('button', { name: 'Lecture mode' }).click();
  await expect(settings).toBeVisible();
});

test('the theme is kept', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
