/** The page's own policy on what it may load and run. */

import { expect, test } from '@playwright/test';
import { Lab } from './lab';

declare global {
  interface Window {
    refused: string[];
  }
}

test('nothing that the page does is against its policy', async ({ page }) => {
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener('securitypolicyviolation', (event) => {
      window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  const lab = new Lab(page);
  const refused = () => page.evaluate(() => window.refused);
  for (const place of ['', '#/regression', '#/optimizers', '#/omniglot', '#/lessons']) {
    await page.goto(`./?of=${place.slice(2)}${place}`);
    await expect(page.getByRole('heading').first()).toBeVisible();
    // Down to the formulas, which come when they are in sight, if the page is there to be gone down by then.
    await expect(async () => {
      for (let y = 0; y < 6; y++) {
        await page.mouse.wheel(0, 700);
        await page.waitForTimeout(150);
      }
      if (place.startsWith('#/') && place !== '#/lessons') {
        await expect(page.locator('.katex').first()).toBeAttached({ timeout: 5000 });
      }
    }).toPass({ timeout: 60_000 });
    expect(await refused(), place).toEqual([]);
  }
  // Both kinds of engine.
  await page.goto('./?of=wasm#/regression?engine=tfjs-wasm&metaBatch=2');
  await lab.trainTo(5);
  expect(await refused()).toEqual([]);
});

test('scripts of others, and scripts within the page, do not run', async ({ page }) => {
  await page.goto('./#/lessons');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.ran = true');
    document.body.append(button);
    button.click();
    return 'ran' in window;
  });
  expect(ran).toBe(false);
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
});
