import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn } from './violations';

/** Quick to train; two steps in the inner loop, so that there is a way back through both. */
const SMALL = 'hidden=12&metaBatch=5&innerSteps=2&engine=simd&contenders=maml,joint,random';

const microscope = (page: Page) => page.getByRole('region', { name: /line by line$/ });
const lit = (page: Page) => microscope(page).locator('[aria-current=step]');

async function open(page: Page, settings = SMALL): Promise<Lab> {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${settings}`);
  await lab.adapted();
  await lab.trainTo(20);
  await page.getByRole('heading', { name: 'How each one learns' }).scrollIntoViewIfNeeded();
  await lab.button('Walk through the next meta-iteration').click();
  await expect(lit(page)).toContainText('Draw tasks');
  return lab;
}

test('a meta-iteration is walked line by line, and then trained', async ({ page }) => {
  const lab = await open(page);
  const at = await lab.iteration();
  await expect(microscope(page).getByRole('heading').first()).toContainText(
    `MAML, meta-iteration ${(at + 1).toLocaleString('en')}`,
  );
  const expected = [
    [/Gradient on the support points\s*step 1 of 2/, /the gradient says how every weight should/],
    [/Step in the inner loop\s*step 1 of 2/, /the support loss goes from [\d.]+ to [\d.]+/],
    [/Gradient on the support points\s*step 2 of 2/, /Its length is [\d.]+/],
    [/Step in the inner loop\s*step 2 of 2/, /the query loss from [\d.]+ to [\d.]+/],
    [/Gradient on the query points/, /the adapted φ has loss [\d.]+/],
    [/Carry it back through the step\s*step 2 of 2/, /turns by [\d.]+° and changes by [\d.]+%/],
    [/Carry it back through the step\s*step 1 of 2/, /first-order MAML leaves out/],
    [/Mean over tasks/, /What 5 tasks ask for, averaged: length [\d.]+/],
    [/Step in the outer loop/, /come to a loss of [\d.]+ after adaptation; it was [\d.]+/],
  ] as const;
  for (const [line, said] of expected) {
    await lab.button('Next line').click();
    await expect(lit(page)).toContainText(line);
    await expect(microscope(page)).toContainText(said);
  }
  await expect(lab.button('Next line')).toBeDisabled();
  // Walking trains nothing.
  expect(await lab.iteration()).toBe(at);
  await lab.button('Train this meta-iteration').click();
  await expect.poll(() => lab.iteration()).toBe(at + 1);
  await expect(microscope(page).getByRole('heading').first()).toContainText(
    `meta-iteration ${(at + 2).toLocaleString('en')}`,
  );
  await expect(lit(page)).toContainText('Draw tasks');
});

test('back, by keyboard, by a line’s name, by itself, and by its address', async ({ page }) => {
  const lab = await open(page);
  const place = page.getByRole('slider', { name: 'Place in the record' });
  await place.focus();
  await page.keyboard.press('End');
  await expect(lit(page)).toContainText('Step in the outer loop');
  await page.keyboard.press('ArrowLeft');
  await expect(lit(page)).toContainText('Mean over tasks');
  await lab.button('Back').click();
  await expect(lit(page)).toContainText('Carry it back');
  await page.getByRole('button', { name: 'Gradient on the query points' }).click();
  await expect(place).toHaveValue('5');
  await expect(place).toHaveAttribute(
    'aria-valuetext',
    '5 of 9: Gradient on the query points, at φ',
  );

  await microscope(page).getByRole('combobox').selectOption('task 4 of 5');
  await expect(page).toHaveURL(/microscope=open&line=5&focus=3/);
  await page.reload();
  await page.getByRole('heading', { name: 'How each one learns' }).scrollIntoViewIfNeeded();
  await expect(lit(page)).toContainText('Gradient on the query points');
  await expect(microscope(page).getByRole('combobox')).toHaveValue('3');

  // Through the lines that are left, and on to the next meta-iteration.
  const at = await lab.iteration();
  await lab.button('Play').click();
  await expect(lit(page)).toContainText('Step in the outer loop');
  await expect.poll(() => lab.iteration()).toBe(at + 1);
  await expect(lit(page)).toContainText('Gradient on the support points');
  await lab.button('Stop').click();
  await expect(lab.button('Play')).toBeVisible();
});

const gear = (page: Page, name: string) =>
  microscope(page).getByRole('radio', { name, exact: true });

test('a gear for each pace, changed while it plays; the run is the same run', async ({ page }) => {
  const lab = await open(page);
  const at = await lab.iteration();
  await gear(page, 'task').check({ force: true });
  await lab.button('Play').click();
  await expect(lit(page)).toContainText('Carry it back');
  await expect(microscope(page).getByRole('combobox')).toHaveValue('2');
  expect(await lab.iteration()).toBe(at);
  // By keyboard, as any choice of one of a few.
  await gear(page, 'task').focus();
  await page.keyboard.press('ArrowRight');
  await expect(gear(page, 'meta-iteration')).toBeChecked();
  await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(at + 2);
  await expect(lit(page)).toContainText('Step in the outer loop');
  await gear(page, 'full speed').check({ force: true });
  await expect(lab.status).toContainText('left');
  await expect(microscope(page)).toContainText('A record is of the run at rest');
  await gear(page, 'line').check({ force: true });
  await expect(lab.status).toContainText('paused');
  await expect(lit(page)).toBeVisible();
  await lab.button('Stop').click();
  // Who pauses the run stops what plays at full speed, too.
  await gear(page, 'full speed').check({ force: true });
  await lab.button('Play').click();
  await expect(lab.status).toContainText('left');
  await lab.button('Pause').click();
  await expect(lab.status).toContainText('paused');
  await expect(lab.button('Play')).toBeVisible();
});

test('it says why there is no record, and has one again', async ({ page }) => {
  const lab = await open(page);
  await lab.button('Train').click();
  await expect(microscope(page)).toContainText('Pause the training');
  await lab.button('Pause').click();
  await expect(lit(page)).toBeVisible();
  await page.getByRole('slider', { name: 'Meta-iteration', exact: true }).focus();
  await page.keyboard.press('Home');
  await expect(microscope(page)).toContainText('Come back to now');
  await page.keyboard.press('End');
  await expect(lit(page)).toBeVisible();
  await page.getByRole('radio', { name: 'Random initialisation' }).check({ force: true });
  await expect(microscope(page)).toContainText('θ stays what it was when it was drawn');
  await page.getByRole('radio', { name: 'Joint pre-training' }).check({ force: true });
  await lab.button('Next line').click();
  await expect(lit(page)).toContainText('Gradient on the points of all tasks');
  await lab.button('Close').click();
  await expect(microscope(page)).toHaveCount(0);
});

for (const [width, theme] of [
  [1280, 'light'],
  [390, 'dark'],
] as const) {
  test(`nothing is off screen and axe finds nothing at ${width} px, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 844 });
    const lab = await open(page);
    for (let line = 0; line < 6; line++) await lab.button('Next line').click();
    await expect(lit(page)).toContainText('Carry it back');
    for (const formula of await microscope(page).locator('[class*=_formula_]').all()) {
      await formula.scrollIntoViewIfNeeded();
      await expect(formula.locator('.katex').first()).toBeVisible();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await violationsIn(page, '[data-part=microscope]')).toEqual([]);
  });
}

