/** The memory lab, by what a person does. With characters that the page makes up: the same on every machine. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsInBothThemes } from './violations';

/** Small enough to train while a test watches. */
const small =
  'characters=procedural&features=pixels&readers=mann,kv,snail,lstm,feedforward,nearest&ways=3&length=10&testLength=12&batch=2&mannHidden=8&mannSlots=8&mannWidth=8&kvWidth=4&kvHeads=1&snailFilters=4&snailWidth=4&lstmHidden=8&feedforwardHidden=8';

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
  await page.getByRole('button', { name: /^SNAIL/ }).click();
  await expect(inside(page)).toContainText('SNAIL: 6 of 6 earlier drawings');
  await expect(inside(page)).toContainText('The second of two layers');
  await page.getByRole('button', { name: /^LSTM/ }).click();
  await expect(inside(page).getByRole('img', { name: /LSTM: 8 numbers/ })).toBeVisible();
  await page.getByRole('button', { name: /^Feed-forward/ }).click();
  await expect(stream(page)).toContainText('Feed-forward keeps nothing');
});

test('a memory that is written in turn says so, and has no gate', async ({ page }) => {
  await open(page, `${small.replace(/readers=[^&]*/, 'readers=mann')}&step=6&mannWriting=fifo`);
  await expect(inside(page)).toContainText('MANN: 8 of 8 slots');
  await expect(inside(page)).toContainText('each slot in turn');
  await expect(inside(page)).not.toContainText('a free slot');
  // Two heads, eight slots: after the fourth drawing all are full.
  await expect(inside(page).getByRole('listitem', { name: /free/ })).toHaveCount(0);
});

