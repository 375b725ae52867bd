/** The Omniglot lab, by what a person does. Without the dataset unless a test brings it: the same on every machine. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readArchive } from '../src/tasks/glyphs/archive';
import { publishedLike } from '../src/tasks/glyphs/inventedArchive';
import { packOf } from '../src/tasks/glyphs/pack';
import { Lab } from './lab';
import { violationsInBothThemes } from './violations';

/** Small enough to train while a test watches. */
const small =
  'preset=scratch&methods=maml,prototypical,pixels&filters=8&ways=3&queries=2&tasks=2&metricWays=5&metricQueries=2';

async function open(page: Page, settings = small): Promise<Lab> {
  await page.route('**/data/omniglot.pack', (route) => route.abort());
  await page.goto(`./#/omniglot?${settings}`);
  await expect(scoreOf(page, 'Prototypical networks')).toContainText(/\d+\/\d+/, {
    timeout: 60_000,
  });
  return new Lab(page);
}

const episode = (page: Page) => page.getByRole('region', { name: 'Episode' });

/** Drawings that are there to be seen: letters mean nothing before. */
const drawings = (page: Page) => episode(page).locator('svg[aria-hidden] path[fill-rule]');
/** Of a task of three classes, two queries each: the support set, the queries, and the one in question, large. */
const BY_HAND = 3 + 6 + 1;
const drawing = (page: Page) => page.getByRole('region', { name: 'Draw characters' });
const accuracy = (page: Page) => page.getByRole('region', { name: 'Accuracy', exact: true });
const scoreOf = (page: Page, method: string) =>
  episode(page).getByRole('row').filter({ hasText: method });

/** Share of query drawings that a method has right in the episode in sight. */
async function shareOf(page: Page, method: string): Promise<number> {
  // Methods answer one after another.
  await expect(scoreOf(page, method)).toContainText(/\d+\/\d+/);
  // A step of how many may stand before it.
  const [, right, total] = [
    ...(await scoreOf(page, method).innerText()).matchAll(/(\d+)\/(\d+)/g),
  ].at(-1)!;
  return Number(right) / Number(total);
}

test('the first view classifies a task with methods trained beforehand, and says where they come from', async ({
  page,
}) => {
  await open(page, 'methods=maml,prototypical,random,pixels');
  await expect(episode(page)).toContainText('5-way 1-shot');
  await expect(episode(page)).toContainText('batch statistics as in each paper');
  await expect(page.getByText('Some methods begin untrained')).toBeHidden();
  const beforehand = page.getByText('2 methods trained beforehand');
  await beforehand.click();
  await expect(page.getByText('npm run reproduce -- omniglot-5way-1shot').first()).toBeVisible();

  // The trained ones are far ahead of random weights over many tasks, on characters of another kind too.
  const cell = (method: string) =>
    accuracy(page).getByRole('row').filter({ hasText: method }).getByRole('cell').first();
  await expect(accuracy(page)).toContainText(/([1-9]\d+|1,000) of 1,000 test tasks/, {
    timeout: 60_000,
  });
  const mean = async (method: string) => Number.parseFloat(await cell(method).innerText());
  for (const method of ['MAML', 'Prototypical networks']) {
    expect(await mean(method)).toBeGreaterThan((await mean('Random initialisation')) + 5);
    expect(await mean(method)).toBeGreaterThan((await mean('Nearest neighbour')) + 5);
  }
  await expect(accuracy(page)).toContainText('98.7 ± 0.4');
  await expect(accuracy(page)).toContainText('no published figure speaks of them');
});

test('characters that the page makes up are labelled as such', async ({ page }) => {
  await open(page);
  await expect(episode(page)).toContainText('procedural characters, not Omniglot');
  await expect(page.getByText('In use: procedural characters, made by this page.')).toBeVisible();
  await expect(page.getByText('Omniglot is not here')).toBeVisible();
});

test('gradient steps move the methods that adapt, and no other', async ({ page }) => {
  await open(page, 'methods=maml,prototypical&ways=5&queries=8');
  const steps = page.getByRole('slider', { name: 'Gradient steps' });
  const trained = await shareOf(page, 'MAML');
  expect(trained).toBeGreaterThan(0.6);
  const embedded = await shareOf(page, 'Prototypical networks');
  await steps.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => shareOf(page, 'MAML')).toBeLessThan(trained - 0.2);
  expect(await shareOf(page, 'Prototypical networks')).toBe(embedded);
});