test('a line is left blank, filled wrongly, and what was chosen is trained beside MAML', async ({
  page,
}) => {
  const lab = await open(page);
  await lab.button('Second pass: leave a line blank').click();
  const pass = microscope(page).getByRole('region', { name: 'Which is the line?' });
  await expect(pass).not.toContainText('loss after one step is');
  for (const [option, outcome] of [
    ['v', 'This is first-order MAML'],
    ['v + αHv', 'The wrong sign'],
    ['v − αHv', 'This is MAML'],
  ] as const) {
    await pass.getByRole('radio', { name: option, exact: true }).check({ force: true });
    await expect(pass).toContainText(outcome);
  }
  expect(await violationsIn(page, '[data-part=faded]')).toEqual([]);
  await lab.button('Show the line').click();
  await expect(pass).toHaveCount(0);
});

/** A memory that is quick to train. */
const MEMORY = './#/memory?characters=procedural&length=10&batch=4&mannSlots=8&mannHidden=16';

/** The other labs: what opens it, a line on the way, and what is said there. */
const others = [
  {
    address:
      './#/omniglot?characters=procedural&begin=scratch&preset=scratch&methods=maml,prototypical',
    ready: 'Draw tasks',
    lines: [
      ['Gradient on the support points', /Its length is [\d.]+/],
      ['Step in the inner loop', /the query loss from [\d.]+ to [\d.]+/],
      ['Gradient on the query points', /the adapted φ has loss [\d.]+/],
    ],
  },
  {
    address:
      './#/omniglot?characters=procedural&begin=scratch&preset=scratch&methods=maml,prototypical&walked=prototypical',
    ready: 'Draw an episode',
    lines: [
      ['Embed every drawing', /The network makes \d+ numbers/],
      ['Compare with prototypes', /to its own is -?[\d.,]+, to the nearest other -?[\d.,]+/],
      ['Make probabilities of it', /The character that the query is of gets [\d.]+%/],
      ['Minus the logarithm', /−log p is [\d.]+.* and \d+ are recognised/],
    ],
  },
  {
    address: './#/optimizers?begin=scratch&raceProblems=16&raceSteps=10',
    ready: 'Problems, and where they stand',
    lines: [
      ['Gradient of the problem', /the gradient of this coordinate is -?[\d.,]+/],
      ['The network proposes an update', /an update of -?[\d.×\s⁻\d]+/],
      ['Take it', /f goes from [\d.,]+ to [\d.,]+/],
    ],
  },
  {
    address: `${MEMORY}&readers=mann,kv,lstm`,
    ready: 'Draw streams',
    lines: [
      ['The controller takes it in', /nothing was told yet/],
      ['A key, what to write, a gate', /open by [\d.]+%/],
      ['Find the slots used least', /Slot \d+ is free for head \d/],
      ['Where to write', /Most is written to slot \d+: [\d.]+%/],
      ['Wipe the free slot, and write', /Slot \d+ is wiped/],
      ['Address: compare the key with every slot', /at a cosine of −?[\d.]+/],
      ['Weigh: a softmax over slots', /slot \d+ is read with [\d.]+%/],
      ['Read: slots by their weights', /of length [\d.]+/],
      ['Answer', /−log p is [\d.]+/],
      ['Usage fades, and is added to', /Slot \d+ has most/],
    ],
  },
  {
    address: `${MEMORY}&readers=kv,snail,lstm&reader=kv`,
    ready: 'Draw streams',
    lines: [
      ['File the drawing before', /Nothing was before/],
      ['A query of the drawing of now', /a query of drawing 1/],
      ['Address: compare it with every key', /says nothing: a score of/],
      ['Weigh: a softmax over items', /the greatest is 100%/],
      ['Read: values by their weights', /of length [\d.]+/],
    ],
  },
] as const;

