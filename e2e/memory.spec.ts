/** The memory lab, by what a person does. With characters that the page makes up: the same on every machine. */

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

/** Small enough to train while a test watches. */
const small =
  'characters=procedural&features=pixels&readers=mann,kv,lstm,feedforward,nearest&ways=3&length=10&testLength=12&batch=2&mannHidden=8&mannSlots=8&mannWidth=8&kvWidth=4&kvHeads=1&lstmHidden=8&feedforwardHidden=8';

const stream = (page: Page) => page.getByRole('region', { name: 'The stream' });
const steps = (page: Page) => page.getByRole('slider', { name: 'Drawing of the stream' });
const inside = (page: Page) => page.getByRole('figure', { name: 'Inside' });
const instances = (page: Page) => page.getByRole('figure', { name: 'Right at the n-th sighting' });
const told = (page: Page) => page.getByRole('combobox', { name: 'Told next' });

async function open(page: Page, settings = small): Promise<Lab> {
  await page.route('**/data/omniglot.pack', (route) => route.abort());
  await page.goto(`./#/memory?${settings}`);
  await expect(stream(page).getByRole('img', { name: /in sight$/ })).toBeVisible();
  return new Lab(page);
}

const faultsOf = (page: Page): string[] => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // What a test refuses is no fault of the page.
    const refused = message.text().includes('Failed to load resource');
    if (message.type() === 'error' && !refused) faults.push(message.text());
  });
  return faults;
};

test('a stream is stepped through by keyboard and by its drawings, and each label comes one drawing late', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await open(page);
  await steps(page).focus();
  await page.keyboard.press('Home');
  await expect(stream(page)).toContainText('drawing 1 of 12');
  await expect(stream(page)).toContainText('It meets this character for the first time');
  const film = stream(page).getByRole('list', { name: 'Drawings before' });
  await expect(film.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(stream(page)).toContainText('drawing 3 of 12');
  await expect(
    film.getByRole('button', { name: /^Go to drawing 2, told [A-C]\. MANN / }),
  ).toBeVisible();
  await film.getByRole('button', { name: /^Go to drawing 1, / }).click();
  await expect(steps(page)).toHaveValue('0');
  await page.keyboard.press('Tab');
  expect(faults).toEqual([]);
});

test('each contender shows what it keeps: slots, drawings it attends to, a state, or that it keeps nothing', async ({
  page,
}) => {
  await open(page, `${small}&step=6`);
  await expect(inside(page)).toContainText('MANN: 8 of 8 slots');
  await expect(inside(page)).toContainText('a free slot');
  await expect(inside(page).getByRole('listitem')).toHaveCount(8);
  await page.getByRole('button', { name: /^Attention/ }).click();
  await expect(inside(page)).toContainText('6 of 6 earlier drawings');
  // And one that says nothing.
  await expect(inside(page).getByRole('listitem')).toHaveCount(7);
  await page.getByRole('button', { name: /^LSTM/ }).click();
  await expect(inside(page).getByRole('img', { name: /LSTM: 8 numbers/ })).toBeVisible();
  await page.getByRole('button', { name: /^Feed-forward/ }).click();
  await expect(stream(page)).toContainText('Feed-forward keeps nothing');
});

test('a wrong label is told on purpose, does something, is in the link, and is taken back', async ({
  page,
}) => {
  // Nearest neighbour believes what it is told.
  await open(page, `${small}&step=0&reader=nearest`);
  const right = await told(page).inputValue();
  const wrong = right === '0' ? '1' : '0';
  await told(page).selectOption(wrong);
  await expect(stream(page)).toContainText('Its character has not come back yet');
  await expect(page).toHaveURL(new RegExp(`edits=0(:|%3A)${wrong}`));
  await steps(page).focus();
  await page.keyboard.press('End');
  await expect(stream(page)).toContainText(
    /Its character came back (once|\d+ times) since: Nearest/,
  );

  // The last drawing is where the lab opens: it is in no link.
  await expect(page).not.toHaveURL(/step=0(&|$)/);
  await page.reload();
  await expect(stream(page)).toContainText('drawing 12 of 12');
  await expect(stream(page)).toContainText('Drawing 1 was told as');
  await page.getByRole('button', { name: 'Tell the right ones' }).click();
  await expect(stream(page)).not.toContainText('was told as');
  await expect(page).not.toHaveURL(/edits=/);
});

