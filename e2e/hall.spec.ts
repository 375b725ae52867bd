/** Lecture mode: sizes that a hall can read, panels alone on the screen, and the keys of who speaks. */

import { expect, type Locator, type Page, test } from '@playwright/test';
import { Lab } from './lab';
import { violationsIn } from './violations';

test.use({ viewport: { width: 1920, height: 1080 } });

const quick = 'metaBatch=3&hidden=8&testSteps=3';
const root = 'html';

async function open(page: Page, settings = quick): Promise<Lab> {
  const lab = new Lab(page);
  await page.goto(`./?lecture=1#/regression?${settings}`);
  await lab.adapted();
  await expect(lab.button('Keys')).toBeVisible();
  return lab;
}

const lit = (page: Page): Locator => page.locator('[data-lit]');
const iteration = (lab: Lab): Promise<number> => lab.iteration();

/** The least computed size of these, as a share of the window's height in per cent. */
const leastOf = (all: Locator, property: string): Promise<number> =>
  all.evaluateAll((elements, name) => {
    const sizes = elements
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => Number.parseFloat(getComputedStyle(element).getPropertyValue(name)));
    return (100 * Math.min(...sizes)) / innerHeight;
  }, property);

const inPlot = {
  ticks: '.recharts-cartesian-axis-tick-value',
  curves: '[class*=_plot_] path[class*=_stroke_]',
  names: 'text[class*=_endName_]',
  points: 'circle[class*=_dot_]',
} as const;

/** What lies beyond the window, or is cut by a figure or another one's text. */
const beyond = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`${scrollWidth} wide`);
    const ticks = document.querySelectorAll('.recharts-cartesian-axis-ticks');
    for (const axis of ticks) {
      const boxes = [...axis.querySelectorAll('text')].map((t) => t.getBoundingClientRect());
      for (const [i, a] of boxes.entries()) {
        if (a.right > innerWidth || a.left < 0) found.push('a number beyond the window');
        const b = boxes[i + 1];
        if (b === undefined) continue;
        const [dx, dy] = [
          Math.min(a.right, b.right) - Math.max(a.left, b.left),
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
        ];
        // Lines of type are higher than the figures in them.
        if (dx > 0 && dy > 0.35 * a.height) found.push('numbers of an axis over each other');
      }
    }
    return found;
  });

/** Texts and curves in sight that stand out less than they must, with by how much. */
const faint = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Color = readonly [number, number, number, number];
    const parse = (text: string): Color => {
      const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, text === 'none' ? 0 : a];
    };
    const over = ([r, g, b, a]: Color, [R, G, B]: Color): Color => [
      r * a + R * (1 - a),
      g * a + G * (1 - a),
      b * a + B * (1 - a),
      1,
    ];
    const light = ([r, g, b]: Color) => {
      const [R, G, B] = [r, g, b].map((x) => {
        const part = x / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
      return 0.2126 * R + 0.7152 * G + 0.0722 * B + 0.05;
    };
    const contrast = (a: Color, b: Color) => {
      const [x, y] = [light(a), light(b)];
      return x > y ? x / y : y / x;
    };
    const ground = (element: Element): Color => {
      const layers: Color[] = [];
      const text = element.getBoundingClientRect();
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const box = at.getBoundingClientRect();
        // A label beside the dot that it is of has another ground.
        if (box.bottom < text.top + 1 || box.width + 1 < text.width) continue;
        layers.unshift(parse(getComputedStyle(at).backgroundColor));
      }
      return layers.reduce((below, layer) => over(layer, below), [255, 255, 255, 1] as Color);
    };
    const found: string[] = [];
    const inSight = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest(':disabled, .hidden-visually, :has(> input:disabled)') === null;
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const element = node.parentElement!;
      const text = node.textContent!.trim();
      if (text === '' || element.closest('script, style, noscript') || !inSight(element)) continue;
      const style = getComputedStyle(element);
      const color = parse(element instanceof SVGElement ? style.fill : style.color);
      const ratio = contrast(color, ground(element));
      if (ratio < 7) found.push(`${text}: ${ratio.toFixed(2)}`);
    }
    for (const path of document.querySelectorAll('[class*=_plot_] path[class*=_stroke_]')) {
      const { stroke, opacity } = getComputedStyle(path);
      // Earlier steps are ghosts of those of now.
      if (Number(opacity) < 0.65 || path.closest('[class*=_contours_]') !== null) continue;
      const [r, g, b] = parse(stroke);
      for (const name of ['--panel', '--paper']) {
        const probe = document.createElement('i');
        probe.style.color = `var(${name})`;
        document.body.append(probe);
        const behind = parse(getComputedStyle(probe).color);
        probe.remove();
        const ratio = contrast(over([r, g, b, Number(opacity)], behind), behind);
        if (ratio < 4.5) found.push(`${stroke} on ${name}: ${ratio.toFixed(2)}`);
      }
    }
    return found;
  });

