/** Addresses that tools have changed on their way, and numbers as people write them. */

import { expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

const points = '-2:1,0:0.5,3:-1';
const exact = (page: Page, label: string) =>
  page.getByLabel(`${label}, exact value`, { exact: true });

/** Worst of what chat tools, mail and copying by hand make of an address: a setting in force, and what is said. */
const worst: Readonly<
  Record<
    string,
    readonly (readonly [address: string, label: string, value: string, said: RegExp | null])[]
  >
> = {
  regression: [
    ['#%2Fregression%3Fshots%3D5%26seed%3D7', 'Shots K', '5', null],
    ['#%252Fregression%253Fshots%253D5%2526seed%253D7', 'Shots K', '5', null],
    [`#/regression?shots=5&amp;points=${points}?utm_source=chat).`, 'Shots K', '5', /utm_source/],
    [`#/regression?shots=5)&points=${points},9:`, 'Shots K', '5', /points.*“9:”/],
    ['#／regression？shots＝５\u200b＆seed＝7', 'Shots K', '5', null],
    ['#/regression?shots=5&iterations=50.000', 'Shots K', '5', /50 or 50000/],
    ['#/regression?preset=cubic&v=2&shots=17&que', 'Shots K', '17', /lost its end/],
  ],
  optimizers: [
    ['#%2Foptimizers%3Fpreset%3Dpaper%26dimension%3D3', 'Dimension', '3', null],
    ['#/optimizers?preset=paper&amp;dimension=3&racers=sgd,shampoo).', 'Dimension', '3', /shampoo/],
    ['#/optimizers?preset=paper&dimension=3&start=−1.5:0.5…', 'Dimension', '3', /start/],
  ],
  omniglot: [
    ['#%2Fomniglot%3Fpreset%3Dscratch%26ways%3D3', 'Ways', '3', null],
    [
      '#/omniglot?preset=scratch&ways=3&drawings=-1:AgAA__8,3:AQI…&fbclid=x',
      'Ways',
      '3',
      /3:AQI.*fbclid/,
    ],
    ['#/omniglot?preset=scratch&ways=3.&methods=maml, pixels,hal9000', 'Ways', '3', /hal9000/],
  ],
};

for (const [lab, addresses] of Object.entries(worst)) {
  test(`the ${lab} lab opens whatever tools have made of its address`, async ({ page }) => {
    test.slow();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    for (const [address, label, value, said] of addresses) {
      await page.goto('about:blank');
      await page.goto(`./${address}`);
      const field = exact(page, label);
      await expect(field, address).toHaveValue(value);
      if (said === null) await expect(page.getByRole('alert')).toHaveCount(0);
      else await expect(new Lab(page).notice(said)).toBeVisible();
      // It writes the address as it is now, and that is read again without a word.
      await expect(page).toHaveURL(new RegExp(`#/${lab}\\?preset=.*engine=[a-z-]+$`));
      await page.reload();
      await expect(field).toHaveValue(value);
      await expect(new Lab(page).notice(/address/)).toHaveCount(0);
    }
    expect(errors).toEqual([]);
  });
}

test('numbers are read as people write them, or asked about', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  const hidden = page.getByRole('textbox', { name: 'Hidden units' });
  for (const [field, text, setting, value] of [
    [exact(page, 'Meta-iterations'), '50,000', 'iterations', '50000'],
    [exact(page, 'Meta-iterations'), '60\u00a0000', 'iterations', '60000'],
    [exact(page, 'Rate α'), '0,02', 'innerRate', '0.02'],
    [exact(page, 'Rate α'), '\u00a0０.０３', 'innerRate', '0.03'],
    [exact(page, 'Inputs x'), '−4, 4', 'inputRange', '-4,4'],
    [exact(page, 'Amplitude A'), '0,1; 4', 'amplitude', '0.1,4'],
    [exact(page, 'Amplitude A'), '[0.2, 4]', 'amplitude', '0.2,4'],
    [exact(page, 'Phase φ'), '0, π/2', 'phase', '0,0.5pi'],
    [exact(page, 'Phase φ'), '0, 1.5*pi', 'phase', '0,1.5pi'],
    [hidden, '8 8', 'hidden', '8,8'],
    [hidden, '9x9x9', 'hidden', '9,9,9'],
  ] as const) {
    await field.fill(text);
    await field.press('Enter');
    await expect.poll(() => lab.setting(setting), text).toBe(value);
  }
  await expect(hidden).toHaveValue('9, 9, 9');
  for (const [field, text, reason] of [
    [
      exact(page, 'Meta-iterations'),
      '70.000',
      '“70.000” can mean 70 or 70000. Write one of these.',
    ],
    [exact(page, 'Amplitude A'), '0,1,4', 'can mean 0; 1.4 or 0.1; 4.'],
    [exact(page, 'Rate α'), '2,5', 'It must be a number from 0.0001 to 1.'],
  ] as const) {
    await field.fill(text);
    await field.press('Enter');
    await expect(page.getByText(reason)).toBeVisible();
    await field.press('Escape');
  }
  expect(lab.setting('iterations')).toBe('60000');
  expect(lab.setting('amplitude')).toBe('0.2,4');
});

test('a task takes no more points than its link', async ({ page }) => {
  const lab = new Lab(page);
  const many = Array.from({ length: 200 }, (_, i) => `${(i - 100) / 25}:1`).join();
  await lab.open(`contenders=maml,random&points=${many}`);
  const point = lab.figure('MAML').getByRole('slider', { name: /Support point 1 of/ });
  await point.focus();
  await page.keyboard.press('Insert');
  await expect(lab.notice('at most 200 support points')).toBeVisible();
  await expect(point).toHaveAccessibleName('Support point 1 of 200');
  await page.reload();
  await expect(point).toHaveAccessibleName('Support point 1 of 200');
});

test('what runs away is said, not praised', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('innerRate=1&contenders=maml,joint');
  await lab.trainTo(300);
  const see = page.getByRole('region', { name: 'What to see' });
  await expect(see).toContainText(
    /Joint pre-training (runs away as it adapts|diverged).*Lower .*Rate α/,
  );
  await expect(see).not.toContainText('has found the average task');
});

test('a curve keeps the name of what it was', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('contenders=maml,random');
  await lab.trainTo(30);
  const training = lab.figure('Meta-training loss');
  await expect(training).toContainText('after one step');
  const steps = exact(page, 'Steps in training');
  await steps.fill('5');
  await steps.press('Enter');
  await expect(training).toContainText('after one step');
  await lab.trainTo((await lab.iteration()) + 30);
  await expect(training).toContainText(/from 0 on after one step.*on after 5 steps/);
});
