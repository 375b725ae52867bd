import { expect, test } from '@playwright/test';
import { Lab } from './lab';

test('the engines are measured on this device, and automatic takes the fastest', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open();
  const times = page.getByRole('table', { name: /Milliseconds per meta-iteration/ });
  await page.getByRole('button', { name: 'Measure the engines' }).click();
  await expect(page.getByRole('button', { name: 'Measure the engines again' })).toBeVisible({
    timeout: 120_000,
  });
  await expect(times.getByRole('row')).toHaveCount(5);
  const rows = await times.getByRole('row').evaluateAll((all) =>
    all.map((row) => ({
      engine: row.querySelector('th')!.textContent!,
      ms: Number(row.querySelector('td')!.textContent),
      fastest: row.hasAttribute('data-fastest'),
    })),
  );
  const working = rows.filter((row) => Number.isFinite(row.ms));
  expect(working.length).toBeGreaterThanOrEqual(2);
  const fastest = working.reduce((a, b) => (b.ms < a.ms ? b : a));
  expect(rows.filter((row) => row.fastest)).toEqual([fastest]);
  await expect(lab.status).toContainText(fastest.engine);
  // Kept for the next visit.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Measure the engines again' })).toBeVisible();
});

test('training ends a measurement', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await page.getByRole('button', { name: 'Measure the engines' }).click();
  await expect(page.getByRole('button', { name: 'Measuring …' })).toBeVisible();
  await lab.trainTo(5);
  await expect(page.getByRole('button', { name: 'Measure the engines' })).toBeEnabled();
});

test('what was computed beforehand stands beside the run, and says so', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.trainTo(50);
  await page.getByRole('heading', { name: 'Beside the papers' }).click();
  const table = page.getByRole('table', { name: 'Published, computed beforehand, and now' });
  await expect(table).toContainText('0.4–0.5');
  await expect(page.getByText('npm run reproduce -- sinusoid-10shot --seed 1')).toBeVisible();
  const curve = await lab.lossCurve();
  const row = table.getByRole('row', { name: /^MAML/ });
  const shown = Number(await row.locator('[data-kind=now] dd').nth(1).textContent());
  expect(Math.abs(shown - curve.MAML![1]!)).toBeLessThan(0.01);
  await page.getByRole('combobox', { name: 'Preset' }).selectOption('cubic');
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByText('npm run reproduce -- cubic --seed 1')).toBeVisible();
});
