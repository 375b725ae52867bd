/** A lecturer's own lecture: scenes of labs in an order, as files and links, with notes for who speaks. */

import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn, violationsInBothThemes } from './violations';

test.use({ viewport: { width: 1920, height: 1080 } });

const quick = 'metaBatch=3&hidden=8&testSteps=3&contenders=maml,joint';

const list = (page: Page): Locator => page.getByRole('dialog', { name: 'Scenes' });
const rows = (page: Page): Locator => list(page).getByRole('listitem');
const titles = (page: Page): Locator => list(page).getByRole('button', { name: /^Show “/ });
const scenesButton = (page: Page): Locator => page.locator('button[data-part=scenes]');

async function open(page: Page, settings = quick): Promise<Lab> {
  const lab = new Lab(page);
  await page.goto(`./?lecture=1#/regression?${settings}`);
  await lab.adapted();
  await expect(lab.button('Keys')).toBeVisible();
  return lab;
}

async function add(page: Page, at: number): Promise<void> {
  await page.getByRole('button', { name: 'Add scene', exact: true }).click();
  await expect(page.getByRole('button', { name: `Scene ${at} added` })).toBeVisible();
  // What is named by the same words again can be pressed again.
  await expect(page.getByRole('button', { name: 'Add scene', exact: true })).toBeVisible();
}

const rename = async (page: Page, at: number, title: string, notes?: string): Promise<void> => {
  const row = rows(page).nth(at - 1);
  await row.getByRole('button', { name: /^Change “/ }).click();
  await row.getByRole('textbox', { name: 'Title' }).fill(title);
  if (notes !== undefined) await row.getByRole('textbox', { name: 'Notes' }).fill(notes);
  await row.getByRole('button', { name: /^Change “/ }).click();
};

/** Three scenes in two labs: a start, the same run trained, and the race. */
async function build(page: Page): Promise<Lab> {
  const lab = await open(page);
  await add(page, 1);
  await lab.trainTo(60);
  await page.locator('h2').first().click();
  await page.keyboard.press('+');
  await expect(page.locator('[data-lit]')).toHaveCount(1);
  await page.keyboard.press('-');
  await add(page, 2);
  await page.getByRole('link', { name: 'Optimizers' }).click();
  await expect(
    page.getByRole('heading', { name: 'Learn' }).or(page.locator('[data-part=race]')).first(),
  ).toBeVisible();
  await add(page, 3);
  await page.keyboard.press('o');
  await rename(page, 1, 'Start', 'Ask: who will be nearer?');
  await rename(page, 2, 'Trained');
  await rename(page, 3, 'Race', 'Conjugate gradients look.');
  await page.keyboard.press('Escape');
  return lab;
}

test('scenes in two labs: led through by keys, kept over a reload, and runs are where they were', async ({
  page,
}) => {
  const lab = await build(page);
  await expect(scenesButton(page)).toHaveText('Scenes 3/3');
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/#\/regression/);
  await expect.poll(() => lab.iteration()).toBeGreaterThanOrEqual(60);
  const trained = await lab.iteration();
  await page.keyboard.press('PageUp');
  await expect(scenesButton(page)).toHaveText('Scenes 1/3');
  // The scene was made before training, and is so again.
  await expect.poll(() => lab.iteration()).toBe(0);
  await lab.trainTo(10);
  const begun = await lab.iteration();
  await page.locator('h2').first().click();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => lab.iteration()).toBe(trained);
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/#\/optimizers/);
  await expect(page.locator('[data-part=race]')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/#\/regression/);
  await expect.poll(() => lab.iteration()).toBe(trained);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => lab.iteration()).toBe(begun);
  await expect(lab.button('Train')).toBeVisible();
  await page.reload();
  await lab.adapted();
  await expect(scenesButton(page)).toHaveText('Scenes 1/3');
  await page.keyboard.press('o');
  await expect(titles(page)).toHaveText(['Start', 'Trained', 'Race']);
  await rows(page).nth(2).getByRole('button', { name: 'Show “Race”' }).click();
  await expect(list(page)).toHaveCount(0);
  await expect(page).toHaveURL(/#\/optimizers/);
});

