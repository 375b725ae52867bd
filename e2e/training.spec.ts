import { expect, test } from '@playwright/test';
import { Lab } from './lab';

/** A small network on few tasks: quick to train, and enough to tell the methods apart. */
const quick = 'initialiser=fan-in-uniform&metaBatch=10&outerRate=0.002';

test('MAML and Reptile learn to adapt, joint pre-training does not', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  const untrained = await lab.lossCurve();
  await lab.trainTo(1500);
  const { 'steps k': k, ...losses } = await lab.lossCurve();
  expect(k).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const after = (name: string, steps: number) => losses[name]![steps]!;
  for (const name of ['MAML', 'First-order MAML', 'Reptile']) {
    expect(after(name, 1)).toBeLessThan(0.65 * after('Joint pre-training', 1));
    expect(after(name, 10)).toBeLessThan(0.65 * after(name, 1));
  }
  expect(losses['Random initialisation']).toEqual(untrained['Random initialisation']);
  // Before training all contenders are the same weights.
  expect(untrained.MAML).toEqual(untrained.Reptile);
});

test('training can be paused, stepped, reset and resumed', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await expect(lab.status).toContainText('ready');
  await lab.trainTo(30);
  const paused = await lab.iteration();
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(paused + 1);
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(paused + 10);
  await lab.button('Reset').click();
  await expect.poll(() => lab.iteration()).toBe(0);
  await expect(lab.status).toContainText('ready');
  await expect(lab.button('Train')).toBeVisible();
});

test('training ends at the planned meta-iteration', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('iterations=25');
  await lab.button('Train').click();
  await expect(lab.status).toContainText('finished');
  expect(await lab.iteration()).toBe(25);
  await expect(lab.button('Train')).toBeDisabled();
});

test('the same address gives the same run, paused or not', async ({ page }) => {
  const lab = new Lab(page);
  const settings = `${quick}&metaBatch=100&iterations=150&seed=5`.replace('metaBatch=10&', '');
  await lab.open(settings);
  await lab.button('Train').click();
  await expect(lab.status).toContainText('finished');
  const straight = await lab.table('Meta-training loss');

  await lab.button('Reset').click();
  await expect.poll(() => lab.iteration()).toBe(0);
  await lab.button('Step').click();
  await lab.button('Step').click();
  await expect.poll(() => lab.iteration()).toBe(2);
  await lab.trainTo(3);
  await lab.button('Train').click();
  await expect(lab.status).toContainText('finished');
  expect(await lab.table('Meta-training loss')).toEqual(straight);
});

test('the page goes back to earlier meta-iterations', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  const atFirst = await lab.table('MAML');
  await lab.trainTo(200);
  // By the time the curve is complete, the plots have caught up with the last meta-iteration.
  await lab.lossCurve();
  const atLast = await lab.table('MAML');
  expect(atLast['1 step']).not.toEqual(atFirst['1 step']);

  await lab.lookBack.focus();
  await page.keyboard.press('Home');
  await expect(lab.lookBack).toHaveAttribute('aria-valuetext', '0');
  await expect(page.getByText('at 0')).toBeVisible();
  await expect.poll(() => lab.table('MAML')).toEqual(atFirst);
  await lab.lookBack.focus();
  await page.keyboard.press('End');
  await expect.poll(() => lab.table('MAML')).toEqual(atLast);
});

test('a run comes back after the tab was closed', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.trainTo(40);
  const at = await lab.iteration();
  const losses = await lab.table('Meta-training loss');
  await page.reload();
  await expect.poll(() => lab.iteration()).toBe(at);
  await expect(lab.status).toContainText('paused');
  expect(await lab.table('Meta-training loss')).toEqual(losses);
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(at);
});

test('training streams without moving the layout', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        shifts.push(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(300);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
});

test('training goes on in a hidden tab', async ({ page, context }) => {
  const lab = new Lab(page);
  await lab.open(quick);
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(5);
  const before = await lab.iteration();
  // Another tab in front hides this one.
  const other = await context.newPage();
  await other.goto('about:blank');
  await other.bringToFront();
  await other.waitForTimeout(1500);
  await page.bringToFront();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(before + 20);
  await lab.button('Pause').click();
  await expect(lab.status).toContainText('paused');
  const { 'meta-iteration': rows } = await lab.table('Meta-training loss');
  expect(rows!.length).toBeGreaterThan(10);
});

for (const [preset, random] of [
  ['sinusoid-5shot', 'Random initialisation'],
  ['reptile-toy', 'Random initialisation'],
  ['cubic', 'Random initialisation'],
] as const) {
  test(`the preset ${preset} trains`, async ({ page }) => {
    const lab = new Lab(page);
    await lab.open(`preset=${preset}`);
    await lab.trainTo(30);
    const { [random]: losses } = await lab.table('Meta-training loss');
    expect(losses!.every(Number.isFinite)).toBe(true);
  });
}
