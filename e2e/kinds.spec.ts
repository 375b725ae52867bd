import { expect, type Locator, type Page, test } from '@playwright/test';
import { Lab } from './lab';

/** Opens the part of the settings that holds a control. */
async function unfold(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeAttached();
  if (await control.isVisible()) return;
  await page.locator('details', { has: control }).first().locator('summary').click();
  await expect(control).toBeVisible();
}

const long = 'iterations=1000000&contenders=maml,random&metaBatch=5&hidden=20';

test.describe('asking does not change or end what is asked about', () => {
  test('a figure that is too large says so or is computed, and the run trains on', async ({
    page,
  }) => {
    const lab = new Lab(page);
    await page.goto(
      './#/regression?hidden=256,256,256&testSteps=1&shots=50&queries=50&metaBatch=4&contenders=maml,random&engine=simd',
    );
    await lab.adapted(60_000);
    await lab.button('Train').click();
    await expect.poll(() => lab.iteration()).toBeGreaterThan(3);
    await page.getByLabel('Steps at test, exact value').fill('50');
    await page.getByLabel('Steps at test, exact value').press('Enter');
    const at = await lab.iteration();
    await expect.poll(() => lab.iteration()).toBeGreaterThan(at + 3);
    await expect(lab.notice('Computation stopped')).toHaveCount(0);
    await lab.button('Pause').click();
    await expect(lab.button('Train')).toBeEnabled();
  });
});

test.describe('a press in the moment in which something settles is heard', () => {
  for (const [name, hash, field] of [
    ['regression', 'regression', 'Shots K, exact value'],
    ['optimizers', 'optimizers?begin=scratch', 'Dimension, exact value'],
    ['omniglot', 'omniglot?preset=scratch&characters=procedural', 'Ways, exact value'],
    ['memory', 'memory?characters=procedural&readers=kv', 'Characters N, exact value'],
  ] as const) {
    test(`Train right after a value was typed, in the lab ${name}`, async ({ page }) => {
      const lab = new Lab(page);
      await page.goto(`./#/${hash}`);
      await expect(lab.button('Train')).toBeEnabled();
      await expect(lab.status).toContainText('ready');
      const input = page.getByLabel(field, { exact: true });
      await unfold(page, input);
      await input.fill('4');
      // Leaving the field commits the value; the press comes within the same breath.
      await lab.button('Train').click({ delay: 70 });
      await expect.poll(() => lab.iteration()).toBeGreaterThan(0);
      await expect(lab.button('Pause')).toBeVisible();
      await expect(input).toHaveValue('4');
      await expect(page.getByText('takes effect after a restart')).toHaveCount(0);
    });
  }
});

