/** A run that is shared out over workers: the same numbers, and what happens when they come and go. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

const quick =
  'metaBatch=5&hidden=16,16&testSteps=3&contenders=maml,fomaml,reptile,anil,joint,random';

/** Trains to the end, and reads what is recorded and measured. */
async function finished(lab: Lab) {
  await lab.button('Train').click();
  await expect(lab.status).toContainText('finished');
  return { training: await lab.table('Meta-training loss'), heldOut: await lab.lossCurve() };
}

async function alone(page: Page, settings: string) {
  const lab = new Lab(page);
  await lab.open(`${settings}&workers=1`);
  const found = await finished(lab);
  expect(page.workers()).toHaveLength(1);
  return found;
}

/** As the browser tells a page that it is in sight, or not. */
const show = (page: Page, hidden: boolean) =>
  page.evaluate((is) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => is });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

test('shared out over workers, a run has the numbers of one', async ({ page }) => {
  const settings = `${quick}&iterations=130`;
  const expected = await alone(page, settings);
  const lab = new Lab(page);
  await lab.open(`${settings}&workers=3`);
  expect(await finished(lab)).toEqual(expected);
  // One that puts together what three train.
  expect(page.workers()).toHaveLength(4);
});

test('a worker that is killed costs its part alone, and nothing of the numbers', async ({
  page,
}) => {
  const settings = `${quick}&iterations=1500`;
  const expected = await alone(page, settings);
  const lab = new Lab(page);
  await lab.open(`${settings}&workers=2`);
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(50);
  const [, ...parts] = page.workers();
  expect(parts).toHaveLength(2);
  await parts[0]!.evaluate(() => self.close());
  await expect(lab.notice('Computation was interrupted')).toBeVisible();
  await expect(lab.status).toContainText('finished', { timeout: 90_000 });
  // The other went on where it was.
  expect(page.workers()).toContain(parts[1]);
  expect(await lab.table('Meta-training loss')).toEqual(expected.training);
  expect(await lab.lossCurve()).toEqual(expected.heldOut);
});

test('other numbers of workers take the run over, in training and out of sight', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open(`${quick}&workers=2`);
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(100);
  await page.waitForTimeout(1500);
  await show(page, true);
  await expect.poll(() => page.workers().length).toBe(1);
  await show(page, false);
  await expect.poll(() => page.workers().length).toBe(3);
  const at = await lab.iteration();
  expect(at).toBeGreaterThan(100);
  await expect.poll(() => lab.iteration()).toBeGreaterThan(at + 50);
  await page.getByRole('combobox', { name: 'Workers', exact: true }).selectOption('1');
  await expect.poll(() => page.workers().length).toBe(1);
  await expect.poll(() => lab.iteration()).toBeGreaterThan(at);
  await expect(lab.button('Pause')).toBeVisible();
  await expect(page).toHaveURL(/workers=1/);
});
