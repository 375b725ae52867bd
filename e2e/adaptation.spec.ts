import { readFileSync } from 'node:fs';
import { expect, type Locator, test } from '@playwright/test';
import { Lab } from './lab';

const steep = 'initialiser=fan-in-uniform&innerRate=0.05';
const points = (figure: Locator) => figure.getByRole('slider', { name: /Support point/ });

test('adaptation follows a point that is dragged', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(steep);
  const figure = lab.figure('MAML');
  const before = await lab.table('MAML');
  const point = points(figure).first();
  const box = (await point.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await lab.table('MAML'))['1 step']).not.toEqual(before['1 step']);
  // The other contenders have the same task.
  await expect(points(lab.figure('Reptile')).first()).toHaveAttribute(
    'aria-valuetext',
    (await point.getAttribute('aria-valuetext'))!,
  );
  await expect(page).toHaveURL(/points=/);
  await lab.button('Restore points').click();
  await expect.poll(() => lab.table('MAML')).toEqual(before);
});

test('points are moved, added and removed from the keyboard', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(steep);
  const figure = lab.figure('MAML');
  await expect(points(figure)).toHaveCount(10);
  const active = points(figure).and(figure.locator('[tabindex="0"]'));
  await expect(active).toHaveCount(1);
  await active.focus();
  const height = async () => Number(await figure.locator(':focus').getAttribute('aria-valuenow'));
  const before = await height();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  expect(await height()).toBeGreaterThan(before);
  await page.keyboard.press('PageDown');
  await expect(figure.locator(':focus')).not.toHaveAttribute('aria-label', 'Support point 1 of 10');
  await page.keyboard.press('Insert');
  await expect(points(figure)).toHaveCount(11);
  await page.keyboard.press('Delete');
  await expect(points(figure)).toHaveCount(10);
});

test('points are added and removed by double-clicks', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(steep);
  const figure = lab.figure('MAML');
  const box = (await figure.boundingBox())!;
  await page.mouse.dblclick(box.x + 0.5 * box.width, box.y + 0.3 * box.height);
  await expect(points(figure)).toHaveCount(11);
  const added = (await points(figure).last().boundingBox())!;
  await page.mouse.dblclick(added.x + added.width / 2, added.y + added.height / 2);
  await expect(points(figure)).toHaveCount(10);
});

test('the slider of gradient steps shows each step', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(steep);
  const loss = async () => /loss ([\d.]+)/.exec((await lab.figure('MAML').textContent()) ?? '')![1];
  const one = await loss();
  await lab.steps.focus();
  await page.keyboard.press('End');
  await expect(page.getByText('after 10 of 10 gradient steps')).toBeVisible();
  expect(await loss()).not.toBe(one);
  await page.keyboard.press('Home');
  await expect(page.getByText('after 0 of 10 gradient steps')).toBeVisible();
});

test('a new task is another task, the same for every contender', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(steep);
  const before = await lab.table('MAML');
  await lab.button('New task').click();
  await expect.poll(async () => (await lab.table('MAML'))['true y']).not.toEqual(before['true y']);
  const after = await lab.table('MAML');
  expect((await lab.table('Reptile'))['true y']).toEqual(after['true y']);
  await expect(page).toHaveURL(/shown=\d+/);
  await page.reload();
  await expect.poll(async () => (await lab.table('MAML'))['true y']).toEqual(after['true y']);
});

test('held-out tasks can leave the training range', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(steep);
  const before = await lab.lossCurve();
  const high = page.getByRole('slider', { name: 'Test amplitude, to' });
  await high.focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/beyond training/)).toBeVisible();
  expect(await page.getByText('These tasks leave the training range').count()).toBe(1);
  await expect
    .poll(async () => (await lab.lossCurve())['Random initialisation']![0])
    .toBeGreaterThan(1.5 * before['Random initialisation']![0]!);
});

test('a chart can be saved as CSV', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(steep);
  const figure = lab.figure('Reptile');
  await figure.getByRole('button', { name: 'Data table' }).click();
  const coming = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'CSV' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('regression-reptile-seed-1-iteration-0.csv');
  const bytes = readFileSync(await download.path());
  // The mark by which Excel knows that the file is UTF-8.
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  // Where it comes from, and then the table.
  expect(bytes.toString('utf8', 3)).toMatch(/^# Reptile\r\n(?:# .*\r\n)+"x","/);
});

test('points beyond the axes stand at the edge of their own chart, and can be taken there', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('amplitude=0.1,1&testAmplitude=0.1,1&points=-2:4,0:0.5,3:-4,20:0.2');
  for (const name of ['MAML', 'Joint pre-training', 'Random initialisation']) {
    const figure = lab.figure(name);
    const { x, y, width, height } = (await figure.boundingBox())!;
    for (const point of await points(figure).all()) {
      const dot = (await point.locator('circle').last().boundingBox())!;
      expect(dot.x).toBeGreaterThanOrEqual(x);
      expect(dot.y).toBeGreaterThanOrEqual(y);
      expect(dot.x + dot.width).toBeLessThanOrEqual(x + width);
      expect(dot.y + dot.height).toBeLessThanOrEqual(y + height);
    }
    await expect(points(figure).nth(3)).toHaveAttribute(
      'aria-valuetext',
      'x 20.00, y 0.20, beyond the axes',
    );
    await expect(points(figure).nth(1)).toHaveAttribute('aria-valuetext', 'x 0.00, y 0.50');
  }
  const edge = points(lab.figure('Joint pre-training')).nth(0);
  const dot = (await edge.locator('circle').last().boundingBox())!;
  const [x, y] = [dot.x + dot.width / 2, dot.y + dot.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(edge).toHaveAttribute('aria-valuetext', /^x −2\.\d\d, y 0\.\d\d$/);
  // By keyboard only what is meant moves.
  const far = points(lab.figure('MAML')).nth(3);
  await far.focus();
  await page.keyboard.press('ArrowUp');
  await expect(far).toHaveAttribute('aria-valuetext', /^x 20\.00, y 0\.2\d, beyond the axes$/);
  await page.keyboard.press('ArrowLeft');
  await expect(far).toHaveAttribute('aria-valuetext', /^x 5\.00, /);
});

test('all contenders stand in one plot, one of them in front, and the link says so', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('contenders=maml,reptile,joint');
  await expect(page).toHaveURL(/arrange=side/);
  await lab.button('Overlay').click();
  const plot = lab.figure('All on one task');
  await expect(plot).toBeVisible();
  await expect(page).not.toHaveURL(/arrange=/);
  const curves = () => plot.locator('path[stroke]').count();
  await expect.poll(curves).toBeGreaterThan(3);
  const chip = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(chip('MAML')).toHaveAttribute('aria-pressed', 'true');
  await chip('Reptile').click();
  await expect(chip('Reptile')).toHaveAttribute('aria-pressed', 'true');
  await expect(plot.getByText('Reptile', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/voice=reptile/);
  await plot.getByRole('button', { name: 'Data table' }).click();
  await expect(plot.getByRole('columnheader', { name: /Joint pre-training/ })).toBeVisible();
  await plot.getByRole('button', { name: 'Data table' }).click();
  await lab.button('Side by side').click();
  await expect(lab.figure('Reptile')).toContainText(/loss \d/);
});
