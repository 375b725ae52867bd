import { expect, type Page, test } from '@playwright/test';
import { scriptBytes } from './lab';
import { violationsInBothThemes } from './violations';

/** How far off each network is, in the order of the page: joint pre-training, MAML. */
const scores = async (page: Page): Promise<number[]> =>
  (await page.locator('strong').allTextContents()).map(Number);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const picture = (page: Page) => page.getByRole('figure');
const open = async (page: Page) => {
  await page.goto('./');
  await expect(picture(page)).toHaveAccessibleName(/Before any gradient step MAML is \d/);
};

test('the root shows two networks that are equal, until both take one step', async ({ page }) => {
  await open(page);
  await expect(page).toHaveTitle('Inner Loop: see learning to learn');
  const [joint, maml] = await scores(page);
  expect(Math.abs(joint! - maml!)).toBeLessThanOrEqual(0.2);
  await button(page, 'Take one step').click();
  await expect(picture(page)).toHaveAccessibleName(/After one gradient step MAML/);
  const [jointAfter, mamlAfter] = await scores(page);
  expect(mamlAfter!).toBeLessThan(0.6 * jointAfter!);
  expect(mamlAfter!).toBeLessThan(0.5 * maml!);
  await expect(page.getByText('the same gradient step')).toBeVisible();
});

test('what was trained beforehand says so, with its command', async ({ page }) => {
  await open(page);
  await expect(page.getByText('Trained beforehand: 70,000 meta-iterations')).toBeVisible();
  await expect(page.getByText('npm run reproduce -- sinusoid-10shot --seed 1')).toBeVisible();
});

test('steps are taken by slider, by keyboard and one after another', async ({ page }) => {
  await open(page);
  const steps = page.getByRole('slider', { name: 'Gradient steps' });
  await steps.press('ArrowRight');
  await steps.press('ArrowRight');
  await expect(page.getByText('after 2 of 10 gradient steps')).toBeVisible();
  await expect(steps).toHaveAttribute('aria-valuetext', 'after 2 steps');
  await button(page, 'Take the steps one after another').click();
  await expect(page.getByText('after 10 of 10 gradient steps')).toBeVisible();
});

test('a point that is dragged bends both curves, and goes back', async ({ page }) => {
  await open(page);
  await button(page, 'Take one step').click();
  const name = () => picture(page).getAttribute('aria-label');
  await expect(picture(page)).toHaveAccessibleName(/After one/);
  const before = await name();
  const point = page.getByRole('slider', { name: 'Point of the wave' }).nth(4);
  const box = (await point.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 80, { steps: 5 });
  await page.mouse.up();
  await expect.poll(name).not.toBe(before);
  await button(page, 'Points of the wave').click();
  await expect.poll(name).toBe(before);
});

test('a new wave is another one, and still shows the point', async ({ page }) => {
  await open(page);
  await button(page, 'Take one step').click();
  await expect(picture(page)).toHaveAccessibleName(/After one/);
  const before = await picture(page).getAttribute('aria-label');
  await button(page, 'New wave').click();
  await expect(picture(page)).not.toHaveAccessibleName(before!);
  await expect.poll(async () => (await scores(page)).every(Number.isFinite)).toBe(true);
  const [joint, maml] = await scores(page);
  expect(maml!).toBeLessThan(0.6 * joint!);
});

test('it can be watched being learned, paused, and left for the trained ones', async ({ page }) => {
  await open(page);
  await button(page, 'Watch it being learned').click();
  const lede = page.getByText(/practise[d]?(?: now)?: [1-9][\d,]* of 70,000/);
  await expect(lede).toContainText('practise now');
  await button(page, 'Pause').click();
  await expect(button(page, 'Go on')).toBeVisible();
  await expect(lede).toContainText('have practised');
  const paused = /: ([\d,]+) of/.exec((await lede.textContent())!)![1]!;
  await button(page, 'Go on').click();
  await expect(lede).toContainText('practise now');
  await expect(lede).not.toContainText(`: ${paused} of`);
  await button(page, 'Back to the trained ones').click();
  await expect(page.getByText('Trained beforehand: 70,000')).toBeVisible();
});

test('without the trained networks it trains, and says so', async ({ page }) => {
  await page.route('**/checkpoints/*.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('./');
  await expect(page.getByText('could not be loaded, so two are trained here')).toBeVisible();
  await expect(page.getByText(/practise now: [1-9][\d,]* of 70,000/)).toBeVisible();
});

test('leads to the labs and back, and to the sources', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: 'An optimiser that was learned' }).click();
  await expect(page).toHaveURL(/#\/optimizers/);
  await expect(page).toHaveTitle('Optimizers · Inner Loop');
  await page.getByRole('link', { name: 'Inner Loop' }).click();
  await expect(picture(page)).toHaveAccessibleName(/Before any gradient step/);
  expect(new URL(page.url()).hash).toBe('#/');
  const papers = page.getByRole('region', { name: 'Where it comes from' }).getByRole('link');
  for (const link of await papers.all()) {
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/(arxiv|doi)\.org\//);
  }
});

test('from a phone to a wall nothing is off the screen, and the first step is in sight', async ({
  page,
}) => {
  const heights = { 320: 700, 390: 844, 820: 1180, 1280: 800, 1920: 1080, 3840: 2160 };
  for (const [wide, height] of Object.entries(heights)) {
    const width = Number(wide);
    await page.setViewportSize({ width, height });
    await open(page);
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll, wide).toBeLessThanOrEqual(client);
    if (width > 320) await expect(button(page, 'Take one step')).toBeInViewport({ ratio: 1 });
    await button(page, 'Take one step').click();
    const cut = await page
      .getByRole('button')
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
      );
    expect(cut, wide).toEqual([]);
  }
});

test('axe finds nothing at the root, light and dark', async ({ page }) => {
  await open(page);
  await button(page, 'Take one step').click();
  await expect(picture(page)).toHaveAccessibleName(/After one/);
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('the root needs at most 200 KB of compressed script', async ({ page }) => {
  await open(page);
  expect(await scriptBytes(page)).toBeLessThanOrEqual(200 * 1024);
});
