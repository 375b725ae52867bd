/** The optimizer lab, by what a person does. */

import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsInBothThemes } from './violations';

/** Small enough to train while a test watches. */
const small =
  'preset=paper&dimension=3&problems=8&hidden=6&horizon=20&unroll=5&raceSteps=20&raceProblems=16&surfaceSteps=20&racers=learned,sgd,adam';

async function open(page: Page, settings = small): Promise<Lab> {
  await page.goto(`./#/optimizers?${settings}`);
  const lab = new Lab(page);
  await expect(page.getByRole('region', { name: 'Race', exact: true })).toContainText(
    'After 20 steps',
    {
      timeout: 60_000,
    },
  );
  return lab;
}

/** Pairs of texts of a figure that lie upon each other. */
const collisions = (lab: Lab, name: string): Promise<string[]> =>
  lab.figure(name).evaluate((figure) => {
    const texts = [...figure.querySelectorAll('svg text')]
      .filter((text) => text.textContent !== '')
      .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }));
    return texts.flatMap((a, i) =>
      texts
        .slice(i + 1)
        .filter(
          ({ box }) =>
            Math.min(a.box.right, box.right) - Math.max(a.box.left, box.left) > 1 &&
            // Boxes of letters have air above and below.
            Math.min(a.box.bottom, box.bottom) - Math.max(a.box.top, box.top) > 4,
        )
        .map((b) => `${a.said} | ${b.said}`),
    );
  });

test('the first view races a trained optimiser, and says where it comes from', async ({ page }) => {
  // Of fewer problems the median is of a handful, and rounding decides who is ahead.
  await page.goto('./#/optimizers?raceProblems=128');
  await expect(page.getByText('npm run reproduce -- lstm-quadratic --seed 1')).toBeVisible();
  const race = page.getByRole('region', { name: 'Race', exact: true });
  await expect(race).toContainText('After 100 steps the learned optimiser');
  await expect(race).toContainText('Tuned rates: SGD');
  const lab = new Lab(page);
  const table = await lab.table('Race');
  expect(table['Learned LSTM, median']).toHaveLength(201);
  // Trained on such problems, it is ahead of all at the horizon that it was trained for.
  const at = (label: string) => table[`${label}, median`]![100]!;
  for (const rival of ['SGD', 'Momentum', 'Nesterov', 'RMSprop', 'Adam']) {
    expect(at('Learned LSTM')).toBeLessThan(at(rival));
  }
  // Conjugate gradients are ahead of everybody, at the minimum in ten dimensions after ten steps, and that is said.
  const conjugate = table['Conjugate gradients, median']!;
  expect(conjugate[9]!).toBeGreaterThan(1e-3);
  expect(conjugate[10]!).toBeLessThan(1e-9);
  await expect(race).toContainText(
    /know that it is a quadratic, are still ahead: \d\.\d\s×\s10⁻\S+ after 10 steps/,
  );
  // The axis is that of the others: where the curve leaves it, it ends in its name.
  await expect(race.getByText('Conjugate gradients: know that it is a quadratic ↓')).toBeVisible();
  expect(await lab.figure('Race').textContent()).not.toContain('10⁻⁸');
  await page.getByRole('checkbox', { name: 'Conjugate gradients' }).uncheck();
  await expect(race.getByText('↓')).toHaveCount(0);
  await expect(page.getByRole('figure', { name: 'What it proposes' })).toBeVisible();

  await page.getByRole('button', { name: 'Begin from scratch' }).click();
  await expect(page.getByText('npm run reproduce -- lstm-quadratic --seed 1')).toBeHidden();
  await expect(page).toHaveURL(/begin=scratch/);
  await expect(page.getByText('An untrained LSTM proposes noise')).toBeVisible();
});