test('a new episode has other drawings, and the address holds it', async ({ page }) => {
  await open(page);
  const drawn = () => episode(page).locator('svg path').first().getAttribute('d');
  const before = await drawn();
  await page.getByRole('button', { name: 'New episode' }).click();
  await expect.poll(drawn).not.toBe(before);
  await expect(page).toHaveURL(/episode=1/);
  const there = await drawn();
  await page.reload();
  await expect.poll(drawn).toBe(there);
});

test('a person classifies the same drawings by keyboard before anybody else, and is compared', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'You first' }).click();
  await expect(episode(page).getByText('hidden until you compare')).toBeVisible();
  await expect(episode(page).getByText('Question 1 of 6')).toBeVisible();
  await expect(episode(page).getByRole('button', { name: /^Query 1, no class yet/ })).toBeFocused();
  await expect(drawings(page)).toHaveCount(BY_HAND);
  // No method has a score in sight, nor an answer.
  await expect(episode(page).getByRole('row')).toHaveCount(0);
  await expect(episode(page)).not.toContainText('MAML');
  for (const letter of ['a', 'b', 'c', 'a', 'b']) await page.keyboard.press(letter);
  await expect(episode(page).getByText('Question 6 of 6')).toBeVisible();
  await expect(episode(page).getByText('5 of 6 done')).toBeVisible();
  // The last one by its key on the screen.
  await episode(page).getByRole('button', { name: 'Class C', exact: true }).click();
  await expect(scoreOf(page, 'You')).toContainText(/\d\/6/);
  await expect(scoreOf(page, 'MAML')).toContainText(/\d\/6/);
  await expect(scoreOf(page, 'You').getByRole('radio')).toBeFocused();
  await expect(episode(page)).toContainText(/\d of 6 right: You, in this episode/);
  await expect(episode(page)).toContainText('What you answered');
  // A method's row puts its answers under the drawings.
  await scoreOf(page, 'Prototypical').getByRole('radio').check();
  await expect(episode(page)).toContainText(
    /\d of 6 right: Prototypical networks, in this episode/,
  );
});

test('letters are heard by hand after New episode, and after a click beside the drawings', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'You first' }).click();
  const first = episode(page).getByRole('button', { name: /^Query 1,/ });
  await expect(drawings(page)).toHaveCount(BY_HAND);
  await page.keyboard.press('a');
  await expect(episode(page).getByText('1 of 6 done')).toBeVisible();
  await page.getByRole('button', { name: 'New episode' }).click();
  await expect(first).toBeFocused();
  await expect(page).toHaveURL(/episode=2/);
  await expect(drawings(page)).toHaveCount(BY_HAND);
  await page.keyboard.press('b');
  await expect(episode(page).getByText('1 of 6 done')).toBeVisible();
  await page.mouse.click(640, 50);
  await expect(page.locator('body')).toBeFocused();
  await page.keyboard.press('c');
  await expect(episode(page).getByText('2 of 6 done')).toBeVisible();
});

test('a preset of the menu is the preset of its link, and whose verdicts are in sight is in the address', async ({
  page,
}) => {
  const lab = await open(page, 'preset=omniglot-5way-1shot&methods=prototypical,pixels');
  await page
    .getByRole('combobox', { name: 'Preset' })
    .selectOption({ label: 'From scratch, in minutes' });
  await expect.poll(() => lab.setting('methods')).toBe('maml,prototypical,pixels');
  expect(lab.setting('begin')).toBe('scratch');
  await expect(page.getByText('Some methods begin untrained')).toBeHidden();
  await scoreOf(page, 'Nearest neighbour').getByRole('radio').check();
  await expect.poll(() => lab.setting('judge')).toBe('pixels');
  await page.reload();
  await expect(episode(page)).toContainText('What Nearest neighbour on pixels answers', {
    timeout: 60_000,
  });
});