test('accuracy by sighting stands beside chance, the ceiling of the first, and published figures where they are of as many characters', async ({
  page,
}) => {
  await open(page);
  await expect(instances(page)).toContainText('1,000 of 1,000 held-out streams');
  await expect(instances(page)).toContainText('chance 33.3%');
  await expect(instances(page)).toContainText('nobody can be above 61.1%');
  await expect(instances(page)).not.toContainText('Santoro');
  await instances(page).getByRole('button', { name: 'Data table' }).click();
  const row = instances(page).getByRole('row').nth(2);
  await expect(row.getByRole('cell')).not.toHaveCount(0);

  await open(page, small.replace('ways=3', 'ways=5'));
  await expect(instances(page)).toContainText('nobody can be above 45.7%');
  await expect(instances(page)).toContainText('Santoro et al. 2016, table 1');
});

test('it trains, looks back, and comes back to now', async ({ page }) => {
  const faults = faultsOf(page);
  const lab = await open(page, small.replace('mann,kv,lstm,feedforward,nearest', 'kv'));
  await expect(page.getByText('It is not trained yet.')).toBeVisible();
  await lab.trainTo(5);
  await expect(page.getByText('While it reads, its weights do not move.')).toBeVisible();
  await lab.lookBack.focus();
  await page.keyboard.press('Home');
  await expect(stream(page)).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('End');
  await expect(page.getByRole('figure', { name: 'Meta-training' })).toContainText('ln 3');
  expect(faults).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}, whatever is inside`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await open(page, `${small}&step=6`);
    await expect(instances(page)).toContainText('1,000 of 1,000');
    for (const name of ['MANN', 'Attention', 'LSTM', 'Feed-forward']) {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([]);
    }
  });
}

test('where the frozen network cannot be loaded drawings go in as pixels, and the page says so', async ({
  page,
}) => {
  await page.route('**/checkpoints/omniglot-prototypical.json', (route) => route.abort());
  const lab = await open(page, small.replace('features=pixels&', ''));
  await expect(stream(page).getByRole('note')).toContainText('could not be loaded');
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(1);
});

/** Characters that the page makes up, at the settings of those that are shipped. */
const trained = 'preset=memory-trained&characters=procedural&testLength=20';

test('trained readers know a character again before anything is trained here, say where they come from, and can be left', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await open(page, `${trained}&readers=kv,feedforward`);
  await expect(page.getByText('2 methods trained beforehand')).toBeVisible();
  await expect(stream(page)).toContainText('While it reads, its weights do not move.');
  await expect(instances(page)).toContainText('1,000 of 1,000 held-out streams');
  await instances(page).getByRole('button', { name: 'Data table' }).click();
  const second = instances(page).getByRole('row', { name: /^2/ });
  const share = Number.parseFloat((await second.getByRole('cell').nth(0).textContent()) ?? '');
  // Characters that the page makes up are not those that it was trained on: Omniglot's are known better.
  expect(share).toBeGreaterThan(60);
  await page.getByText('2 methods trained beforehand').click();
  await expect(page.getByText('npm run reproduce -- memory-onehot').first()).toBeVisible();
  await page.getByRole('button', { name: 'Begin from scratch' }).click();
  await expect(stream(page)).toContainText('It is not trained yet.');
  await expect(page.getByText('methods trained beforehand')).toHaveCount(0);
  await expect(page).not.toHaveURL(/begin=checkpoint/);
  await page.getByRole('button', { name: 'Take trained ones' }).click();
  await expect(page.getByText('2 methods trained beforehand')).toBeVisible();
  expect(faults).toEqual([]);
});

test('a reader that is missing, damaged or of another network begins untrained, and that is said', async ({
  page,
}) => {
  await page.route('**/checkpoints/memory-kv.json', (route) => route.fulfill({ status: 404 }));
  await page.route('**/checkpoints/memory-lstm.json', (route) =>
    route.fulfill({ body: '{"format":"inner-loop reader 1"' }),
  );
  await open(page, `${trained}&readers=mann,kv,lstm,feedforward&mannHidden=16&mannSlots=8`);
  const alert = page.getByRole('alert').filter({ hasText: 'Some methods begin untrained' });
  await expect(alert).toContainText('404');
  await expect(alert).toContainText('the file is damaged');
  await expect(alert).toContainText('MANN: it was trained with another network');
  await expect(page.getByText('One method trained beforehand')).toBeVisible();
  await expect(page.getByText('begins untrained').first()).toBeVisible();
});
