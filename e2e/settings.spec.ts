import { expect, test } from '@playwright/test';
import { Lab } from './lab';

const preset = { name: 'Preset' };

test('a preset sets everything, and the address says so', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await page.getByRole('combobox', preset).selectOption('reptile-toy');
  await expect(page).toHaveURL(/preset=reptile-toy/);
  await expect(page).toHaveURL(/activation=tanh/);
  await expect(page.getByText('after 1 of 32 gradient steps')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('combobox', preset)).toHaveValue('reptile-toy');
  await expect(lab.figure('Loss after k gradient steps')).toContainText('32');
});

test('contenders can be left out and taken in again', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  const reptile = page.getByRole('checkbox', { name: 'Reptile' });
  await reptile.uncheck();
  await expect(lab.figure('Reptile')).toHaveCount(0);
  await expect(page).toHaveURL(/contenders=maml,fomaml,joint,random/);
  await reptile.check();
  await expect(lab.figure('Reptile')).toContainText(/loss \d/);

  // Once trained, a contender that is hidden keeps its place.
  await lab.trainTo(20);
  await reptile.uncheck();
  await expect(lab.figure('Reptile')).toHaveCount(0);
  await reptile.check();
  await expect(lab.figure('Reptile')).toContainText(/loss \d/);
  expect(await lab.iteration()).toBeGreaterThanOrEqual(20);
});

test('a contender that was not trained comes in with a restart', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('contenders=maml,joint');
  await lab.trainTo(10);
  await page.getByRole('checkbox', { name: 'Reptile' }).check();
  await expect(page.getByText('Compare takes effect after a restart')).toBeVisible();
  await lab.button('Restart').click();
  await expect(lab.figure('Reptile')).toContainText(/loss \d/);
  expect(await lab.iteration()).toBe(0);
});

test('what cannot change while training offers a restart, and can be undone', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.trainTo(10);
  const hidden = page.getByRole('textbox', { name: 'Hidden units' });
  await hidden.fill('20,20');
  await hidden.press('Enter');
  await expect(page.getByText('Hidden units takes effect after a restart')).toBeVisible();
  await lab.button('Undo').click();
  await expect(hidden).toHaveValue('40, 40');
  await expect(lab.button('Restart')).toHaveCount(0);
  await hidden.fill('20,20');
  await hidden.press('Enter');
  await lab.button('Restart').click();
  await expect.poll(() => lab.iteration()).toBe(0);
  await expect(page).toHaveURL(/hidden=20,20/);
});

test('what can change while training says so, and does', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.button('Train').click();
  await expect.poll(() => lab.iteration()).toBeGreaterThan(5);
  await expect(page.getByText('live').first()).toBeVisible();
  const rate = page.getByRole('slider', { name: 'Rate α' });
  await rate.focus();
  await page.keyboard.press('ArrowRight');
  await expect(lab.status).toContainText('tuned by hand');
  await expect(lab.button('Restart')).toHaveCount(0);
  await expect(page).toHaveURL(/innerRate=0\.015/);
});

test('a value that cannot be used stays in sight with the reason', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  const shots = page.getByRole('textbox', { name: 'Shots K, exact value' });
  for (const [text, reason] of [
    ['0', 'It must be a whole number from 1 to 100.'],
    ['abc', 'It must be a whole number from 1 to 100.'],
    ['', 'It must be a whole number from 1 to 100.'],
    ['7.5', 'It must be a whole number from 1 to 100.'],
  ] as const) {
    await shots.fill(text);
    await shots.press('Enter');
    await expect(page.getByText(reason)).toBeVisible();
    await expect(shots).toHaveValue(text);
    await expect(shots).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page).toHaveURL(/shots=10/);
  await shots.press('Escape');
  await expect(shots).toHaveValue('10');
  await shots.fill('5');
  await shots.press('Enter');
  await expect(page).toHaveURL(/shots=5/);
});

test('a link is copied, and opens as the page does', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('seed=77');
  await expect(page).toHaveURL(/preset=/);
  const address = page.url();
  const link = await lab.link();
  // What differs from the preset alone.
  expect(link).toMatch(/#\/regression\?v=3&preset=sinusoid-10shot&seed=77&arrange=side&v=3$/);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page).toHaveURL(address);
});

test('a new address in the same tab is a new page', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await page.goto('./#/regression?preset=cubic&seed=4');
  await expect(page.getByRole('combobox', preset)).toHaveValue('cubic');
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('4');
});

test('the address that a person comes back to is opened, however soon', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('shots=7&seed=5');
  await expect(page).toHaveURL(/preset=/);
  // Back before the other lab has written its own address.
  await page.evaluate(async () => {
    location.hash = '#/optimizers';
    await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    history.back();
  });
  await lab.adapted();
  await expect(page.getByLabel('Shots K, exact value')).toHaveValue('7');
  await expect(page).toHaveURL(/#\/regression.*shots=7/);
});

test('the same link once more begins once more', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('shots=7');
  const shots = page.getByLabel('Shots K, exact value');
  await shots.fill('8');
  await shots.press('Enter');
  await expect(page).toHaveURL(/shots=8/);
  await page.evaluate(() => {
    location.hash = '#/regression?shots=7';
  });
  await expect(shots).toHaveValue('7');
});

test('a link copied right after a change has the change', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await page.getByRole('textbox', { name: 'Seed' }).fill('78');
  await page.getByRole('textbox', { name: 'Seed' }).press('Enter');
  expect(await lab.link()).toContain('seed=78');
});

test.describe('bad addresses', () => {
  for (const [address, names] of [
    ['#/regression?shots=abc&innerRate=3&hidden=9999', ['shots', 'innerRate', 'hidden']],
    ['#/regression?seed=-1&metaBatch=NaN&outerRate=Infinity', ['seed', 'metaBatch', 'outerRate']],
    [
      '#/regression?task=__proto__&engine=cuda&activation=<script>alert(1)</script>',
      ['task', 'engine', 'activation'],
    ],
    [
      '#/regression?__proto__[x]=1&constructor=2&nonsense=3',
      ['__proto__', 'constructor', 'nonsense'],
    ],
    ['#/regression?preset=nothing&contenders=maml,hal9000', ['preset', 'contenders']],
    [`#/regression?shots=${'9'.repeat(5000)}`, ['shots']],
    ['#/regression?points=1:2:3&shown=x', ['points', 'shown']],
    ['#/regression?%E0%A4%A&shots=%', ['shots']],
  ] as const) {
    test(`${address.slice(0, 70)} gives the defaults and names what is bad`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      const lab = new Lab(page);
      await page.goto(`./${address}`);
      await lab.adapted();
      for (const name of names) await expect(lab.notice(name)).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Shots K, exact value' })).toHaveValue('10');
      expect(errors).toEqual([]);
    });
  }

  test('a lab that does not exist is said not to', async ({ page }) => {
    await page.goto('./#/astrology');
    await expect(new Lab(page).notice('There is no lab “astrology”')).toBeVisible();
    await new Lab(page).adapted();
  });
});

test('where the page may not copy, its link is there to be taken', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    });
  });
  const lab = new Lab(page);
  await lab.open('seed=77');
  await lab.button('Share…').click();
  await lab.button('Copy link').click();
  await expect(lab.notice('copy it yourself')).toBeVisible();
  // It is there to be copied, and is selected.
  const field = page.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/http:.*#\/regression.*seed=77/);
  await expect(field).toBeFocused();
});