test('on a phone the question is in sight, whichever it is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole('button', { name: 'You first' }).click();
  await expect(drawings(page)).toHaveCount(BY_HAND);
  const question = drawings(page).first();
  await expect(question).toBeInViewport({ ratio: 0.99 });
  for (const letter of ['a', 'b', 'c']) await page.keyboard.press(letter);
  await expect(episode(page).getByText('Question 4 of 6')).toBeVisible();
  await expect(question).toBeInViewport({ ratio: 0.99 });
  await expect(
    episode(page).getByRole('button', { name: 'Class C', exact: true }),
  ).toBeInViewport();
});

/** A stroke on the pad: down, along, and up. */
async function strike(page: Page): Promise<void> {
  const pad = drawing(page).getByRole('application');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(0.3, 0.2));
  await page.mouse.down();
  for (const [x, y] of [
    [0.3, 0.8],
    [0.7, 0.8],
    [0.7, 0.3],
  ] as const) {
    await page.mouse.move(...at(x, y), { steps: 5 });
  }
  await page.mouse.up();
}

const drawOne = (page: Page) => page.getByRole('button', { name: 'Draw one' });
/** Where a drawing of the task can be: the places to draw at. */
const places = (page: Page) =>
  episode(page).getByRole('group', { name: 'The drawing in hand' }).getByRole('radio');
/** The last of the queries. */
const drawnQuery = (page: Page) =>
  episode(page).getByRole('list', { name: 'Query drawings' }).getByRole('listitem').last();

test('what is drawn is classified as it is drawn', async ({ page }) => {
  await open(page);
  await drawOne(page).click();
  const answers = drawing(page).getByText(/adapted and predicted in/);
  await expect(answers).toBeVisible();
  const pad = drawing(page).getByRole('application');
  await expect(pad).toBeFocused();
  await drawing(page).getByRole('button', { name: 'Erase' }).click();
  await expect(drawing(page).getByText('Draw something to classify.')).toBeVisible();
  await strike(page);
  await expect(answers).toBeVisible();
  await expect(drawing(page)).toContainText('1 stroke');
  await pad.press('Control+z');
  await expect(drawing(page).getByText('Draw something to classify.')).toBeVisible();
  await drawing(page).getByRole('button', { name: 'Restore all' }).click();
  await expect(answers).toBeVisible();
});

test('the drawn query is one more query of the task, and every method answers it', async ({
  page,
}) => {
  await open(page);
  const queries = episode(page).getByRole('list', { name: 'Query drawings' });
  await expect(queries.getByRole('listitem')).toHaveCount(7);
  await expect(drawnQuery(page)).toContainText(
    /Drawn query, 2 strokes: classified as [ABC], \d+% sure/,
  );
  await drawnQuery(page).getByRole('button').click();
  const answer = (method: string) =>
    drawing(page)
      .getByRole('list', { name: 'Predictions' })
      .getByRole('listitem')
      .filter({ hasText: method });
  for (const method of ['MAML', 'Prototypical networks', 'Nearest neighbour']) {
    await expect(answer(method)).toContainText(/[ABC]/);
    await scoreOf(page, method).getByRole('radio').check();
    const letter = /([ABC])(?: \d+%)?$/.exec((await answer(method).innerText()).trim())![1]!;
    await expect(drawnQuery(page)).toContainText(`classified as ${letter}`);
    // Whether it is right nobody knows: it does not count.
    await expect(scoreOf(page, method)).toContainText(/\d\/6/);
  }
  // In numbers, too: three probabilities of each, and how long it took.
  await drawing(page).getByRole('button', { name: 'Data table' }).click();
  const rows = drawing(page).getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.last().getByRole('cell')).toHaveCount(5);
  await drawing(page).getByRole('button', { name: 'Data table' }).click();
  await drawing(page).getByRole('button', { name: 'Erase' }).click();
  await expect(drawnQuery(page)).toContainText('nothing yet: not classified');
  await strike(page);
  await expect(drawnQuery(page)).toContainText(/Drawn query, 1 stroke: classified as [ABC]/);
  await page.getByRole('button', { name: 'Done drawing' }).click();
  await expect(drawing(page)).toBeHidden();
  await expect(drawnQuery(page)).toContainText('1 stroke');
});

