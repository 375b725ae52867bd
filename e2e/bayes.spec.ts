import { expect, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn } from './violations';

const SMALL = 'hidden=12&metaBatch=5&innerSteps=2&engine=simd&noise=0.3&voice=bayes';

test('Bayes, who knows the family, takes part without training, and the limit stands in the chart', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${SMALL}&contenders=maml,bayes`);
  const compared = page.getByRole('region', { name: 'Compare' });
  const chip = compared.getByRole('listitem').filter({ hasText: 'Bayes, who knows the family' });
  // Of all held-out tasks, noise included: 0.09 at the very least.
  await expect(chip).toContainText(/tasks 0\.(?:09|1\d)$/);
  const before = /[\d.]+$/.exec(await chip.innerText())![0];
  const plot = page.getByRole('figure', { name: 'All on one task' });
  await expect(plot.locator('path[fill="var(--violet)"]').first()).toBeVisible();
  const reading = page.getByRole('region', { name: 'How sure are they?' });
  await expect(reading.getByRole('row').filter({ hasText: 'Bayes' })).toContainText(/\d+%\s*\d+%/);
  await expect(reading).toContainText('without noise it reckons with 0.0001');

  await lab.trainTo(10);
  await expect(chip).toContainText(`tasks ${before}`);
  const curve = page.getByRole('figure', { name: 'Loss after k gradient steps' });
  await expect(curve).toContainText(/best possible from 10 points 0\.1\d/);
  await page.getByRole('button', { name: 'best possible', exact: true }).click();
  await expect(page.getByRole('tooltip')).toContainText('of other families it says nothing');
  // The limit is of means.
  await curve.getByRole('button', { name: /^mean: /i }).click();
  await expect(curve).not.toContainText('best possible');

  // The numbers of the chart say how many query points lie within its bands.
  const numbers = await lab.lossCurve();
  const [half, most] = ['50%', '90%'].map(
    (share) => numbers[`Bayes, who knows the family, query points within its band of ${share}`]!,
  );
  expect(half![0]).toBeGreaterThan(0.4);
  expect(half![0]).toBeLessThan(0.6);
  expect(most![10]).toBeGreaterThan(0.85);
  expect(most![10]).toBeLessThan(0.95);

  await page.locator('#how').scrollIntoViewIfNeeded();
  const method = page
    .getByRole('article')
    .filter({ hasText: 'It never trains and has no weights' });
  await expect(method).toBeVisible();
  await expect(page.getByText('It takes no inner step, so there is none to walk')).toBeVisible();
  await lab.button('Bayes, who knows the family').last().click();
  await expect(page.getByRole('figure', { name: 'What it believes' })).toBeVisible();
  expect(await violationsIn(page)).toEqual([]);
});

test('alone it has nothing to train for, and the page says so; without noise the limit is nothing', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto('./#/regression?contenders=bayes&engine=simd&metaBatch=2&voice=bayes');
  await expect(page.getByText('Nobody here has anything to learn')).toBeVisible();
  await lab.trainTo(20);
  const curve = page.getByRole('figure', { name: 'Loss after k gradient steps' });
  await expect(curve).toContainText('best possible from 10 points 0.00');
  await page.getByRole('button', { name: 'best possible', exact: true }).click();
  await expect(page.getByRole('tooltip')).toContainText(
    'It is nearly zero as there is no noise: 2 points determine nearly every sinusoid.',
  );
});

test('the limit comes to a run that rests before what shows it is there', async ({ page }) => {
  let arrive = () => {};
  const rests = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/assets/Limit-*.js', async (route) => {
    await rests;
    await route.continue();
  });
  const lab = new Lab(page);
  await page.goto(`./#/regression?${SMALL}&contenders=maml`);
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(1);
  const curve = page.getByRole('figure', { name: 'Loss after k gradient steps' });
  await expect(curve).toContainText('600 held-out tasks');
  await expect(curve).not.toContainText('best possible');
  arrive();
  await expect(curve).toContainText(/best possible from 10 points 0\.1\d/);
});

test('on cubics it reads the points by their coefficients, and runs are kept and come back', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto(
    './#/regression?preset=cubic&contenders=bayes&engine=simd&noise=0.1&shots=5&queries=5&voice=bayes',
  );
  const chip = page
    .getByRole('region', { name: 'Compare' })
    .getByRole('listitem')
    .filter({ hasText: 'Bayes, who knows the family' });
  await expect(chip).toContainText(/\d\.\d\d$/);
  await lab.trainTo(20);
  await lab.putAway('regression', 20);
  await page.reload();
  await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(20);
  await expect(chip).toContainText(/\d\.\d\d$/);
});
