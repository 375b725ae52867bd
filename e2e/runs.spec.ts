/** Runs that are taken away and opened again: as files, and as links. */

import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

const small = 'metaBatch=2&hidden=8&testSteps=3';

async function runPart(page: Page) {
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  return dialog;
}

async function saved(page: Page): Promise<{ name: string; text: string }> {
  const dialog = await runPart(page);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the run' }).click();
  const download = await downloading;
  await dialog.getByRole('button', { name: 'Close' }).click();
  return {
    name: download.suggestedFilename(),
    text: readFileSync(await download.path(), 'utf8'),
  };
}

const asFile = (text: string, name = 'run.json') => ({
  ...{ name, mimeType: 'application/json' },
  buffer: Buffer.from(text),
});

async function open(page: Page, text: string): Promise<void> {
  const dialog = await runPart(page);
  await dialog.locator('input[type=file]').setInputFiles(asFile(text));
  await expect(dialog).toBeHidden();
}

async function drop(page: Page, text: string): Promise<void> {
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'run.json', { type: 'application/json' }));
    return transfer;
  }, text);
  // What takes it is loaded when it comes near.
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: data });
  await expect
    .poll(() =>
      page.evaluate(
        (dataTransfer) =>
          !document.body.dispatchEvent(
            new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }),
          ),
        data,
      ),
    )
    .toBe(true);
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

test('a run that was saved goes on in another browser, to the same numbers', async ({
  page,
  browser,
}) => {
  const lab = new Lab(page);
  await lab.open(`${small}&seed=5`);
  await lab.trainTo(60);
  const at = await lab.iteration();
  const curve = await lab.lossCurve();
  const { name, text } = await saved(page);
  expect(name).toBe(`regression-run-${at}.json`);
  const other = await browser.newPage();
  await other.goto(`${new URL('./', page.url())}?lang=en#/optimizers`);
  await expect(other.getByRole('heading', { name: 'Race', exact: true })).toBeVisible();
  await open(other, text);
  const there = new Lab(other);
  await expect(there.notice('goes on from meta-iteration')).toBeVisible();
  await expect.poll(() => there.iteration()).toBe(at);
  await expect(other).toHaveURL(/#\/regression\?.*seed=5/);
  expect(await there.lossCurve()).toEqual(curve);
  // And both go on alike.
  for (const one of [lab, there]) {
    await one.button('Step').click();
    await expect.poll(() => one.iteration()).toBe(at + 1);
  }
  expect(await there.lossCurve()).toEqual(await lab.lossCurve());
  await other.close();
});

test('a run that is dropped takes the place of another, which can be had back', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open(`${small}&seed=5`);
  await lab.trainTo(30);
  const at = await lab.iteration();
  const { text } = await saved(page);
  await lab.trainTo(at + 30);
  const later = await lab.iteration();
  await drop(page, text);
  await expect.poll(() => lab.iteration()).toBe(at);
  await lab.button('Back to the run before').click();
  await expect.poll(() => lab.iteration()).toBe(later);
});

test('a run opens with what waits for a restart beside it, as it was saved', async ({
  page,
  browser,
}) => {
  const lab = new Lab(page);
  await lab.open(`${small}&seed=5`);
  await lab.trainTo(30);
  const at = await lab.iteration();
  const hidden = page.getByRole('textbox', { name: 'Hidden units' });
  await hidden.fill('12');
  await hidden.press('Enter');
  await expect(lab.button('Restart')).toBeVisible();
  const { text } = await saved(page);
  const other = await browser.newPage();
  await other.goto(`${new URL('./', page.url())}?lang=en#/regression`);
  const there = new Lab(other);
  await there.adapted();
  await open(other, text);
  await expect.poll(() => there.iteration()).toBe(at);
  await expect(there.button('Restart')).toBeVisible();
  await expect(other).toHaveURL(/hidden=12/);
  await other.close();
});