test('a support drawing is replaced by one’s own, taken into account, kept, and given back', async ({
  page,
}) => {
  const lab = await open(page, `${small}&queries=8`);
  const support = episode(page).getByRole('list', { name: 'Support set' });
  const drawnAt = (way: number) =>
    support.getByRole('listitem').nth(way).locator('path').first().getAttribute('d');
  const [own, other] = [await drawnAt(0), await drawnAt(1)];
  const before = await shareOf(page, 'Nearest neighbour');
  await drawOne(page).click();
  await expect(places(page)).toHaveCount(4);
  await places(page).first().focus();
  await page.keyboard.press('Space');
  await expect(drawing(page)).toContainText('Class A, drawing 1 of 1: a given character');
  // The first stroke takes the place of what was given.
  await strike(page);
  await expect(drawing(page)).toContainText('Class A, drawing 1 of 1: 1 stroke');
  await expect.poll(() => drawnAt(0)).not.toBe(own);
  expect(await drawnAt(1)).toBe(other);
  await expect(support.getByRole('listitem').first()).toContainText('yours');
  // Nobody has learned the first character from that.
  await expect(scoreOf(page, 'Nearest neighbour')).toContainText(/\d+\/24/);
  await expect.poll(() => shareOf(page, 'Nearest neighbour')).not.toBe(before);
  await expect(page).toHaveURL(/drawings=0:/);
  // Addresses are written a moment later, and may hold a part of the stroke until then.
  let mine = lab.setting('drawings');
  await expect(async () => {
    const then = mine;
    await page.waitForTimeout(1000);
    mine = lab.setting('drawings');
    expect(mine).toBe(then);
  }).toPass({ timeout: 60_000 });
  await page.reload();
  await expect(support.getByRole('listitem').first()).toContainText('yours');
  await expect(drawing(page)).toContainText('Class A, drawing 1 of 1: 1 stroke');
  await expect.poll(() => drawnAt(1)).toBe(other);
  expect(await drawnAt(0)).not.toBe(own);
  expect(lab.setting('drawings')).toBe(mine);
  // Erased, it is missing to all of them; then it is given back.
  await drawing(page).getByRole('button', { name: 'Erase' }).click();
  await expect(episode(page).getByText('Class A has no drawing yet.').first()).toBeVisible();
  await expect(scoreOf(page, 'Nearest neighbour')).not.toContainText('/24');
  await drawing(page).getByRole('button', { name: 'Use a given character' }).click();
  await expect.poll(() => drawnAt(0)).toBe(own);
  await expect(scoreOf(page, 'Nearest neighbour')).toContainText('/24');
  expect(await shareOf(page, 'Nearest neighbour')).toBe(before);
  await expect(page).not.toHaveURL(/drawings=/);
});

test('given characters stand in for drawings, from the keyboard, and are recognised', async ({
  page,
}) => {
  await open(page, 'methods=prototypical&ways=7');
  await drawOne(page).click();
  await expect(places(page)).toHaveCount(8);
  await expect(drawing(page).getByText(/adapted and predicted in/)).toBeVisible();
  const give = drawing(page).getByRole('button', { name: 'Use a given character' });
  // The query is another drawing of one of the seven, each time.
  const letters = new Set<string>();
  for (let i = 0; i < 7; i++) {
    const before = await drawnQuery(page).locator('path').first().getAttribute('d');
    await give.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => drawnQuery(page).locator('path').first().getAttribute('d'))
      .not.toBe(before);
    await expect(drawing(page)).toContainText('Drawn query: a given character');
    await expect(drawnQuery(page)).toContainText(/Procedural\/character\d+: classified as/);
    letters.add(/classified as ([A-G])/.exec((await drawnQuery(page).textContent())!)![1]!);
  }
  await expect(drawing(page).getByText(/adapted and predicted in/)).toBeVisible();
  expect(letters.size).toBeGreaterThan(3);
});

