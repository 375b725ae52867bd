import { expect, test } from '@playwright/test';
import { Lab } from './lab';

/** Quick to train, and drawn in one plot. */
const SMALL = 'arrange=overlay&hidden=8&metaBatch=5&contenders=maml,joint&engine=simd';

const pinned = (lab: Lab) => lab.page.locator('[data-pin]');
const ghosts = (lab: Lab, figure: string) => lab.figure(figure).locator('path[opacity="0.75"]');

test('curves stay as ghosts while a setting is changed and the run begins anew', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${SMALL}`);
  await lab.adapted();
  await lab.trainTo(60);
  await lab.lossCurve();
  await lab.button('Pin MAML').click();
  await expect(pinned(lab)).toHaveText(/^1MAML, at [\d,]+$/);
  await expect(ghosts(lab, 'All on one task')).toHaveCount(1);
  await expect(ghosts(lab, 'Loss after k gradient steps')).toHaveCount(1);
  await expect(ghosts(lab, 'Meta-training loss')).toHaveCount(1);
  // With its numbers beside the others.
  for (const figure of ['All on one task', 'Loss after k gradient steps']) {
    await lab.figure(figure).getByRole('button', { name: 'Data table' }).click();
    const column = page.getByRole('columnheader', { name: /^MAML, at [\d,]+$/ });
    await expect(column).toBeVisible();
    await lab.figure(figure).getByRole('button', { name: 'Data table' }).click();
    await expect(column).toHaveCount(0);
  }

  // Named by what differs, as soon as it does.
  await page.getByRole('slider', { name: /^Rate α/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(pinned(lab)).toHaveText(/^1MAML, Rate α 0\.01, at [\d,]+$/);
  await lab.button('Reset').click();
  await expect.poll(() => lab.iteration()).toBe(0);
  await expect(ghosts(lab, 'Loss after k gradient steps')).toHaveCount(1);

  // Of another task it knows nothing.
  await lab.button('New task').click();
  await expect(ghosts(lab, 'All on one task')).toHaveCount(0);
  await expect(ghosts(lab, 'Loss after k gradient steps')).toHaveCount(1);
});

test('up to three are pinned, survive a reload, and each is taken away and brought back', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${SMALL}`);
  await lab.adapted();
  await lab.trainTo(2);
  await lab.lossCurve();
  for (const name of ['MAML', 'Joint pre-training', 'MAML']) {
    await page.getByRole('button', { name: new RegExp(`^${name} loss`) }).click();
    await lab.button(`Pin ${name}`).click();
  }
  await expect(pinned(lab)).toHaveCount(3);
  await expect(lab.button('Pin MAML')).toBeDisabled();
  // Addresses are written a moment later: a reload before that is of the contender before.
  await expect(page).not.toHaveURL(/voice=/);

  await page.reload();
  await lab.adapted();
  await expect(pinned(lab)).toHaveCount(3);
  await expect(lab.button('Pin MAML')).toBeDisabled();

  await page.getByRole('button', { name: /^Take away what is pinned: Joint/ }).click();
  await expect(pinned(lab)).toHaveText([/^1MAML/, /^3MAML/]);
  await expect(lab.button('Pin MAML')).toBeEnabled();
  await lab.button('Pin it again').click();
  await expect(pinned(lab)).toHaveText([/^1MAML/, /^2Joint/, /^3MAML/]);
});

test('what lies damaged in storage is nothing, and the lab opens', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('pins', '[{"number": "many"}'));
  const lab = new Lab(page);
  await page.goto(`./#/regression?${SMALL}`);
  await lab.adapted();
  await expect(pinned(lab)).toHaveCount(0);
  await lab.trainTo(2);
  await lab.lossCurve();
  await lab.button('Pin MAML').click();
  await expect(pinned(lab)).toHaveCount(1);
});

test('the training curves run over meta-iterations, gradients or seconds', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${SMALL}`);
  await lab.adapted();
  await lab.trainTo(40);
  const chart = lab.figure('Meta-training loss');
  const end = async (name: string) => {
    const d = await chart.locator(`path[stroke="var(--${name})"]`).last().getAttribute('d');
    return Number(/([\d.]+),[\d.]+Z?$/.exec(d!)![1]);
  };
  const over = chart.getByRole('combobox', { name: 'Over' });
  await over.selectOption('over gradients');
  await expect(chart).toContainText('gradients and Hessian-vector products');
  await expect(page).toHaveURL(/abscissa=gradients/);
  // One gradient where MAML takes two and a Hessian-vector product.
  await expect.poll(async () => (await end('blue')) > 1.5 * (await end('amber'))).toBe(true);
  await over.selectOption('over seconds');
  await expect(chart).toContainText('seconds of its own computing');
  await expect(chart.locator('path[stroke="var(--blue)"]')).not.toHaveCount(0);
  await expect(page).toHaveURL(/abscissa=seconds/);
  await page.reload();
  await lab.adapted();
  await chart.or(page.locator('#how')).first().scrollIntoViewIfNeeded();
  await expect(over).toHaveValue('seconds');
});