test('an optimiser that runs away is reported, and the page goes on', async ({ page }) => {
  const lab = await open(page);
  await lab.trainTo(5);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save optimiser' }).click();
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  // Weights so large that the first update leaves every number behind.
  const bytes = Buffer.from(file.phi, 'base64');
  for (let at = 0; at < bytes.length; at += 4) bytes.writeFloatLE(1e30, at);
  await page.getByLabel('Checkpoint file').setInputFiles({
    name: 'wild.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...file, phi: bytes.toString('base64') })),
  });
  await expect(page.getByText('trained in the page')).toBeVisible();
  await lab.button('Train').click();
  await expect(page.getByRole('region', { name: 'Compare' })).toContainText('ran away');
  const at = await lab.iteration();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(at);
  await expect(page.getByRole('region', { name: 'Race', exact: true })).toContainText(
    /Ran away, of 16 problems: .*Means are of the others/,
    { timeout: 60_000 },
  );
});

test('it trains from scratch, pauses, goes back in time, and resets', async ({ page }) => {
  const lab = await open(page);
  await lab.trainTo(60);
  await expect
    .poll(async () => (await lab.table('Meta-training'))['meta-iteration']!.length)
    .toBeGreaterThan(1);
  const curve = await lab.table('Meta-training');
  expect(curve['final f, median']!.every((f) => f > 0)).toBe(true);
  await lab.lookBack.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('at 0', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Race', exact: true })).toContainText(
    'After 20 steps',
  );
  await lab.button('Step').click();
  await expect(page.getByText('at 0', { exact: true })).toBeHidden();
  await lab.button('Reset').click();
  await expect.poll(() => lab.iteration()).toBe(0);
});

test('the same seed gives the same run', async ({ page }) => {
  const finals: number[][] = [];
  for (let i = 0; i < 2; i++) {
    const lab = await open(page, `${small}&iterations=60&seed=5`);
    if (i > 0) await lab.button('Reset').click();
    await lab.button('Train').click();
    await expect(lab.status).toContainText('finished');
    // At meta-iterations 0, 50 and 60; curves are drawn a moment after they come.
    const curve = async () => (await lab.table('Meta-training'))['final f, median']!;
    await expect.poll(async () => (await curve()).length).toBe(3);
    finals.push(await curve());
    await page.goto('about:blank');
  }
  expect(finals[0]).toEqual(finals[1]);
});

test('the start on the surface can be moved, and the walk played and scrubbed', async ({
  page,
}) => {
  const lab = await open(page);
  const start = page.getByRole('slider', { name: 'Start' });
  await start.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page).toHaveURL(/start=-1\.9:1\.2/);
  const before = await lab.table('On the surface');
  expect(before['Adam, x']![0]).toBe(-1.9);
  await page.getByRole('combobox', { name: 'Surface' }).selectOption('himmelblau');
  await expect(page).not.toHaveURL(/start=/);
  const step = page.getByRole('slider', { name: 'Surface step' });
  await step.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('step 0 of 20')).toBeVisible();
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(page.getByText('step 1 of 20')).toBeVisible();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText('step 20 of 20')).toBeVisible();
});

test('the grid that chose the rates can be opened', async ({ page }) => {
  await open(page);
  await page.getByText('Tuned rates: SGD').click();
  const grid = page.getByRole('table', { name: 'Mean f after 100 steps, by rate' });
  await expect(grid.getByRole('row')).toHaveCount(22);
  await expect(grid.locator('[data-chosen]')).toHaveCount(5);
  await expect(grid).toContainText('∞');
});

test('it can be raced on problems that it was not trained on', async ({ page }) => {
  const lab = await open(page);
  await page.getByRole('combobox', { name: 'Race on' }).selectOption('blobs');
  await expect(page.getByText('These are not the problems that it was trained on')).toBeVisible();
  await expect
    .poll(async () => (await lab.table('Race'))['Adam, median']?.[0] ?? 99)
    .toBeLessThan(2);
  await page.getByRole('checkbox', { name: 'Conjugate gradients' }).check();
  await expect(page.getByText('sits out: these are no quadratics')).toBeVisible();
  const race = page.getByRole('region', { name: 'Race', exact: true });
  // Who does not take part is neither waited for nor spoken of.
  await expect(race).not.toContainText('L-BFGS');
  await page.getByRole('checkbox', { name: 'L-BFGS' }).check();
  await expect(race).toContainText(/L-BFGS, with nothing to tune, is \w+: \S+ after 20 steps/);
  const table = await lab.table('Race');
  expect(Object.keys(table).filter((column) => column.startsWith('Conjugate'))).toEqual([]);
  const fell = table['L-BFGS, median']!;
  expect(fell.at(-1)!).toBeLessThan(0.5 * fell[0]!);
});