test('scenes are moved by keys and by dragging, deleted, and brought back', async ({ page }) => {
  await build(page);
  await page.keyboard.press('o');
  await page.getByRole('button', { name: 'Move “Race” up' }).focus();
  await page.keyboard.press('Enter');
  await expect(titles(page)).toHaveText(['Start', 'Race', 'Trained']);
  await expect(list(page).getByRole('status').first()).toHaveText('“Race” is scene 2 of 3 now.');
  // The button has moved, and has the focus still.
  await page.keyboard.press('Enter');
  await expect(titles(page)).toHaveText(['Race', 'Start', 'Trained']);
  await page.getByRole('button', { name: 'Show “Race”' }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(titles(page)).toHaveText(['Start', 'Race', 'Trained']);
  await rows(page).nth(2).dragTo(rows(page).nth(0));
  await expect(titles(page)).toHaveText(['Trained', 'Start', 'Race']);
  await page.getByRole('button', { name: 'Delete “Start”' }).click();
  await expect(titles(page)).toHaveText(['Trained', 'Race']);
  await expect(list(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(titles(page)).toHaveText(['Trained', 'Start', 'Race']);
});

test('a lecture is a file, to the byte, and a link; what is none is refused with the reason', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await build(page);
  await page.keyboard.press('o');
  const save = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      list(page).getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  const file = await save();
  expect(JSON.parse(file).scenes).toHaveLength(3);
  await list(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(list(page).getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(1800);
  await list(page).getByRole('button', { name: 'Delete “Race”' }).click();
  const bring = (text: string) =>
    list(page)
      .locator('input[type=file]')
      .setInputFiles({
        name: 'lecture.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
  await bring(file.replace('"version": 1', '"version": 7'));
  const notice = page.getByRole('alert').filter({ hasText: 'cannot be opened' });
  await expect(notice).toContainText('It is of version 7; this page reads version 1.');
  await bring(file.replace('"title"', '"headline"'));
  await expect(notice).toContainText('“headline”');
  await bring(file.slice(0, 400));
  await expect(notice).toContainText('It is damaged');
  await expect(titles(page)).toHaveText(['Start', 'Trained']);
  await bring(file);
  await expect(titles(page)).toHaveText(['Start', 'Trained', 'Race']);
  expect(await save()).toBe(file);

  // Elsewhere, by the link.
  await page.evaluate(() => localStorage.removeItem('lecture'));
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('This link is a lecture of 3 scenes.')).toBeVisible();
  await page.getByRole('button', { name: 'Open this lecture' }).click();
  await expect(page).toHaveURL(/#\/lecture$/);
  await page.getByRole('button', { name: 'Begin the lecture' }).click();
  await expect(page).toHaveURL(/\?lecture=1#\/regression/);
  await expect(scenesButton(page)).toHaveText('Scenes 1/3');
  expect(await page.evaluate(() => localStorage.getItem('lecture'))).toBe(file);

  await page.goto(`./#/lecture?s=${link.split('s=')[1]!.slice(0, 200)}`);
  await expect(page.getByText('It is damaged')).toBeVisible();
});

test('what the scenes need is trained ahead, out of sight, and taken where it is wanted', async ({
  page,
}) => {
  const lab = await build(page);
  await page.keyboard.press('o');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    list(page).getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const scenes = JSON.parse(readFileSync(await download.path(), 'utf8')).scenes as {
    run?: { until: number };
  }[];
  const { until } = scenes[1]!.run!;
  // At a desk that has trained nothing.
  await page.goto('./#/lessons');
  await page.evaluate(async () => {
    indexedDB.deleteDatabase('keyval-store');
    sessionStorage.clear();
  });
  await page.goto('./#/lecture');
  await page.reload();
  await page.getByRole('button', { name: 'Begin the lecture' }).click();
  await lab.adapted();
  await expect(scenesButton(page)).toHaveText('Scenes 1/3');
  await page.keyboard.press('o');
  await expect(rows(page).nth(1)).toContainText('trained before');
  await page.keyboard.press('Escape');
  // Nothing of it in the run in sight.
  expect(await lab.iteration()).toBe(0);
  await page.keyboard.press('n');
  await expect.poll(() => lab.iteration()).toBe(until);
  await page.keyboard.press('p');
  await expect.poll(() => lab.iteration()).toBe(0);
  // And it is there after a reload.
  await page.reload();
  await lab.adapted();
  await page.keyboard.press('o');
  await expect(rows(page).nth(1)).toContainText('trained before');
});

test('training ahead rests while a run in sight trains, and can be stopped', async ({ page }) => {
  const lab = await open(page);
  await page.evaluate(
    ([settings]) =>
      localStorage.setItem(
        'lecture',
        JSON.stringify({
          'inner-loop': 'lecture',
          version: 1,
          scenes: [
            { lab: 'regression', address: settings, title: 'A' },
            {
              lab: 'regression',
              address: `${settings}&seed=5`,
              title: 'B',
              run: { until: 60_000 },
            },
          ],
        }),
      ),
    [quick],
  );
  await page.reload();
  await lab.adapted();
  await page.keyboard.press('n');
  await expect(scenesButton(page)).toHaveText('Scenes 1/2');
  const line = list(page).locator('[data-part=ahead]');
  const at = async () =>
    Number(/: ([\d,]+) of/.exec((await line.textContent())!)![1]!.replaceAll(',', ''));
  await page.keyboard.press('o');
  await expect(line).toContainText('Being trained for scene 2');
  await expect.poll(at).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  await page.keyboard.press('o');
  await expect(line).toContainText('waits for your own run');
  await expect(async () => {
    const before = await at();
    await page.waitForTimeout(500);
    expect(await at()).toBe(before);
  }).toPass({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await page.keyboard.press('Space');
  await expect(lab.button('Train')).toBeVisible();
  await page.keyboard.press('o');
  await expect(line).not.toContainText('waits for your own run');
  await line.getByRole('button', { name: 'Stop training ahead' }).click();
  await expect(line).toContainText('To be trained for scene 2');
  await expect(line.getByRole('button', { name: 'Train ahead' })).toBeVisible();
});

test('hands are counted for the answers of a question, and shown beside them', async ({ page }) => {
  await page.goto('./?lecture=1#/regression?lesson=two-loops&story=1');
  const card = page.locator('[data-lesson]');
  await expect(card.getByRole('radio')).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Keys', exact: true })).toBeVisible();
  const hands = card.locator('[data-part=hands] b');
  for (const key of ['1', '3', '3', '2']) await page.keyboard.press(key);
  await expect(hands).toHaveText(['1', '1', '2']);
  await page.keyboard.press('Backspace');
  await expect(hands).toHaveText(['1', '0', '2']);
  await page.keyboard.press('Shift+Digit3');
  await expect(hands).toHaveText(['1', '0', '1']);
  // There is no fourth answer.
  await page.keyboard.press('4');
  await expect(hands).toHaveText(['1', '0', '1']);
  // After an answer was chosen by a click, digits count still; in a field they are written.
  await card.getByRole('radio').first().check();
  await page.keyboard.press('1');
  await expect(hands).toHaveText(['2', '0', '1']);
  expect(await violationsIn(page)).toEqual([]);
});

test('the notes stand in a window of their own, which leads on, and can be closed and opened again', async ({
  page,
}) => {
  await build(page);
  const openNotes = async () => {
    await page.keyboard.press('o');
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      list(page).getByRole('button', { name: 'Speaker notes' }).click(),
    ]);
    await page.keyboard.press('Escape');
    return popup;
  };
  const notes = await openNotes();
  await expect(notes.getByRole('heading')).toHaveText('Race');
  await expect(notes.locator('#notes')).toHaveText('Conjugate gradients look.');
  await expect(notes.locator('#place')).toHaveText('Scene 3 of 3');
  await expect(notes.locator('#next')).toHaveText('This is the last scene.');
  await expect(notes.locator('#since')).toHaveText(/^\d+:\d\d$/);
  expect(await violationsIn(notes)).toEqual([]);
  await notes.keyboard.press('PageUp');
  await expect(notes.getByRole('heading')).toHaveText('Trained');
  await expect(notes.locator('#notes')).toHaveText('No notes for this scene.');
  await expect(notes.locator('#next')).toHaveText('Race');
  await expect(page).toHaveURL(/#\/regression/);
  await notes.close();
  await page.keyboard.press('p');
  await expect(scenesButton(page)).toHaveText('Scenes 1/3');
  const again = await openNotes();
  await expect(again.getByRole('heading')).toHaveText('Start');
  await page.reload();
  await expect(scenesButton(page)).toHaveText('Scenes 1/3');
  await again.getByRole('button', { name: 'On' }).click();
  await expect(scenesButton(page)).toHaveText('Scenes 2/3');
  await expect(again.getByRole('heading')).toHaveText('Trained');
});

test('a window that the browser blocks is said in a sentence', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.keyboard.press('o');
  await list(page).getByRole('button', { name: 'Speaker notes' }).click();
  await expect(list(page).getByRole('alert')).toContainText('Allow pop-ups for this page');
});

test('keys that lead and count do nothing where a control uses them', async ({ page }) => {
  const lab = await build(page);
  await page.keyboard.press('p');
  await expect(scenesButton(page)).toHaveText('Scenes 2/3');
  await lab.adapted();
  const stays = async () => {
    for (const key of ['n', 'p', 'ArrowRight', 'PageDown', 'o', '1'])
      await page.keyboard.press(key);
    await expect(scenesButton(page)).toHaveText('Scenes 2/3');
    await expect(list(page)).toHaveCount(0);
  };
  await lab.steps.focus();
  await stays();
  await page.getByRole('combobox').first().focus();
  await stays();
  await lab.button('Settings').click();
  await page.getByRole('complementary', { name: 'Settings' }).getByRole('textbox').first().focus();
  await stays();
});

test('axe finds nothing in the list of scenes, nor on the page of the lecture, light and dark', async ({
  page,
}) => {
  await build(page);
  await page.keyboard.press('o');
  await rows(page)
    .first()
    .getByRole('button', { name: /^Change “/ })
    .click();
  await page.getByRole('button', { name: 'Delete “Race”' }).click();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.goto('./#/lecture');
  await expect(page.getByRole('heading', { name: 'Your lecture' })).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.goto('./#/lecture?s=abc');
  await expect(page.getByText('It is damaged')).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
});
