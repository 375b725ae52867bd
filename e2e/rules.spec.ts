import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn } from './violations';

/** Quick to train: who learns its steps, who solves, who reads. */
const SMALL =
  'hidden=12&metaBatch=5&innerSteps=2&engine=simd&contenders=maml,imaml,ravi,cnp,acnp&cnpWidth=16&acnpWidth=16';

async function open(page: Page): Promise<Lab> {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${SMALL}`);
  await lab.adapted();
  await lab.trainTo(20);
  return lab;
}

test('the gates of the meta-learner LSTM, and how implicit MAML is solved, can be looked at', async ({
  page,
}) => {
  const lab = await open(page);
  await page.getByRole('heading', { name: 'How each one learns' }).scrollIntoViewIfNeeded();
  await lab.button('The gates, step by step').click();
  const gates = page.getByRole('region', { name: 'Meta-learner LSTM: its gates, step by step' });
  await expect(gates).toContainText(/Forget gates: 0\.9\d+ at the first update, at least 0\.9\d+/);
  await expect(gates.getByRole('table', { name: 'Input gate i' }).locator('tbody td')).toHaveCount(
    4,
  );
  // What a step is made of, and gates against gradients: pictures with their numbers.
  for (const [title, column, least] of [
    // Two layers, two steps.
    ['Decay or descent', 'length of descent', 4],
    ['Input gate against gradient', 'input gate, geometric mean', 10],
  ] as const) {
    const figure = gates.getByRole('figure', { name: title });
    await figure.getByRole('button', { name: 'Data table' }).click();
    await expect(figure.getByRole('columnheader', { name: column })).toBeVisible();
    expect(await figure.locator('tbody tr').count()).toBeGreaterThanOrEqual(least);
    await figure.getByRole('button', { name: 'Data table' }).click();
  }
  await gates.getByRole('radio', { name: '1', exact: true }).check({ force: true });
  await expect(gates).toContainText('At step 1 the size of a gradient counts most in layer');
  // Its start alone, as the address and the list of contenders say.
  await gates
    .getByRole('radio', { name: 'gradient descent from its start' })
    .check({ force: true });
  await expect(gates).toContainText('show its start c₀ alone');
  await expect(page.getByText('its start alone', { exact: true })).toBeVisible();
  await expect.poll(() => page.url()).toContain('raviJudged=descent');
  expect(await violationsIn(page, '[data-part=study]')).toEqual([]);
  await lab.button('Solving in place of unrolling').click();
  const solving = page.getByRole('region', {
    name: 'Implicit MAML: solving in place of unrolling',
  });
  await expect(solving).toContainText(
    /With λ = 30, after 6 products, .+% .+ under 1% in every task/,
  );
  // Held by one outer step: as much with 40 inner steps as with 5; MAML more with each.
  const cells = await solving
    .getByRole('table', { name: 'Held by one outer step, thousand bytes' })
    .locator('td')
    .allInnerTexts();
  const held = cells.map((text) => Number(text.replaceAll(',', '')));
  expect(held).toHaveLength(8);
  expect(new Set(held.filter((_, i) => i % 2 === 0)).size).toBe(1);
  expect(held[7]).toBeGreaterThan(3 * held[1]!);
  expect(await violationsIn(page, '[data-part=study]')).toEqual([]);
});

test('those that read say how sure they are, and that they take no step', async ({ page }) => {
  await open(page);
  const reading = page.getByRole('region', { name: 'How sure are they?' });
  await reading.scrollIntoViewIfNeeded();
  await expect(reading).toContainText('no inner loop, no step');
  await expect(
    reading.getByRole('row').filter({ hasText: 'Attentive neural process' }),
  ).toContainText(/\d+%/);
  expect(await violationsIn(page, 'section[aria-labelledby=reading]')).toEqual([]);
});