test('a drawing that reads the support set first shows what it looks at before and after', async ({
  page,
}) => {
  await open(page, `${small.replace('pixels', 'matching,matchingfce')}&matchingfceSteps=3`);
  await page
    .getByRole('heading', { name: 'Learning a character from one drawing' })
    .scrollIntoViewIfNeeded();
  const strip = page.getByRole('region', { name: 'What a drawing looks at' });
  const lists = strip.getByRole('list');
  const shares = async (list: Locator) =>
    (await list.locator('li').allInnerTexts()).map((line) =>
      Number.parseFloat(line.match(/[\d.]+%/)![0]),
    );
  await expect(scoreOf(page, 'Matching networks in full context')).toContainText(/\d+\/\d+/);
  await expect(lists).toHaveCount(1);
  await strip.getByText('Matching networks in full context').click();
  await expect(lists).toHaveCount(2);
  await expect(strip.getByRole('heading', { name: 'After 3 steps of reading' })).toBeVisible();
  const [before, after] = [
    await shares(strip.getByRole('list', { name: 'Before it reads the support set' })),
    await shares(strip.getByRole('list', { name: 'After 3 steps of reading' })),
  ];
  for (const found of [before, after]) {
    expect(found).toHaveLength(3);
    expect(Math.abs(found.reduce((a, b) => a + b) - 100)).toBeLessThan(0.3);
  }
  expect(after).not.toEqual(before);
});

test('it trains from scratch, pauses, goes back in time, and resets', async ({ page }) => {
  const lab = await open(page);
  await expect(page.getByText('Untrained weights are already better than chance')).toBeVisible();
  const waiting = page.getByText('Nothing is trained yet');
  await page.mouse.wheel(0, 400);
  await expect(waiting).toBeVisible();
  await lab.trainTo(45);
  await expect(waiting).toBeHidden();
  await expect
    .poll(async () => (await lab.table('Meta-training'))['meta-iteration']!.length)
    .toBeGreaterThan(2);
  const curve = await lab.table('Meta-training');
  expect(curve.MAML!.every((share) => share >= 0 && share <= 100)).toBe(true);
  expect(Object.keys(curve)).not.toContain('Nearest neighbour on pixels');
  await lab.lookBack.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('at 0', { exact: true })).toBeVisible();
  await lab.button('Step').click();
  await expect(page.getByText('at 0', { exact: true })).toBeHidden();
  await lab.button('Reset').click();
  await expect.poll(() => lab.iteration()).toBe(0);
});

test('a step after looking back is what is measured', async ({ page }) => {
  const lab = await open(page);
  await lab.trainTo(25);
  await lab.lookBack.focus();
  await page.keyboard.press('Home');
  const now = accuracy(page).getByRole('columnheader', { name: 'now, %' });
  await expect(accuracy(page).getByRole('columnheader', { name: 'at 0, %' })).toBeVisible();
  const counted = async () =>
    Number(/([\d,]+) of/.exec(await accuracy(page).innerText())![1]!.replace(',', ''));
  await expect.poll(counted).toBeGreaterThan(300);
  const before = await counted();
  await lab.button('Step').click();
  await expect(now).toBeVisible();
  // The tasks of the snapshot do not go on under the name of now: counting begins again.
  await expect.poll(counted).toBeLessThan(before);
});