test('on the stage, numbers are 2.6% of the window high, titles 3.7%, curves 0.28%', async ({
  page,
}) => {
  for (const arrange of ['overlay', 'side']) {
    await open(page, `${quick}&arrange=${arrange}`);
    await expect.poll(() => leastOf(page.locator(inPlot.ticks), 'font-size')).toBeGreaterThan(2.6);
    expect(await leastOf(page.locator('figure h3'), 'font-size')).toBeGreaterThanOrEqual(3.7);
    expect(await leastOf(page.locator(inPlot.curves), 'stroke-width')).toBeGreaterThan(0.28);
    expect(2 * (await leastOf(page.locator(inPlot.points), 'r'))).toBeGreaterThanOrEqual(1.1);
    expect(await beyond(page)).toEqual([]);
  }
});

for (const theme of ['light', 'dark'] as const) {
  test(`${theme}: text stands out by 7 to 1, curves by 4.5`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    for (const lab of [`regression?${quick}`, 'optimizers?raceProblems=16', 'omniglot']) {
      await page.goto(`./?lecture=1#/${lab}`);
      await page.reload();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(page.getByRole('button', { name: 'Keys', exact: true })).toBeVisible();
      // Charts of the last lab are drawn when they come into sight.
      const drawn = lab === 'omniglot' ? '[data-part=score] tbody' : inPlot.curves;
      await expect(page.locator(drawn).first()).toBeVisible();
      expect(await faint(page)).toEqual([]);
      for (let panel = 1; panel <= 2; panel++) {
        await page.keyboard.press('+');
        await expect(lit(page)).toHaveCount(1);
        expect(await faint(page)).toEqual([]);
      }
    }
  });
}

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [390, 844],
] as const) {
  test(`at ${width} × ${height} nothing is cut or lies over another`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const lab of [`regression?${quick}`, `regression?${quick}&arrange=side`, 'optimizers']) {
      await page.goto(`./?lecture=1#/${lab}`);
      await expect(page.locator(inPlot.ticks).first()).toBeVisible();
      await expect.poll(() => beyond(page)).toEqual([]);
    }
  });
}