for (const [i, { address, ready, lines }] of others.entries()) {
  for (const [width, theme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    test(`elsewhere, ${i + 1}: walked at ${width} px, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 844 });
      const lab = new Lab(page);
      await page.goto(address);
      const how = page.locator('#how');
      await how.scrollIntoViewIfNeeded();
      const walk = lab.button('Walk through the next meta-iteration');
      await walk.focus();
      await page.keyboard.press('Enter');
      await expect(lit(page)).toContainText(ready);
      for (const [line, said] of lines) {
        await lab.button('Next line').click();
        await expect(lit(page)).toContainText(line);
        await expect(microscope(page)).toContainText(said);
      }
      await lab.button('Back').click();
      await expect(lit(page)).toContainText(lines.at(-2)![0]);
      await page.getByRole('slider', { name: 'Place in the record' }).focus();
      await page.keyboard.press('End');
      await expect(microscope(page)).toContainText(/it was [\d.,]+/);
      await gear(page, 'line').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect(gear(page, 'meta-iteration')).toBeChecked();
      const player = microscope(page).getByRole('button', { name: /^(Play|Stop)$/ });
      await player.click();
      await expect
        .poll(() => microscope(page).getByRole('heading').first().textContent())
        .toContain('meta-iteration 2');
      await player.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await violationsIn(page, '[data-part=microscope]')).toEqual([]);
    });
  }
}

test('a stream is walked from drawing to drawing, whoever reads it', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto(`${MEMORY}&readers=mann,lstm,feedforward`);
  await page.locator('#how').scrollIntoViewIfNeeded();
  await lab.button('Walk through the next meta-iteration').click();
  await expect(lit(page)).toContainText('Draw streams');
  await page.getByRole('button', { name: 'Address: compare the key with every slot' }).click();
  // At another drawing the same line is lit; what slots hold, and the numbers of lines passed, stand in the table.
  await microscope(page)
    .getByRole('button', { name: /^Go to drawing 7/ })
    .click();
  await expect(lit(page)).toContainText(/Address.*step 7 of 10/);
  await expect(microscope(page).getByRole('img', { name: 'Drawing 7' })).toBeVisible();
  const table = microscope(page).getByRole('table');
  await expect(table.locator('td[data-now]').first()).toHaveText(/^−?[\d.]+$/);
  await expect(table.locator('tbody tr').first().locator('td').last()).toHaveText('');
  await microscope(page).getByRole('radio', { name: '2', exact: true }).check({ force: true });
  await expect(table).toContainText('Head 2 of 2');
  // Another stream of the same meta-iteration.
  await microscope(page).getByRole('combobox').selectOption('stream 3 of 4');
  await expect(lit(page)).toContainText(/Address.*step 7 of 10/);
  for (const [name, line, said] of [
    ['LSTM', 'Forget some, take some in', /to a length of [\d.]+/],
    ['Feed-forward', 'One layer, of now', /Nothing of before is left/],
  ] as const) {
    const walked = page.getByRole('group', { name: 'Whose training' });
    await walked.getByRole('radio', { name, exact: true }).check({ force: true });
    await expect(lit(page)).toContainText('Draw streams');
    await page.getByRole('button', { name: line }).click();
    await expect(microscope(page)).toContainText(said);
  }
});