test('settings and Train that come while methods are fetched are heeded', async ({ page }) => {
  let fetched = 0;
  await page.route('**/checkpoints/*.json', async (route) => {
    fetched += 1;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await page.route('**/data/omniglot.pack', (route) => route.abort());
  await page.goto('./#/omniglot?methods=prototypical,pixels');
  const lab = new Lab(page);
  await expect.poll(() => fetched).toBeGreaterThan(0);
  // A setting that needs no restart, and a click, before there is a run.
  const queries = page.getByRole('slider', { name: 'Queries' });
  await queries.focus();
  await page.keyboard.press('ArrowLeft');
  await lab.button('Train').click();
  await expect(scoreOf(page, 'Prototypical networks')).toContainText('/10');
  await expect.poll(() => lab.iteration()).toBeGreaterThan(0);
});

test('a reload of a run of trained methods still says where they come from', async ({ page }) => {
  const lab = await open(page, 'methods=prototypical,pixels&metricWays=5&metricQueries=1');
  await lab.trainTo(5);
  await lab.putAway('omniglot');
  await page.reload();
  await expect(lab.status).toContainText('paused');
  await expect(page.getByText('trained beforehand', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Begin from scratch' })).toBeVisible();
  await expect(page.getByText('Untrained weights')).toBeHidden();
});

test('another beginning and its rates wait for a restart, and leave the run as it is', async ({
  page,
}) => {
  const lab = await open(page, 'methods=prototypical,pixels&metricWays=5&metricQueries=1');
  await lab.trainTo(5);
  await page.getByLabel('Begin with').selectOption({ label: 'Random weights' });
  const pending = page.getByText('take effect after a restart');
  await expect(pending.locator('..')).toContainText('Meta-rate');
  await expect(lab.status).not.toContainText('tuned by hand');
  await lab.button('Undo').first().click();
  await expect(pending).toBeHidden();
  await expect.poll(() => lab.setting('metaRate')).toBe('0.0001');
  await expect(lab.status).toContainText('paused');
});

test('a reload brings the run back', async ({ page }) => {
  const lab = await open(page);
  await lab.trainTo(25);
  const at = await lab.iteration();
  await lab.putAway('omniglot');
  await page.reload();
  await expect(lab.status).toContainText('paused');
  expect(await lab.iteration()).toBe(at);
});

test('other queries take a person’s classes away, as they were of other drawings', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'You first' }).click();
  await expect(drawings(page)).toHaveCount(BY_HAND);
  await page.keyboard.press('a');
  const queries = page.getByRole('slider', { name: 'Queries' });
  await expect(episode(page).getByText('1 of 6 done')).toBeVisible();
  await queries.focus();
  await page.keyboard.press('ArrowRight');
  await expect(episode(page).getByText('0 of 9 done')).toBeVisible();
});

test('every ways, shots and statistics is answered', async ({ page }) => {
  for (const settings of [
    'methods=prototypical,matching,joint,pixels&ways=20&shots=1&queries=1&begin=checkpoint',
    'methods=maml,reptile,random&ways=2&shots=5&queries=10&filters=8&begin=scratch&reptileTestSteps=3',
    'methods=maml,pixels&ways=20&shots=5&queries=10&statistics=inductive&filters=16&begin=scratch&testSteps=1',
    'methods=maml,prototypical&statistics=inductive&network=dense&begin=scratch&ways=3',
    'methods=fomaml,prototypical&pooling=mean&filters=8&begin=scratch&ways=4',
  ]) {
    await page.goto('about:blank');
    await page.route('**/data/omniglot.pack', (route) => route.abort());
    await page.goto(`./#/omniglot?${settings}`);
    await expect(episode(page).getByRole('row').nth(1)).toContainText(/\d+\/\d+/, {
      timeout: 60_000,
    });
    await expect(page.getByRole('alert').filter({ hasText: 'Computation stopped' })).toBeHidden();
  }
});

test('a bad address is answered with the defaults and what was wrong', async ({ page }) => {
  await open(page, 'ways=21&shots=x&methods=maml,hal9000,prototypical&episode=-3&filters=1e9');
  const alert = page.getByRole('alert').filter({ hasText: 'The address has values' });
  for (const field of ['ways', 'shots', 'methods', 'episode', 'filters']) {
    await expect(alert).toContainText(field);
  }
});

test('a method whose file is missing or damaged begins untrained, and that is said', async ({
  page,
}) => {
  await page.route('**/checkpoints/omniglot-maml-*.json', (route) =>
    route.fulfill({ status: 404 }),
  );
  await page.route('**/checkpoints/omniglot-prototypical.json', (route) =>
    route.fulfill({ body: '{"format":"inner-loop few-shot 1"' }),
  );
  await open(page, 'methods=maml,prototypical,pixels');
  const alert = page.getByRole('alert').filter({ hasText: 'Some methods begin untrained' });
  await expect(alert).toContainText('404');
  await expect(alert).toContainText('the file is damaged');
});

test('archives that are no use are refused with a reason, and nothing changes', async ({
  page,
}) => {
  await open(page);
  const input = page.getByLabel('Omniglot archives');
  const bring = async (name: string, buffer: Buffer, message: RegExp) => {
    await input.setInputFiles({ name, mimeType: 'application/zip', buffer });
    await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible();
  };
  await bring('notes.zip', Buffer.from('not a zip at all'), /not a zip|no zip/i);
  const foreign = zipSync({ 'holiday/beach.txt': strToU8('sun') });
  await bring('holiday.zip', Buffer.from(foreign), /holds no/i);
  const whole = publishedLike(8);
  await bring('cut.zip', Buffer.from(whole.subarray(0, whole.length / 2)), /zip/i);
  await expect(episode(page)).toContainText('procedural characters, not Omniglot');
});

test('an archive in the official layout is taken, kept, and forgotten again', async ({ page }) => {
  test.slow();
  await open(page);
  await page.getByLabel('Omniglot archives').setInputFiles({
    name: 'images_background.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(publishedLike(24)),
  });
  await expect(episode(page)).toContainText('Omniglot test characters');
  await page.reload();
  await expect(episode(page)).toContainText('Omniglot test characters');
  await page.getByText('Bring Omniglot').click();
  await page.getByRole('button', { name: 'Forget the copy kept here' }).click();
  await expect(episode(page)).toContainText('procedural characters, not Omniglot', {
    timeout: 60_000,
  });
});

/** Lets go of files or folders of this disk over the page, as a person does. */
async function drop(page: Page, where: Locator, files: readonly string[]): Promise<void> {
  await where.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await where.boundingBox())!;
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: x + width / 2,
      y: y + height / 2,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    });
  }
}