test('a memory for rare events files by a rule, in the same slots, without being trained; its slots are a setting that acts at once', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await open(page, `${small.replace(/readers=[^&]*/, 'readers=rare')}&step=8&rareSlots=4`);
  await expect(inside(page)).toContainText('Rare events: 4 of 4 slots');
  await expect(inside(page)).toContainText('over the oldest slot');
  await expect(inside(page).getByRole('listitem')).toHaveCount(4);
  await expect(stream(page)).not.toContainText('It is not trained yet.');
  await expect(page.getByText('a wrong one costs the oldest slot its place')).toBeVisible();
  await inside(page).getByRole('button', { name: 'Data table' }).click();
  await expect(page.getByRole('columnheader', { name: 'Age, drawings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(instances(page)).toContainText('1,000 of 1,000');
  expect(faults).toEqual([]);
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
  const lab = await open(page, small.replace('mann,kv,snail,lstm,feedforward,nearest', 'kv'));
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

test('streams are read before with nothing wiped: said of the stream and beside an empty memory over many, in the link, and taken back', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await open(page, `${small}&reader=nearest&step=11`);
  const first = page.getByRole('combobox', { name: 'Read first' });
  await first.selectOption('2');
  await expect(stream(page)).toContainText(
    /Nearest, keeps all has read 2 streams before and wiped nothing: \d+ of 12 right up to here, \d+ with an empty memory/,
  );
  await expect(stream(page)).toContainText('of what it reads now comes from streams before');
  await expect(instances(page)).toContainText(
    /At the 2nd sighting Nearest, keeps all is right in \d+% after 2 streams without wiping, in \d+% with an empty memory/,
  );
  await page.getByRole('combobox', { name: 'Their characters' }).selectOption('relabelled');
  await expect(stream(page)).toContainText('It said the label of the stream before');
  await expect(page).toHaveURL(/before=2&beforeOf=relabelled/);
  // Whoever knows that labels are others than before may be above it.
  await expect(instances(page)).not.toContainText('nobody can be above');
  await page.reload();
  await expect(first).toHaveValue('2');
  await expect(stream(page)).toContainText('It said the label of the stream before');
  await page.getByRole('button', { name: /^MANN/ }).click();
  // Later, eight slots hold this stream alone.
  await steps(page).focus();
  await page.keyboard.press('Home');
  await expect(inside(page)).toContainText('older');
  await first.selectOption('0');
  await expect(stream(page)).not.toContainText('wiped nothing');
  await expect(page).not.toHaveURL(/before=/);
  expect(faults).toEqual([]);
});

test('labels move in mid-stream: who follows how soon is said of the stream and over many, by sighting since', async ({
  page,
}) => {
  await open(page, `${small}&reader=nearest&step=6`);
  await page.getByRole('button', { name: 'Move the labels from drawing 7 on' }).click();
  await expect(stream(page)).toContainText(
    /Labels moved at drawing 7. Since then Nearest, keeps all was right \d+ of 1 times/,
  );
  await expect(instances(page)).toContainText('sighting since labels moved');
  await expect(instances(page)).toContainText(
    /Labels moved at drawing 7: Nearest, keeps all is right in \d+% at the first sighting since/,
  );
  await steps(page).focus();
  await page.keyboard.press('End');
  await expect(
    stream(page).getByRole('button', { name: /^Go to drawing 7, .*Labels moved here\.$/ }),
  ).toBeVisible();
  await expect(page).toHaveURL(/shuffle=6(&|$)/);
  await page.reload();
  await expect(stream(page)).toContainText('Labels moved at drawing 7');
  await page.getByRole('button', { name: 'Labels move at drawing 7: leave them' }).click();
  await expect(stream(page)).not.toContainText('Labels moved');
  await expect(page).not.toHaveURL(/shuffle=/);
});

test('a person draws into the stream, draws it again, and sees whether it is known; the link has both', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await open(page, `${small}&reader=nearest&step=4`);
  await page.getByRole('button', { name: 'Draw this one' }).click();
  const own = page.getByRole('region', { name: 'A drawing of yours' });
  await expect(own).toContainText('Drawing 5');
  await own.getByRole('combobox', { name: 'Its label' }).selectOption('2');
  const pad = own.getByRole('application');
  // Wherever the page stood.
  await expect(pad).toBeInViewport({ ratio: 1 });
  const box = (await pad.boundingBox())!;
  for (const dy of [0, 0.3]) {
    await page.mouse.move(box.x + 0.2 * box.width, box.y + (0.3 + dy) * box.height);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.8 * box.width, box.y + (0.4 + dy) * box.height, { steps: 5 });
    await page.mouse.up();
  }
  await own.getByRole('button', { name: 'Put it in as drawing 5' }).click();
  await expect(stream(page)).toContainText('Drawing 5 is yours, told C after it.');
  // Of one character more than there are labels it cannot be said how many are left.
  await expect(stream(page)).toContainText('for the first time: nothing was told of it.');
  // By keyboard: one that is ready.
  await steps(page).focus();
  await page.keyboard.press('End');
  const ready = own.getByRole('button', { name: 'A ready one' });
  await ready.focus();
  await page.keyboard.press('Enter');
  await own.getByRole('button', { name: 'Put it in as drawing 12' }).focus();
  await page.keyboard.press('Enter');
  await expect(stream(page)).toContainText(
    /Drawing 12 is yours, the 2nd of label C: Nearest, keeps all says [A-C], 100% sure/,
  );
  await expect(page).toHaveURL(/drawn=4\.2(:|%3A)[\w-]+(,|%2C)11\.2(:|%3A)/);
  await page.reload();
  await expect(stream(page)).toContainText('Drawing 5 is yours, told C after it.');
  await page.getByRole('button', { name: 'Drawing 12 is yours: take it out' }).click();
  await expect(stream(page)).not.toContainText('Drawing 12 is yours');
  await page.getByRole('button', { name: 'New stream' }).click();
  await expect(page).not.toHaveURL(/drawn=/);
  expect(faults).toEqual([]);
});

/** As small, with strings. */
const withStrings = small.replace('ways=3', 'ways=3&labels=strings');

test('labels are strings of five letters: in the film, told wrongly, drawn, and right with all five; people are asked for one-hot labels only', async ({
  page,
}) => {
  const faults = faultsOf(page);
  const lab = await open(page, `${withStrings}&reader=nearest&step=6`);
  const film = stream(page).getByRole('list', { name: 'Drawings before' });
  await expect(
    film.getByRole('button', { name: /^Go to drawing 1, told [a-e]{5}\./ }),
  ).toBeVisible();
  await expect(told(page).getByRole('option', { name: /^[a-e]{5}, the right one$/ })).toHaveCount(
    1,
  );
  await expect(told(page).getByRole('option', { name: /^[a-e]{5}, wrong$/ })).toHaveCount(2);
  await told(page).selectOption({ index: 0 });
  await expect(instances(page)).toContainText('all five letters');
  await expect(instances(page)).toContainText('one of 3 strings: 33.3%');
  await expect(instances(page)).toContainText('one of 3,125 strings');
  await expect(instances(page)).toContainText('nobody can be above 0.03%');
  await expect(instances(page).locator('[data-part=ceiling]')).toHaveCount(0);
  await expect(stream(page)).toContainText('People answer one-hot labels only');
  await expect(page.getByRole('button', { name: 'You first' })).toHaveCount(0);
  for (const name of ['MANN', 'Attention', 'SNAIL', 'LSTM', 'Feed-forward']) {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await expect(stream(page)).toContainText(`says ${name}`);
    const wide = await inside(page)
      .getByRole('listitem')
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
    expect(wide, `${name}: strings stay within their cells`).toBe(0);
  }
  await lab.trainTo(3);
  await expect(page.getByRole('figure', { name: 'Meta-training' })).toContainText('5 ln 5');
  await expect(page).toHaveURL(/labels=strings/);
  // A link that has a person answer is read without.
  await open(page, `${withStrings}&you=on`);
  await expect(steps(page)).toBeVisible();
  await expect(you(page)).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('with fifteen characters the second table of the paper stands beside, without people', async ({
  page,
}) => {
  await open(
    page,
    withStrings.replace('ways=3', 'ways=15').replace('testLength=12', 'testLength=40'),
  );
  await expect(instances(page)).toContainText('Santoro et al. 2016, table 2');
  await expect(instances(page).locator('[data-part=published]')).toHaveCount(3);
  await instances(page).getByRole('button', { name: 'Data table' }).click();
  await expect(page.getByRole('columnheader', { name: 'MANN, published' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'People, published' })).toHaveCount(0);
});

test('a network with strings is tested on more characters and longer streams than it was trained with, beside those; one with one-hot labels has no outputs for them, and the page says so', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await open(page, `${withStrings}&beyond=4&testLength=30&reader=mann`);
  await expect(stream(page)).toContainText('7 characters, 30 drawings');
  await expect(stream(page)).toContainText('says MANN');
  await expect(instances(page)).toContainText(
    /Past training: at the 2nd sighting MANN is right in \d+% with 7 characters and 30 drawings, in \d+% with the 3 and 10 of training \(dotted\)/,
  );
  await instances(page).getByRole('button', { name: 'Data table' }).click();
  await expect(
    page.getByRole('columnheader', { name: 'MANN, streams as in training' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(stream(page).getByRole('note')).toHaveCount(0);
  await open(page, `${small}&beyond=4`);
  await expect(stream(page).getByRole('note')).toContainText(
    'a trained network has 3 outputs: to 7 characters it has no answer',
  );
  await page.getByRole('button', { name: /^Nearest/ }).click();
  await expect(stream(page)).toContainText('says Nearest, keeps all');
  expect(faults).toEqual([]);
});

const you = (page: Page) => stream(page).locator('[data-part=you]');
const beside = (page: Page) => stream(page).getByRole('table', { name: /^Right on the same/ });

test('a person goes first by digits, letters and buttons: nobody’s answer and no label to come is in sight, and answers add up over streams and reloads', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await open(page, small.replace('testLength=12', 'testLength=6'));
  await page.getByRole('button', { name: 'You first' }).click();
  await expect(page).toHaveURL(/you=on/);
  await expect(page).toHaveURL(/stream=1(&|$)/);
  await expect(you(page)).toContainText('1 of 6');
  await expect(you(page).getByRole('img', { name: 'Drawing 1, in sight' })).toBeVisible();
  // What contenders say, keep and score would tell, and so would the number of the sighting.
  await expect(inside(page)).toHaveCount(0);
  await expect(steps(page)).toHaveCount(0);
  await expect(stream(page)).not.toContainText('MANN');
  await expect(page.getByRole('button', { name: 'MANN', exact: true })).toBeVisible();

  await page.keyboard.press('1');
  await expect(you(page)).toContainText('2 of 6');
  await expect(you(page).getByRole('status')).toContainText(/^Drawing 1 was [A-C]/);
  await page.keyboard.press('b');
  await expect(you(page)).toContainText('3 of 6');
  // There is no fourth label.
  await page.keyboard.press('4');
  await you(page).getByRole('button', { name: 'It is C' }).click();
  await expect(you(page)).toContainText('4 of 6');
  await expect(beside(page)).toHaveAccessibleName(/^Right on the same 3 drawings/);
  await expect(beside(page).getByRole('row', { name: /^You/ })).toContainText(/\d of 3$/);
  await expect(beside(page).getByRole('row', { name: /^LSTM/ })).toContainText(/\d of 3$/);

  await page.reload();
  await expect(you(page)).toContainText('4 of 6');
  await expect(you(page).getByRole('img', { name: 'Drawing 4, in sight' })).toBeVisible();
  for (const place of ['5 of 6', '6 of 6']) {
    await page.keyboard.press('1');
    await expect(you(page)).toContainText(place);
  }
  await page.keyboard.press('1');
  // All is told now.
  await expect(beside(page)).toHaveAccessibleName(/^Right on the same 6 drawings/);
  await expect(inside(page)).toBeVisible();
  await expect(instances(page)).toContainText('you, 6 answers so far');
  await instances(page).getByRole('button', { name: 'Data table' }).click();
  await expect(page.getByRole('columnheader', { name: 'You, answers' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Another stream' }).click();
  await expect(page).toHaveURL(/stream=2(&|$)/);
  await expect(you(page)).toContainText('1 of 6');
  await page.keyboard.press('2');
  await expect(instances(page)).toContainText('you, 7 answers so far');
  await you(page).getByRole('button', { name: 'Back to the others' }).click();
  await expect(steps(page)).toBeVisible();
  await expect(page).not.toHaveURL(/you=/);
  expect(faults).toEqual([]);
});

test('a person’s answers are forgotten, and brought back', async ({ page }) => {
  await open(page, small.replace('testLength=12', 'testLength=5'));
  await page.getByRole('button', { name: 'You first' }).click();
  for (let at = 1; at <= 5; at++) {
    await expect(you(page)).toContainText(`${at} of 5`);
    await expect(you(page).getByRole('img', { name: `Drawing ${at}, in sight` })).toBeVisible();
    await page.keyboard.press('a');
  }
  await page.getByRole('button', { name: 'Forget my answers (5)' }).click();
  await expect(instances(page)).not.toContainText('Diamonds');
  await page.getByRole('button', { name: 'Bring them back' }).click();
  await expect(instances(page)).toContainText('you, 5 answers so far');
});

test('on a phone the labels are large enough for a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/data/omniglot.pack', (route) => route.abort());
  await page.goto(`./#/memory?${small.replace('ways=3', 'ways=15')}&you=on`);
  await expect(you(page).getByRole('img', { name: 'Drawing 1, in sight' })).toBeVisible();
  const labels = you(page).getByRole('list', { name: 'Labels' }).getByRole('button');
  await expect(labels).toHaveCount(15);
  for (const label of await labels.all()) {
    const box = (await label.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('axe finds nothing, light and dark, whatever is inside', async ({ page }) => {
  await open(page, `${small}&step=6`);
  await expect(instances(page)).toContainText('1,000 of 1,000');
  for (const name of ['MANN', 'Attention', 'SNAIL', 'LSTM', 'Feed-forward']) {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    expect(await violationsInBothThemes(page)).toEqual([]);
  }
});

test('axe finds nothing, light and dark, while a person draws, and while one answers', async ({
  page,
}) => {
  await open(page, `${small}&step=6`);
  await page.getByRole('button', { name: 'Draw this one' }).click();
  await expect(page.getByRole('region', { name: 'A drawing of yours' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Read first' }).selectOption('1');
  await expect(stream(page)).toContainText('wiped nothing');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'You first' }).click();
  await expect(you(page).getByRole('img', { name: /in sight$/ })).toBeVisible();
  await page.keyboard.press('1');
  await expect(beside(page)).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('where the frozen network cannot be loaded drawings go in as pixels, and the page says so', async ({
  page,
}) => {
  await page.route('**/checkpoints/omniglot-prototypical.json', (route) => route.abort());
  const lab = await open(page, small.replace('features=pixels&', ''));
  await expect(stream(page).getByRole('note')).toContainText('could not be loaded');
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(1);
});

test('trained ones whose frozen network the worker cannot load begin untrained, and nothing says otherwise', async ({
  page,
}) => {
  let asked = 0;
  await page.route('**/checkpoints/omniglot-prototypical.json', (route) => {
    asked += 1;
    // The page itself is served.
    return asked === 1 ? route.continue() : route.abort();
  });
  const lab = await open(page, `${trained}&readers=kv&workers=1`);
  await expect(stream(page).getByRole('note').first()).toContainText('could not be loaded');
  await expect(stream(page)).toContainText('these begin untrained');
  await expect(stream(page)).toContainText('It is not trained yet.');
  await expect(page.getByText(/methods? trained beforehand/)).toHaveCount(0);
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(1);
});

test('a label that there is not is named, and left out of the address', async ({ page }) => {
  await open(page, `${small.replace('ways=3', 'ways=5')}&edits=2:1,7:9`);
  await expect(page.getByRole('alert').filter({ hasText: '7:9' })).toBeVisible();
  await expect(page).toHaveURL(/edits=2(:|%3A)1(&|$)/);
});

/** Characters that the page makes up, at the settings of those that are shipped. */
const trained = 'preset=memory-trained&characters=procedural&testLength=20';

test('trained readers know a character again before anything is trained here, say where they come from, and can be left', async ({
  page,
}) => {
  const faults = faultsOf(page);
  await open(page, `${trained}&readers=kv,feedforward`);
  await expect(page.getByText('2 methods trained beforehand')).toBeVisible();
  const training = page.getByRole('figure', { name: 'Meta-training' });
  await expect(training).toContainText('Trained beforehand. Press Train to go on from there.');
  await expect(stream(page)).toContainText('While it reads, its weights do not move.');
  await expect(instances(page)).toContainText('1,000 of 1,000 held-out streams');
  await instances(page).getByRole('button', { name: 'Data table' }).click();
  const second = instances(page).getByRole('row', { name: /^2 / });
  const share = Number.parseFloat((await second.getByRole('cell').nth(1).textContent()) ?? '');
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