test.describe('a run is put away in time, under the name that it has', () => {
  test('training goes on where it was after another lab', async ({ page }) => {
    const lab = new Lab(page);
    await lab.open(long);
    await lab.button('Train').click();
    // What a worker has told of itself is a second old at most; that much may be lost.
    await lab.putAway('regression', 200);
    await page.getByRole('link', { name: 'Optimizers' }).click();
    await expect(page).toHaveURL(/#\/optimizers/);
    await expect(lab.figure('Race')).toBeVisible();
    await page.goBack();
    await lab.adapted();
    await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(200);
    await page.getByRole('link', { name: 'Optimizers' }).click();
    await expect(lab.figure('Race')).toBeVisible();
    // The header leads back to the lab as it was left.
    await page.getByRole('link', { name: 'Regression' }).click();
    await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(200);
  });

  test('a reload in the middle of training loses at most the last seconds', async ({ page }) => {
    const lab = new Lab(page);
    await lab.open(long);
    await lab.button('Train').click();
    await lab.putAway('regression', 300);
    await page.reload();
    await lab.adapted();
    await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(300);
    await expect(lab.status).toContainText('paused');
  });

  test('a click on the lab that one is in loses nothing', async ({ page }) => {
    const lab = new Lab(page);
    await lab.open(`${long}&shots=7`);
    await lab.button('Train').click();
    await expect.poll(() => lab.iteration()).toBeGreaterThan(50);
    const at = await lab.iteration();
    await page.getByRole('link', { name: 'Regression' }).click();
    await expect.poll(() => lab.iteration()).toBeGreaterThan(at);
    await expect(page.getByLabel('Shots K, exact value')).toHaveValue('7');
  });

  test('a setting that waits for a restart does not hide the run from a reload', async ({
    page,
  }) => {
    const lab = new Lab(page);
    await lab.open(long);
    await lab.trainTo(100);
    await page.getByLabel('Shots K, exact value').fill('7');
    await page.getByLabel('Shots K, exact value').press('Enter');
    await expect(page.getByText('takes effect after a restart')).toBeVisible();
    await expect.poll(() => lab.setting('shots')).toBe('7');
    await lab.putAway('regression', 100, 'shots=7');
    await page.reload();
    await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(100);
    await expect(page.getByText('takes effect after a restart')).toBeVisible();
  });

  test('two tabs of one lab leave each other’s runs alone', async ({ page, context }) => {
    const [first, other] = [new Lab(page), new Lab(await context.newPage())];
    await first.open(long);
    await first.trainTo(300);
    await first.putAway('regression', 300);
    await other.open(long);
    await other.button('Reset').click();
    await expect.poll(() => other.iteration()).toBe(0);
    await other.button('Step').click();
    await expect.poll(() => other.iteration()).toBe(1);
    await other.page.close();
    await page.reload();
    await expect.poll(() => first.iteration()).toBeGreaterThanOrEqual(300);
  });

  test('a finished run comes back finished', async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('iterations=60&contenders=maml,random&hidden=8');
    await lab.button('Train').click();
    await expect(lab.status).toContainText('finished');
    await lab.putAway('regression', 60);
    await page.reload();
    await expect(lab.status).toContainText('finished');
    await expect(lab.button('Train')).toBeDisabled();
    await expect(lab.button('Step')).toBeDisabled();
  });
});

test.describe('what is named is in force', () => {
  test('a preset from the menu is the same as by its link', async ({ page }) => {
    const lab = new Lab(page);
    await page.goto('./#/omniglot?characters=procedural&begin=scratch&filters=8');
    await expect(lab.button('Train')).toBeEnabled();
    const methods = page.getByRole('region', { name: 'Compare' });
    await page.getByRole('combobox', { name: 'Preset' }).selectOption('scratch');
    await expect(methods.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await expect.poll(() => lab.setting('methods')).toBe('maml,prototypical,pixels');
    await expect.poll(() => lab.setting('preset')).toBe('scratch');
    await methods.getByRole('checkbox', { name: 'Reptile' }).check();
    await expect.poll(() => lab.setting('preset')).toBe('custom');
  });

  test('a refused text goes when its setting is moved otherwise', async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    const exact = page.getByLabel('Shots K, exact value');
    await exact.fill('abc');
    await exact.press('Enter');
    await expect(page.getByText('It must be a whole number from 1 to 100.')).toBeVisible();
    await page.getByRole('slider', { name: 'Shots K' }).press('ArrowRight');
    await expect(exact).toHaveValue('11');
    await expect(page.getByText('It must be a whole number')).toHaveCount(0);
  });

  test('engine times of other settings are not shown', async ({ page }) => {
    const lab = new Lab(page);
    await page.goto(
      './#/omniglot?methods=joint,pixels&filters=8&begin=scratch&jointBatch=8&ways=2&queries=1&engine=simd&characters=procedural',
    );
    await expect(lab.button('Train')).toBeEnabled();
    await page.getByRole('button', { name: 'Measure the engines' }).click();
    await expect(page.getByRole('button', { name: 'Measure the engines again' })).toBeVisible({
      timeout: 150_000,
    });
    const batch = page.getByLabel('Drawings at once, exact value', { exact: true });
    await unfold(page, batch);
    await batch.fill('256');
    await batch.press('Enter');
    await expect(page.getByRole('table', { name: /Milliseconds/ })).toHaveCount(0);
  });
});