test('what a person has is taken as it is: a folder, the zip of the repository', async ({
  page,
}) => {
  test.slow();
  const images = mkdtempSync(path.join(os.tmpdir(), 'images_background-'));
  for (const [name, bytes] of Object.entries(unzipSync(publishedLike(24)))) {
    mkdirSync(path.dirname(path.join(images, name)), { recursive: true });
    writeFileSync(path.join(images, name), bytes);
  }
  const holiday = mkdtempSync(path.join(os.tmpdir(), 'holiday-'));
  writeFileSync(path.join(holiday, 'beach.jpg'), 'sun');
  await open(page);
  const details = page.getByText('Bring Omniglot');
  const place = page.getByText('Drop its zips or folders here');
  if (!(await place.isVisible())) await details.click();
  await drop(page, place, [holiday]);
  const alert = page.getByRole('alert').filter({ hasText: path.basename(holiday) });
  await expect(alert).toContainText('holds no images of Omniglot');
  await drop(page, place, [images]);
  await expect(page.getByText('Omniglot is here: 64 characters.').first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(episode(page)).toContainText('Omniglot test characters');

  const repository = zipSync({
    'omniglot-master/README.md': strToU8('# Omniglot'),
    'omniglot-master/python/images_evaluation.zip': publishedLike(30),
  });
  await page.getByLabel('Omniglot archives').setInputFiles({
    name: 'omniglot-master.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(repository),
  });
  await expect(page.getByText('Omniglot is here: 70 characters.').first()).toBeVisible({
    timeout: 60_000,
  });
});

test('archives add to the characters that the site serves', async ({ page }) => {
  test.slow();
  const served = packOf([readArchive(publishedLike(30))]);
  await open(page);
  await page.route('**/data/omniglot.pack', (route) =>
    route.fulfill({ body: Buffer.from(served), contentType: 'application/octet-stream' }),
  );
  await page.reload();
  await expect(episode(page)).toContainText('Omniglot test characters');
  // Fewer than are served, and too few alone.
  await page.getByLabel('Omniglot archives').setInputFiles({
    name: 'images_evaluation.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(publishedLike(8)),
  });
  await expect(page.getByText('Omniglot is here: 70 characters.').first()).toBeVisible({
    timeout: 60_000,
  });
});

test('axe finds nothing, light and dark', async ({ page }) => {
  const lab = await open(page);
  expect(await violationsInBothThemes(page)).toEqual([]);
  await lab.trainTo(5);
  for (const details of await page.locator('details').all()) {
    await details.evaluate((element: HTMLDetailsElement) => {
      element.open = true;
    });
  }
  await drawOne(page).click();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'You first' }).click();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await violationsInBothThemes(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