test('an optimiser can be saved and loaded', async ({ page }) => {
  const lab = await open(page);
  await lab.trainTo(30);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save optimiser' }).click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8')).network.hidden).toEqual([6]);
  await page.getByLabel('Checkpoint file').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: readFileSync(file),
  });
  await expect(page.getByText('trained in the page')).toBeVisible();
  await expect.poll(() => lab.iteration()).toBe(0);
});

test('a damaged checkpoint is refused with a reason, and nothing is lost', async ({ page }) => {
  const lab = await open(page);
  await lab.trainTo(20);
  const at = await lab.iteration();
  await page.getByLabel('Checkpoint file').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format": "inner-loop optimizer 1", "phi": "***"}'),
  });
  await expect(lab.notice('This checkpoint cannot be used')).toContainText('damaged');
  expect(await lab.iteration()).toBe(at);
});

test('without the shipped checkpoint it begins from scratch, and says so', async ({ page }) => {
  await page.route('**/checkpoints/*', (route) => route.fulfill({ status: 404 }));
  await page.goto('./#/optimizers?raceProblems=16&raceSteps=20&surfaceSteps=20');
  const lab = new Lab(page);
  await expect(lab.notice('could not be loaded')).toContainText('from scratch');
  await expect(page.getByRole('region', { name: 'Race', exact: true })).toContainText(
    'After 20 steps',
    {
      timeout: 180_000,
    },
  );
});

test('what is wrong with an address is said, and the rest is used', async ({ page }) => {
  await page.goto(`./#/optimizers?${small}&rate=fast&clip=-1&frob=1`);
  const lab = new Lab(page);
  await expect(lab.notice('values that cannot be used')).toContainText('rate is “fast”');
  await expect(page.getByRole('slider', { name: 'Unroll' })).toHaveAttribute('aria-valuetext', '5');
});

test('a worker that fails is replaced, and meta-training goes on', async ({ page }) => {
  const lab = await open(page);
  await lab.trainTo(40);
  const at = await lab.iteration();
  await page.workers()[0]!.evaluate(() => {
    setTimeout(() => {
      throw new Error('cosmic ray');
    });
  });
  await expect(lab.notice('cosmic ray')).toBeVisible();
  expect(await lab.iteration()).toBe(at);
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(at + 1);
});

test('axe finds nothing, light and dark, and every chart has its table', async ({ page }) => {
  const lab = await open(page);
  await lab.trainTo(30);
  const figures = [
    'Race',
    'On the surface',
    'What it proposes',
    'What it remembers',
    'Meta-training',
  ];
  await expect(page.getByRole('figure')).toHaveCount(figures.length);
  for (const name of figures) {
    expect(Object.keys(await lab.table(name)).length).toBeGreaterThan(2);
  }
  for (const details of await page.locator('details').all()) {
    await details.evaluate((element: HTMLDetailsElement) => {
      element.open = true;
    });
  }
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('names of curves and axes are clear of each other, on a desk and on a phone', async ({
  page,
}) => {
  const all = 'learned,sgd,momentum,nesterov,rmsprop,adam,cg,lbfgs';
  const lab = await open(page, `${small}&racers=${all}&horizon=20&raceSteps=60`);
  await lab.trainTo(60);
  await expect(page.getByRole('region', { name: 'Race', exact: true })).toContainText('At 60 it');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 860 });
    for (const [figure, name] of [
      ['Race', 'Momentum'],
      ['Meta-training', 'final, mean'],
      ['What it proposes', 'step 21'],
    ] as const) {
      await lab.figure(figure).scrollIntoViewIfNeeded();
      await expect(lab.figure(figure).getByText(name, { exact: true })).toBeVisible();
      expect(await collisions(lab, figure), `${figure} at ${width}`).toEqual([]);
    }
  }
});

test('it fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