test('in spotlight one panel fills the window: numbers 3.7%, title, names and number 5.5%', async ({
  page,
}) => {
  const lab = await open(page);
  const hero = page.locator('[data-part=hero]');
  await hero.getByRole('button', { name: 'Spotlight' }).click();
  await expect(lit(page)).toHaveCount(1);
  await expect(lab.figure('Loss after k gradient steps')).toBeHidden();
  await expect
    .poll(() => leastOf(lit(page).locator(inPlot.ticks), 'font-size'))
    .toBeGreaterThanOrEqual(3.7);
  const large = [lit(page).locator('h3'), lit(page).locator(inPlot.names)];
  for (const text of [...large, lit(page).locator('p > b[style]')]) {
    expect(await leastOf(text, 'font-size')).toBeGreaterThanOrEqual(5.5);
  }
  for (const axis of await lit(page).locator('.recharts-cartesian-axis-ticks').all()) {
    expect(await axis.locator('text').count()).toBeLessThanOrEqual(4);
  }
  const box = (await lit(page).boundingBox())!;
  expect(box.width).toBeGreaterThan(0.94 * 1920);
  expect(box.height).toBeGreaterThan(0.84 * 1080);
  expect(await beyond(page)).toEqual([]);

  // Who takes part is the legend of what names no curves itself.
  await page.keyboard.press('+');
  await expect(lit(page).getByRole('heading', { name: 'Loss after k' })).toBeVisible();
  const legend = page.locator('[data-part=compare]').getByText('MAML', { exact: true });
  await expect.poll(() => leastOf(legend, 'font-size')).toBeGreaterThanOrEqual(5.5);
  expect(await leastOf(lit(page).locator('h3'), 'font-size')).toBeGreaterThanOrEqual(5.5);
  await lit(page).getByRole('button', { name: 'Whole stage' }).click();
  await expect(lit(page)).toHaveCount(0);
  await expect(hero).toBeVisible();
});

test('plus and minus lead through the panels of every lab, and back to the stage', async ({
  page,
}) => {
  test.slow();
  const panels = { [`regression?${quick}`]: 3, 'optimizers?raceProblems=16': 5, omniglot: 3 };
  for (const [lab, count] of Object.entries(panels)) {
    await page.goto(`./?lecture=1#/${lab}`);
    await expect(page.getByRole('button', { name: 'Keys', exact: true })).toBeVisible();
    // The last panel is loaded in time.
    const buttons = page.locator('[data-part=stage] button[data-part=spotlight]');
    await expect(buttons).toHaveCount(count);
    const seen = new Set<string>();
    for (let i = 0; i < count; i++) {
      await page.keyboard.press('+');
      await expect(lit(page)).toHaveCount(1);
      await expect(lit(page)).toBeInViewport({ ratio: 0.99 });
      seen.add((await lit(page).textContent()) ?? '');
      expect(await beyond(page)).toEqual([]);
      const box = (await lit(page).boundingBox())!;
      expect(box.width).toBeGreaterThan(0.9 * 1920);
    }
    expect(seen.size).toBe(count);
    await page.keyboard.press('+');
    await expect(lit(page)).toHaveCount(0);
    await page.keyboard.press('-');
    await expect(lit(page)).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(lit(page)).toHaveCount(0);
    await expect(page.locator(root)).not.toHaveAttribute('data-spotlight');
  }
});

test('another lab, or leaving lecture mode, ends a spotlight', async ({ page }) => {
  const lab = await open(page);
  await page.keyboard.press('+');
  await expect(lit(page)).toHaveCount(1);
  await page.evaluate(() => {
    location.hash = '#/optimizers';
  });
  await expect(page.locator(root)).not.toHaveAttribute('data-spotlight');
  await lab.button('Lecture mode').click();
  await expect(page.locator('button[data-part=spotlight]')).toHaveCount(0);
  await expect(lab.button('Keys')).toHaveCount(0);
  await page.keyboard.press('+');
  await expect(lit(page)).toHaveCount(0);
});

