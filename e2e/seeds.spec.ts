/** Seeds 1 to 5 beside the loss curve: a band over seeds, whiskers over tasks, and their numbers. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn } from './violations';

const CURVE = 'Loss after k gradient steps';
/** Quick to train, and apart after a few meta-iterations. */
const quick =
  'seed=1&contenders=maml,reptile,random&hidden=12&metaBatch=4&initialiser=fan-in-uniform&engine=simd&workers=1';

const seeds = (lab: Lab) => lab.figure(CURVE).getByRole('button', { name: 'Seeds 1–5' });
const caption = (lab: Lab) => lab.figure(CURVE).locator('figcaption');
const band = (lab: Lab) => lab.figure(CURVE).locator('[data-part=seeds-band]');
const whiskers = (lab: Lab) => lab.figure(CURVE).locator('[data-part=whiskers]');

async function done(lab: Lab): Promise<void> {
  await expect(caption(lab)).toContainText('Band: lowest to highest', { timeout: 120_000 });
}

/** Opens the lab with one plot for all. */
async function overlaid(page: Page, settings: string): Promise<Lab> {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${settings}`);
  await lab.adapted();
  return lab;
}

test('seeds 1 to 5 are a band beside the run, whose own seed has the same numbers among them', async ({
  page,
}) => {
  const lab = await overlaid(page, quick);
  await lab.lossCurve();
  // Before the first meta-iteration there is nothing to compare.
  await expect(seeds(lab)).toHaveCount(0);
  await lab.trainTo(50);
  const at = await lab.iteration();
  await seeds(lab).click();
  await expect(seeds(lab)).toHaveAttribute('aria-pressed', 'true');
  await done(lab);
  await expect(caption(lab)).toContainText(`at meta-iteration ${at.toLocaleString('en')};`);
  await expect(caption(lab)).toContainText(
    'Whiskers: 95% interval of the mean over 600 tasks, seed 1.',
  );
  // Of the one in front.
  await expect(band(lab)).toHaveCount(1);
  await expect(whiskers(lab)).toHaveCount(1);
  // The run's own numbers of now may still be on their way.
  await expect(async () => {
    const table = await lab.table(CURVE);
    for (const name of ['MAML', 'Reptile', 'Random initialisation']) {
      const each = [1, 2, 3, 4, 5].map((seed) => table[`${name}, mean: seed ${seed}`]!);
      const over = (what: string) => table[`${name}, mean: ${what}`]!;
      expect(table[name]).toEqual(each[0]);
      for (const [k, lowest] of over('lowest of seeds 1–5').entries()) {
        const values = each.map((column) => column[k]!);
        const mean = values.reduce((sum, value) => sum + value) / 5;
        expect(lowest).toBe(Math.min(...values));
        expect(over('highest of seeds 1–5')[k]).toBe(Math.max(...values));
        expect(over('mean of seeds 1–5')[k]! / mean).toBeCloseTo(1, 2);
        expect(over('standard deviation over seeds 1–5')[k]).toBeGreaterThan(0);
      }
    }
  }).toPass({ timeout: 60_000 });
  expect(await violationsIn(page)).toEqual([]);

  // Of the median there is no interval over tasks.
  await lab.button('mean: show the median').click();
  await expect(caption(lab)).toContainText('lowest to highest median');
  await expect(caption(lab)).not.toContainText('Whiskers');
  await expect(whiskers(lab)).toHaveCount(0);
  await expect(band(lab)).toHaveCount(1);
  await lab.button('median: show the mean').click();

  // One plot for each: of everybody. They are not computed anew.
  await lab.button('Side by side').click();
  await expect(band(lab)).toHaveCount(3);
  await expect(whiskers(lab)).toHaveCount(3);

  // The run goes on, and the band says of when it is.
  await lab.trainTo(at + 5);
  await expect(caption(lab)).toContainText(`at meta-iteration ${at.toLocaleString('en')};`);

  await seeds(lab).click();
  await expect(seeds(lab)).toHaveAttribute('aria-pressed', 'false');
  await expect(caption(lab)).toHaveCount(0);
  await expect(band(lab)).toHaveCount(0);
});

test('what is of other settings is dropped, and so is what a reset leaves behind', async ({
  page,
}) => {
  const lab = await overlaid(page, quick);
  await lab.trainTo(3);
  await seeds(lab).click();
  await done(lab);
  // A setting that acts at once.
  const rate = page.getByLabel('Rate α, exact value');
  await rate.fill('0.02');
  await rate.press('Enter');
  await expect(caption(lab)).toHaveCount(0);
  await expect(band(lab)).toHaveCount(0);
  // The run has been tuned: the five are not, and that is said.
  await seeds(lab).click();
  await done(lab);
  await expect(caption(lab)).toContainText('the settings of now throughout');
  await lab.button('Reset').click();
  await expect(caption(lab)).toHaveCount(0);
  await expect(seeds(lab)).toHaveCount(0);
});

/** Workers as they are, and what becomes of the second: that of the seeds. */
async function second(page: Page, is: 'refused' | 'idle'): Promise<void> {
  await page.addInitScript((fate) => {
    const { Worker: Real } = window;
    let hired = 0;
    window.Worker = class extends Real {
      private readonly idle: boolean;
      constructor(...of: ConstructorParameters<typeof Real>) {
        hired += 1;
        if (hired > 1 && fate === 'refused') throw new Error('one is enough');
        super(...of);
        this.idle = hired > 1;
      }
      override postMessage(command: { readonly type: string }) {
        if (!this.idle || command.type !== 'train') super.postMessage(command);
      }
    };
  }, is);
}

test('they are stopped, and leave the run as it is', async ({ page }) => {
  await second(page, 'idle');
  const lab = await overlaid(page, quick);
  await lab.trainTo(3);
  const at = await lab.iteration();
  await seeds(lab).click();
  await expect(caption(lab)).toContainText('seed 1 of 5, meta-iteration 0');
  await lab.figure(CURVE).getByRole('button', { name: 'Stop' }).click();
  await expect(caption(lab)).toHaveCount(0);
  await expect(seeds(lab)).toHaveAttribute('aria-pressed', 'false');
  await expect(seeds(lab)).toBeFocused();
  await expect.poll(() => page.workers().length).toBe(1);
  expect(await lab.iteration()).toBe(at);
  await lab.trainTo(at + 3);
});

test('they end with the lab', async ({ page }) => {
  await second(page, 'idle');
  const lab = await overlaid(page, quick);
  await lab.trainTo(3);
  await seeds(lab).click();
  await expect(caption(lab)).toContainText('seed 1 of 5');
  const all = page.workers();
  expect(all).toHaveLength(2);
  await page.getByRole('link', { name: 'Optimizers' }).click();
  await expect.poll(() => page.workers().filter((worker) => all.includes(worker))).toEqual([]);
});

test('a worker that cannot be had is told in its place, and the run trains on', async ({
  page,
}) => {
  await second(page, 'refused');
  const lab = await overlaid(page, quick);
  await lab.trainTo(3);
  await seeds(lab).click();
  await expect(caption(lab)).toContainText('No band over seeds');
  await expect(seeds(lab)).toHaveAttribute('aria-pressed', 'false');
  await lab.trainTo((await lab.iteration()) + 3);
});

test('they are asked for on a phone, too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => localStorage.removeItem('settings'));
  const lab = await overlaid(page, quick);
  await lab.trainTo(3);
  await seeds(lab).click();
  await done(lab);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
});