test('files that are no runs are refused, with the reason, and change nothing', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open(small);
  await lab.trainTo(20);
  const at = await lab.iteration();
  const { text } = await saved(page);
  for (const [given, why] of [
    ['{"points": [1, 2', 'not JSON'],
    ['{"format":"inner-loop regression 1"}', 'something else'],
    [text.replace('inner-loop run 1', 'inner-loop run 9'), 'newer version'],
    [text.replace(/"lab":"regression"/, '"lab":"bandits"'), 'changed since'],
    [text.slice(0, text.length / 2), 'not JSON'],
    [text.replace(/"float32":"..../, '"float32":"AAAA'), 'changed since'],
  ] as const) {
    await open(page, given);
    await expect(lab.notice('could not be opened')).toContainText(why);
    await lab.notice('could not be opened').getByRole('button', { name: 'Dismiss' }).click();
    expect(await lab.iteration()).toBe(at);
  }
});

test('a link brings what was learned, and an exercise begins with it', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto(`./#/regression?${small}&contenders=maml,random&seed=3`);
  await lab.trainTo(300);
  const at = await lab.iteration();
  const dialog = await runPart(page);
  const link = await dialog
    .getByRole('textbox', { name: 'Link with what was learned' })
    .inputValue();
  expect(link.length).toBeLessThan(2000);
  await dialog.getByRole('button', { name: 'Close' }).click();
  const curve = await lab.lossCurve();
  // Where nothing of it lies in storage.
  const other = await page.context().browser()!.newPage();
  const there = new Lab(other);
  await other.goto(link);
  await expect(there.notice('until meta-iteration')).toBeVisible();
  await expect.poll(() => there.iteration()).toBe(at);
  const brought = await there.lossCurve();
  // In half precision, three digits.
  const name = Object.keys(curve).find((column) => column.startsWith('MAML'))!;
  for (const [k, loss] of curve[name]!.entries()) {
    expect(Math.abs(brought[name]![k]! / loss - 1)).toBeLessThan(0.02);
  }
  await there.trainTo(at + 20);
  // What it brought is not for another network.
  await other.goto('about:blank');
  await other.goto(link.replace('hidden=8', 'hidden=9'));
  await expect(there.notice('could not be opened')).toContainText('damaged');
  await expect.poll(() => there.iteration()).toBe(0);
  await other.goto('about:blank');
  await other.goto(link.slice(0, -100));
  await expect(there.notice('could not be opened')).toContainText('lost its end');
  await expect(there.notice('cannot be used')).toHaveCount(0);
  await expect(other).toHaveURL(/hidden=8/);
  await other.goto('about:blank');
  await other.goto(link.replace(/state=[^&]{40}/, 'state='));
  await expect(there.notice('could not be opened')).toContainText('damaged');
  await other.close();
});

test('a link names a run that lies beside the page', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(`${small}&seed=5`);
  await lab.trainTo(40);
  const at = await lab.iteration();
  const { text } = await saved(page);
  const other = await page.context().browser()!.newPage();
  const there = new Lab(other);
  await other.route('**/runs/exercise-1.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: text }),
  );
  const base = new URL('./', page.url());
  await other.goto(`${base}#/regression?run=exercise-1`);
  await expect.poll(() => there.iteration()).toBe(at);
  await expect(other).toHaveURL(/seed=5/);
  await other.goto('about:blank');
  await other.goto(`${base}#/regression?run=exercise-2`);
  await expect(there.notice('could not be opened')).toContainText('runs/exercise-2.json');
  await other.goto('about:blank');
  await other.goto(`${base}#/regression?run=../secret`);
  await expect(there.notice('could not be opened')).toContainText('secret could not be loaded');
  await other.close();
});

for (const lab of ['optimizers', 'omniglot']) {
  test(`a run of the ${lab} lab is saved and opened`, async ({ page, browser }) => {
    const quick =
      lab === 'optimizers'
        ? 'preset=paper&dimension=3&begin=scratch&racers=lstm,sgd'
        : 'preset=scratch&ways=3&methods=maml&filters=8';
    const here = new Lab(page);
    await page.goto(`./#/${lab}?${quick}`);
    await here.trainTo(5);
    const at = await here.iteration();
    const { text } = await saved(page);
    const other = await browser.newPage();
    await other.goto(`${new URL('./', page.url())}?lang=en#/regression`);
    await new Lab(other).adapted();
    await open(other, text);
    await expect.poll(() => new Lab(other).iteration()).toBe(at);
    await expect(other).toHaveURL(new RegExp(`#/${lab}\\?`));
    await new Lab(other).button('Step').click();
    await expect.poll(() => new Lab(other).iteration()).toBe(at + 1);
    await other.close();
  });
}