test('the address turns lecture mode on, a reload keeps it, and the link carries it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = new Lab(page);
  // Where a person may type it; the lab must not take it for a setting.
  await page.goto(`./#/regression?${quick}&lecture=1`);
  await lab.adapted();
  await expect(page.locator(root)).toHaveAttribute('data-lecture');
  await expect(page).toHaveURL(/\?lecture=1#\/regression\?(?!.*lecture)/);
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be used' })).toHaveCount(0);
  await page.reload();
  await lab.adapted();
  await expect(page.locator(root)).toHaveAttribute('data-lecture');
  expect(await lab.link()).toContain('?lecture=1#/');
  // It is the page's: another lab is shown to the hall, too.
  await page.getByRole('link', { name: 'Optimizers' }).click();
  await expect(page).toHaveURL(/\?lecture=1#\/optimizers/);
  await lab.button('Lecture mode').click();
  await expect(page.locator(root)).not.toHaveAttribute('data-lecture');
  await expect(page).not.toHaveURL(/lecture/);
  expect(await lab.link()).not.toContain('lecture');
});

test('a place that was left before the lecture began is shown to the hall, too', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto('./#/');
  await page.getByRole('link', { name: 'Regression', exact: true }).click();
  await lab.adapted();
  await lab.button('Lecture mode').click();
  await page.goBack();
  await expect(page).toHaveURL(/\?lecture=1#\/$/);
  await expect(page.getByRole('heading', { name: 'become' })).toBeVisible();
  await expect(page.locator(root)).toHaveAttribute('data-lecture');
});

test('axe finds nothing on the stage, in spotlight, in the drawer and in the list of keys', async ({
  page,
}) => {
  const lab = await open(page);
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('+');
  await expect(lit(page)).toHaveCount(1);
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('-');
  await lab.button('Settings').click();
  await expect(page.getByRole('complementary').getByRole('slider').first()).toBeVisible();
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violationsIn(page)).toEqual([]);
});

test('settings are a drawer over the stage, which keeps its place', async ({ page }) => {
  const lab = await open(page);
  const settings = page.getByRole('complementary', { name: 'Settings' });
  await expect(settings).toBeHidden();
  const hero = page.locator('[data-part=hero]');
  const before = await hero.boundingBox();
  await lab.button('Settings').click();
  await expect(settings.getByRole('slider').first()).toBeVisible();
  expect(await hero.boundingBox()).toEqual(before);
  await settings.getByRole('slider', { name: 'Shots K' }).fill('5');
  await expect(page).not.toHaveURL(/shots=10/);
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  // How they were left at the desk is as it was: open.
  await lab.button('Lecture mode').click();
  await expect(settings).toBeVisible();
});

test('keys train, pause, step, ask about another task and reset', async ({ page }) => {
  const lab = await open(page);
  await page.keyboard.press('s');
  await expect.poll(() => iteration(lab)).toBe(1);
  const task = page.getByText(/^A = .*φ = /);
  const first = await task.textContent();
  await page.keyboard.press('t');
  await expect(task).not.toHaveText(first!);
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  await expect.poll(() => iteration(lab)).toBeGreaterThan(5);
  await page.keyboard.press('Space');
  await expect(lab.button('Train')).toBeVisible();
  await page.keyboard.press('r');
  await expect.poll(() => iteration(lab)).toBe(0);
  // Again it brings nothing back: that is another button.
  await page.keyboard.press('r');
  await expect(lab.button('Reset')).toHaveCount(0);
  expect(await iteration(lab)).toBe(0);
});

