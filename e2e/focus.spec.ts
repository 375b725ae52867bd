/** Keys of every layout, and a focus that never falls to the page. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

/** A key of another layout: what it writes, and where it is. */
async function press(page: Page, key: string, code: string, modifiers = 0): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const windowsVirtualKeyCode = code.charCodeAt(3);
  for (const type of ['keyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', {
      ...{ type, key, code, modifiers, windowsVirtualKeyCode },
    });
  }
}
const CONTROL = 2;

test('Ctrl+Z on the pad goes by the key’s place on other layouts', async ({ page }) => {
  // Three strokes that somebody drew.
  await page.goto(
    './#/omniglot?preset=scratch&characters=procedural&methods=pixels&drawings=-1:AgAA__8C_wAA_wKAAID_',
  );
  const pad = page.getByRole('application');
  await expect(pad).toHaveAttribute('aria-label', /: 3 strokes/);
  await pad.focus();
  await press(page, 'я', 'KeyZ', CONTROL);
  await expect(pad).toHaveAttribute('aria-label', /: 2 strokes/);
  await press(page, 'ζ', 'KeyZ', CONTROL);
  await expect(pad).toHaveAttribute('aria-label', /: 1 stroke/);
  // By what it writes, where that is a Latin letter.
  await press(page, 'z', 'KeyY', CONTROL);
  await expect(pad).toHaveAttribute('aria-label', /nothing yet/);
});

test('a character is classified by hand with the letters of any layout', async ({ page }) => {
  await page.goto('./#/omniglot?preset=scratch&characters=procedural&methods=pixels&queries=1');
  await page.getByRole('button', { name: 'You first' }).click();
  const drawings = page.getByRole('button', { name: /^Query \d/ });
  await expect(drawings.first()).toBeFocused();
  // Letters mean nothing before there is something to be seen.
  await expect(drawings.first().locator('path')).toBeVisible();
  await press(page, 'ф', 'KeyA');
  await expect(drawings.nth(0)).toContainText('A');
  await press(page, 'ش', 'KeyB');
  await expect(drawings.nth(1)).toContainText('B');
});

test('a point that is deleted passes its focus to its neighbour', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('contenders=maml,random&points=-3:0,-1:1,1:2,3:3,0:-2');
  const figure = lab.figure('MAML');
  const points = figure.getByRole('slider', { name: /Support point/ });
  const focused = () => figure.locator(':focus').getAttribute('aria-valuetext');
  // The last of the list, and not the last on the chart.
  await points.nth(4).focus();
  await page.keyboard.press('Delete');
  await expect(points).toHaveCount(4);
  await expect.poll(focused).toContain('x 1.00');
  await points.nth(3).focus();
  await page.keyboard.press('Delete');
  await expect.poll(focused).toContain('x 1.00');
  await page.keyboard.press('Delete');
  await expect.poll(focused).toContain('x −1.00');
  await page.keyboard.press('Delete');
  await expect(points).toHaveCount(1);
  // One stays.
  await page.keyboard.press('Delete');
  await expect(points).toHaveCount(1);
  await expect.poll(focused).toContain('x −3.00');
});

/** A person comes by keyboard, and what keeps their focus is there. */
async function comeByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const script = () =>
    page.evaluate(
      () =>
        performance.getEntriesByType('resource').find(({ name }) => name.includes('fromFirstAct'))
          ?.name ?? '',
    );
  await expect.poll(script).not.toBe('');
  // The same script: done once it is.
  await page.evaluate((url) => import(url), await script());
}

test('what vanishes or is switched off passes its focus on', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('shots=abc&queries=abc&contenders=maml,random&iterations=10&hidden=8');
  await comeByKeyboard(page);
  const somewhere = () =>
    expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('#root') !== null))
      .toBe(true);
  const press = async (name: string) => {
    await lab.button(name).focus();
    await page.keyboard.press('Enter');
  };
  await press('Dismiss');
  await expect(lab.button('Dismiss')).toHaveCount(0);
  await somewhere();

  await lab
    .figure('MAML')
    .getByRole('slider', { name: /Support point/ })
    .and(page.locator('[tabindex="0"]'))
    .focus();
  await page.keyboard.press('ArrowUp');
  await press('Restore points');
  await expect(lab.button('Restore points')).toHaveCount(0);
  await expect(lab.steps).toBeFocused();

  await press('Step');
  await expect.poll(() => lab.iteration()).toBe(1);
  await page.getByLabel('Shots K, exact value').fill('7');
  await page.getByLabel('Shots K, exact value').press('Enter');
  await press('Restart');
  await expect(lab.button('Restart')).toHaveCount(0);
  await somewhere();

  // The run ends, and Train with it.
  await press('Train');
  await expect(lab.status).toContainText('finished');
  // Not to Reset: whoever presses Enter once more keeps the run.
  await expect(lab.lookBack).toBeFocused();
});

test('the last step on the surface passes its focus on', async ({ page }) => {
  await page.goto('./#/optimizers?surfaceSteps=100');
  const one = page.getByRole('button', { name: 'One step' });
  const surface = page.getByRole('region', { name: 'On the surface' });
  await expect(surface.getByRole('slider').first()).toBeVisible();
  await comeByKeyboard(page);
  await surface.getByRole('slider').nth(1).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await one.focus();
  await page.keyboard.press('Enter');
  await expect(one).toBeDisabled();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('#root') !== null))
    .toBe(true);
});
