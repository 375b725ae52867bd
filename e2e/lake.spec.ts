/** Lake's test, by what a person does. Without the dataset: the same questions on every machine. */

import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { answerOf, officialFiles, officialLike } from '../src/tasks/glyphs/inventedRuns';
import { violationsIn } from './violations';

const letter = (place: number) => String.fromCharCode(97 + place);

async function open(page: Page) {
  await page.route('**/data/omniglot.pack', (route) => route.abort());
  await page.goto('./#/omniglot?characters=procedural&test=lake');
  await expect(drawings(page)).toHaveCount(20);
}

const lake = (page: Page) => page.locator('[data-lake]');
const drawings = (page: Page) => lake(page).locator('ul[aria-label="The twenty drawings"] svg');
const at = (page: Page, number: number) =>
  expect(
    lake(page)
      .getByRole('status')
      .filter({ hasText: `${number} of 20` }),
  ).toHaveCount(1);

test('twenty questions by keyboard and by taps, then everybody’s errors and what was misread', async ({
  page,
}) => {
  await open(page);
  await expect(lake(page)).toContainText('These are not the official questions');
  await expect(lake(page)).toContainText('This test needs eyes');
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeHidden();
  expect(await violationsIn(page, '[data-lake]')).toEqual([]);
  // A letter chooses, Enter answers; nothing is told.
  await page.keyboard.press('c');
  const c = lake(page).getByRole('button', { name: 'drawing C' });
  await expect(c).toHaveAttribute('aria-pressed', 'true');
  await expect(c).toBeFocused();
  await page.keyboard.press('Enter');
  await at(page, 2);
  await lake(page).getByRole('button', { name: 'I do not know' }).click();
  await at(page, 3);
  await lake(page).getByRole('button', { name: 'drawing T' }).click();
  await lake(page)
    .getByRole('button', { name: /^It is T/ })
    .click();
  for (let number = 4; number <= 20; number++) {
    await at(page, number);
    await expect(drawings(page)).toHaveCount(20);
    await expect(lake(page).getByRole('table')).toHaveCount(0);
    await page.keyboard.press('a');
    await page.keyboard.press('a');
  }
  const title = lake(page).getByRole('heading', { name: /^You misread \d+ of these 20; / });
  await expect(title).toBeFocused();
  for (const name of ['You', 'People', 'BPL', 'Prototypical', 'Modified Hausdorff', 'pixels']) {
    await expect(lake(page).getByRole('row').filter({ hasText: name })).toContainText('%');
  }
  const counted = lake(page).getByRole('row').filter({ hasText: 'Modified Hausdorff' });
  await expect(counted).toContainText(/\d+ of 400/, { timeout: 90_000 });
  // Whoever did not answer misread it.
  await expect(lake(page).getByText('not answered')).toHaveCount(1);
  expect(await violationsIn(page, '[data-lake]')).toEqual([]);
  await lake(page).getByRole('button', { name: 'Another round' }).click();
  await at(page, 1);
  await expect(page).toHaveURL(/episode=1/);
  await lake(page).getByRole('button', { name: 'Leave the test' }).click();
  await expect(page.getByRole('region', { name: 'Episode' })).toBeVisible();
});

test('the official questions are taken from a file, and refused with the reason', async ({
  page,
}) => {
  await open(page);
  await lake(page).getByText('Bring the official questions').click();
  const file = lake(page).getByLabel('all_runs.zip');
  const bytes = Buffer.from(officialLike());
  const cut = bytes.subarray(0, bytes.length - 900);
  await file.setInputFiles({ name: 'cut.zip', mimeType: 'application/zip', buffer: cut });
  const refused = lake(page).getByRole('alert');
  await expect(refused).toContainText('cut.zip: The zip is damaged or ends too early');
  const { 'run07/test/item03.png': _gone, ...incomplete } = officialFiles();
  for (const [name, files, why] of [
    ['lacking.zip', incomplete, 'run07/test/item03.png'],
    ['foreign.zip', { 'notes.txt': strToU8('Nothing of it.') }, 'foreign.zip'],
  ] as const) {
    const buffer = Buffer.from(zipSync(files));
    await file.setInputFiles({ name, mimeType: 'application/zip', buffer });
    await expect(refused).toContainText(why);
    await expect(lake(page)).toContainText('These are not the official questions');
  }
  await file.setInputFiles({ name: 'all_runs.zip', mimeType: 'application/zip', buffer: bytes });
  await expect(lake(page)).toContainText('These are the official questions');
  for (let index = 0; index < 20; index++) {
    await at(page, index + 1);
    await expect(drawings(page)).toHaveCount(20);
    // The first round asks the item of the run's own number.
    const right = letter(answerOf(index + 1, index));
    await page.keyboard.press(right);
    await page.keyboard.press(right);
  }
  await expect(
    lake(page).getByRole('heading', { name: /^You misread 0 of these 20/ }),
  ).toBeVisible();
  await expect(lake(page)).toContainText('None of these twenty.');
});