test('keys of a presenter lead through the tour', async ({ page }) => {
  const lab = await open(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[aria-labelledby=scene]')).toHaveCount(0);
  await lab.button('Tour').click();
  const scene = (title: string) => page.getByRole('region', { name: title });
  await expect(scene('A task is ten points')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(scene('A task is ten points').getByRole('button', { name: 'Next' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(scene('Before training')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(scene('A task is ten points')).toBeVisible();
  await expect(page).toHaveURL(/story=1/);
  // At the first there is none before: it is not left.
  await page.keyboard.press('ArrowLeft');
  await expect(scene('A task is ten points')).toBeVisible();
});

test('a black screen goes with any key, and what trains goes on', async ({ page }) => {
  const lab = await open(page);
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  for (const key of ['b', '.']) {
    await page.keyboard.press(key);
    const blank = page.locator('[data-part=blank]');
    await expect(blank).toBeVisible();
    expect(await blank.evaluate((e) => getComputedStyle(e).backgroundColor)).toBe('rgb(0, 0, 0)');
    expect(await blank.boundingBox()).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
    const before = await iteration(lab);
    await expect.poll(() => iteration(lab)).toBeGreaterThan(before + 5);
    // It does nothing else.
    await page.keyboard.press('Space');
    await expect(blank).toHaveCount(0);
    await expect(lab.button('Pause')).toBeVisible();
  }
  await page.keyboard.press('b');
  await page.mouse.click(60, 1040);
  await expect(page.locator('[data-part=blank]')).toHaveCount(0);
  await expect(lab.button('Pause')).toBeVisible();
});

test('a dot follows the pointer', async ({ page }) => {
  await open(page);
  await page.mouse.move(300, 200);
  await page.keyboard.press('l');
  const dot = page.locator('[data-part=dot]');
  const middle = async () => {
    const { x, y, width, height } = (await dot.boundingBox())!;
    expect(width).toBeGreaterThanOrEqual(0.02 * 1080);
    return [Math.round(x + width / 2), Math.round(y + height / 2)];
  };
  expect(await middle()).toEqual([300, 200]);
  await page.mouse.move(900, 640);
  expect(await middle()).toEqual([900, 640]);
  await page.keyboard.press('l');
  await expect(dot).toHaveCount(0);
});

test('F fills the screen, and leaves it', async ({ page }) => {
  await open(page);
  const full = () => page.evaluate(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await expect.poll(full).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(full).toBe(false);
});

test('no key acts in a field, on a slider or a box, and a button keeps Space', async ({ page }) => {
  const lab = await open(page, `${quick}&step=1`);
  const nothing = async () => {
    for (const key of ['s', 'b', 'l', '+', 't', 'PageDown', 'Shift+?']) {
      await page.keyboard.press(key);
    }
    expect(await iteration(lab)).toBe(0);
    await expect(
      page.locator('[data-part=blank], [data-part=dot], [data-lit], dialog'),
    ).toHaveCount(0);
  };
  await lab.steps.focus();
  await nothing();
  await page.getByRole('slider', { name: 'Values by k' }).focus();
  await nothing();
  await page.locator('[data-part=compare]').getByRole('checkbox').first().focus();
  await nothing();
  await page.getByRole('combobox').first().focus();
  await nothing();
  await lab.button('Settings').click();
  const settings = page.getByRole('complementary', { name: 'Settings' });
  await settings.getByRole('textbox').first().focus();
  await nothing();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await lab.button('Side by side').focus();
  await page.keyboard.press('Space');
  await expect(lab.button('Overlay')).toBeVisible();
  expect(await iteration(lab)).toBe(0);
  // Other keys are nobody's there.
  await page.keyboard.press('s');
  await expect.poll(() => iteration(lab)).toBe(1);
});

test('the list of keys turns them off, which is kept', async ({ page }) => {
  const lab = await open(page);
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list).toBeVisible();
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  expect(await iteration(lab)).toBe(0);
  await lab.button('Keys').click();
  await list.getByRole('checkbox', { name: 'Keys act' }).uncheck();
  await list.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await lab.adapted();
  await expect(lab.button('Keys')).toBeVisible();
  await page.locator('h2').first().click();
  for (const key of ['s', 'b', '+', 'l', '?', 'Space']) await page.keyboard.press(key);
  await expect(page.locator('[data-part=blank], [data-part=dot], [data-lit], dialog')).toHaveCount(
    0,
  );
  expect(await iteration(lab)).toBe(0);
  await lab.button('Keys').click();
  await list.getByRole('checkbox', { name: 'Keys act' }).check();
  await page.keyboard.press('Escape');
  await page.locator('h2').first().click();
  await page.keyboard.press('s');
  await expect.poll(() => iteration(lab)).toBe(1);
});

test('at a desk no key acts, and no word of a hall is loaded', async ({ page }) => {
  const lab = new Lab(page);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`./#/regression?${quick}`);
  await lab.adapted();
  for (const key of ['s', 'b', '+', 'l', '?']) await page.keyboard.press(key);
  await expect(page.locator('[data-part=blank], [data-part=dot], [data-lit], dialog')).toHaveCount(
    0,
  );
  expect(await iteration(lab)).toBe(0);
  expect(loaded.filter((url) => /hall/i.test(url))).toEqual([]);
});
