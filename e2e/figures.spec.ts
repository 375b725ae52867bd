/** Figures are taken away: every kind of file, what each says of where it comes from, and the menu that offers them. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { type Download, expect, type Locator, type Page, test } from '@playwright/test';
import { Resvg } from '@resvg/resvg-js';
import { decode } from 'fast-png';
import { Lab } from './lab';
import { violationsInBothThemes } from './violations';

const settings = 'contenders=maml,reptile&innerSteps=2&seed=7';
const CURVE = 'Loss after k gradient steps';

const take = (figure: Locator) => figure.getByRole('button', { name: 'Take away', exact: true });
const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });

/** Takes a figure away. */
async function taken(page: Page, figure: Locator, kind: string): Promise<Download> {
  await take(figure).click();
  const coming = page.waitForEvent('download');
  await item(page, kind).click();
  const download = await coming;
  // The menu goes, and what opened it has the focus again.
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(take(figure)).toBeFocused();
  return download;
}

const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');

/** What is wrong with an SVG that is to stand alone; where its texts are, by a browser that knows nothing of the page. */
async function examined(page: Page, svg: string) {
  const other = await page.context().newPage();
  await other.goto('about:blank');
  const found = await other.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const error = parsed.querySelector('parsererror')?.textContent ?? null;
    const root = document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
    document.body.style.margin = '0';
    document.body.append(root);
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    const { width, height } = root.viewBox.baseVal;
    const texts = [...root.querySelectorAll('text')];
    const outside = texts.flatMap((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      const inside = left >= -0.5 && top >= -0.5 && right <= width + 0.5 && bottom <= height + 0.5;
      return inside ? [] : [each.textContent];
    });
    return {
      error,
      outside,
      width,
      height,
      doubled: ids.length - new Set(ids).size,
      foreign: root.querySelectorAll('foreignObject, script, style, link').length,
      texts: texts.map((each) => each.textContent),
      title: root.querySelector('title')?.textContent,
      paths: root.querySelectorAll('path').length,
    };
  }, svg);
  await other.close();
  return found;
}

test('a chart becomes an SVG that stands alone and says where it comes from', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(settings);
  await lab.trainTo(20);
  await lab.lossCurve();
  const at = await lab.iteration();
  const download = await taken(page, lab.figure(CURVE), 'SVG');
  expect(download.suggestedFilename()).toBe(
    `regression-loss-after-k-gradient-steps-seed-7-iteration-${at}.svg`,
  );
  const svg = await textOf(download);
  expect(svg).not.toMatch(/var\(|calc\(|class=|foreignObject|url\((?!#)/);
  const found = await examined(page, svg);
  expect(found).toMatchObject({
    ...{ error: null, outside: [], doubled: 0, foreign: 0, title: CURVE },
  });
  expect(found.paths).toBeGreaterThan(10);
  const texts = found.texts.join('\n');
  for (const said of [CURVE, 'MAML', 'Reptile', 'Seed: 7', 'Held-out tasks: 600', 'Inner Loop']) {
    expect(texts).toContain(said);
  }
  expect(texts).toContain(`Meta-iteration: ${at}`);
  expect(texts).toMatch(/Preset: .*sinusoid/);
  // What is not as in the preset, by name.
  expect(texts).toMatch(/Changed: .*Steps in training = 2/s);
  expect(texts).toMatch(/Inner Loop \d+\.\d+\.\d+/);
  expect(texts).toMatch(/Date: \d{4}-\d\d-\d\d/);
  expect(texts).toContain('innerSteps=2');
  // With what differs, and nothing else.
  expect(texts).not.toContain('metaBatch=');
});

test('the link of a figure leads back to its run', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(settings);
  const csv = await textOf(await taken(page, lab.figure('MAML'), 'CSV'));
  const link = /^# (http\S+)/m.exec(csv)![1]!;
  await page.goto(link);
  await expect.poll(() => lab.setting('innerSteps')).toBe('2');
  expect(lab.setting('seed')).toBe('7');
  expect(lab.setting('contenders')).toBe('maml,reptile');
  expect(lab.setting('arrange')).toBe('side');
});

test('a table of numbers says at its head where it comes from', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(settings);
  const lines = (await textOf(await taken(page, lab.figure('Reptile'), 'CSV'))).split('\r\n');
  expect(lines[0]).toBe('\u{FEFF}# Reptile');
  const head = lines.filter((line) => /^\u{FEFF}?# /u.test(line));
  expect(head.join('\n')).toContain('# Seed: 7');
  const table = lines.slice(head.length);
  expect(table[0]).toMatch(/^"x","/);
  const columns = table[0]!.split('","').length;
  for (const row of table.slice(1)) expect(row.split(',')).toHaveLength(columns);
});

test('a figure says what its own numbers are of: looked back at, with a setting that waits', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open(settings);
  await lab.trainTo(20);
  await page.getByLabel('Shots K, exact value').fill('7');
  await page.getByLabel('Shots K, exact value').press('Enter');
  await expect(page.getByText('takes effect after a restart')).toBeVisible();
  await lab.lookBack.press('Home');
  await lab.lossCurve();
  const curve = await taken(page, lab.figure(CURVE), 'CSV');
  expect(curve.suggestedFilename()).toContain('-iteration-0.csv');
  const said = (await textOf(curve)).split('\r\n').filter((line) => line.startsWith('# '));
  expect(said).toContain('# Meta-iteration: 0');
  expect(said).toContain('# Held-out tasks: 600');
  expect(said.join('\n')).toContain('Steps in training = 2');
  expect(said.join('\n')).not.toMatch(/Shots|shots=/);
  // Of one task.
  const one = await textOf(await taken(page, lab.figure('MAML'), 'CSV'));
  expect(one).toContain('# Meta-iteration: 0\r\n');
  expect(one).not.toContain('Held-out');
  expect(one).toMatch(/# Task: A = \d\.\d\d, φ = \d\.\d\d\r\n/);
  expect(one).toMatch(/# Gradient steps: \d+ of \d+\r\n/);
});

test('a figure says how long its numbers were trained for beforehand', async ({ page }) => {
  await page.goto('./#/optimizers');
  const figure = page.locator('[data-part=race]');
  const said = await textOf(await taken(page, figure, 'CSV'));
  expect(said).toContain('# Meta-iteration: 0\r\n');
  expect(said).toMatch(/# Trained beforehand: [1-9][\d,]* meta-iterations\r\n/);
});

/** Width, height, the colour of the upper left pixel, and how many pixels are dark. */
function seen(png: Buffer) {
  const { width, height, data, channels } = decode(png);
  let dark = 0;
  for (let i = 0; i < data.length; i += channels) {
    if (data[i + 3]! > 200 && data[i]! < 90 && data[i + 1]! < 90 && data[i + 2]! < 90) dark++;
  }
  return { width, height, corner: [...data.subarray(0, channels)], dark };
}

for (const theme of ['light', 'dark']) {
  test(`${theme}: a picture has two pixels to one of the page, and the colours of paper`, async ({
    page,
  }) => {
    await page.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme);
    const lab = new Lab(page);
    await lab.open(settings);
    const figure = lab.figure('MAML');
    const { width } = (await figure.boundingBox())!;
    const files: Buffer[] = [];
    for (const kind of ['PNG', 'PNG, transparent']) {
      files.push(readFileSync(await (await taken(page, figure, kind)).path()));
    }
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    const [paper, clear] = [seen(files[0]!), seen(files[1]!)];
    expect(paper.corner).toEqual([251, 250, 247, 255]);
    expect(clear.corner[3]).toBe(0);
    expect(paper.width).toBeGreaterThanOrEqual(2 * Math.floor(width));
    expect(clear.width).toBe(paper.width);
    // Title and points are in dark ink.
    expect(paper.dark).toBeGreaterThan(200);
    const svg = await textOf(await taken(page, figure, 'SVG'));
    // The blue of the light page, and that of the dark one.
    expect(svg).toContain('#2b5fb3');
    expect(svg).not.toContain('#7aa7f0');
  });
}

/** The streams of a PDF, unpacked. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Length (\d+) >>\nstream\n/g)].map((found) => {
    const from = found.index + found[0].length;
    return inflateSync(pdf.subarray(from, from + Number(found[1]))).toString('latin1');
  });
}

test('a chart becomes a page of vectors, with nothing that a reader would have to have', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open(settings);
  const download = await taken(page, lab.figure(CURVE), 'PDF, vectors');
  const pdf = readFileSync(await download.path());
  const text = pdf.toString('latin1');
  expect(text).toMatch(/^%PDF-1\.4/);
  expect(text.trimEnd()).toMatch(/%%EOF$/);
  // Places of the objects are where they are said to be.
  const start = Number(/startxref\n(\d+)/.exec(text)![1]);
  expect(text.slice(start, start + 4)).toBe('xref');
  const places = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map((row) =>
    Number(row[1]),
  );
  places.forEach((place, i) => {
    expect(text.slice(place)).toMatch(new RegExp(`^${i + 1} 0 obj`));
  });
  // Letters are outlines: no face to be missing, and no picture.
  expect(text).not.toMatch(/\/Font|\/Image/);
  expect(text).toContain('/URI (http');
  const drawn = streamsOf(pdf);
  const content = drawn.find((stream) => stream.includes('0.75 0 0 -0.75'))!;
  expect(content.match(/ Do /g)!.length).toBeGreaterThan(100);
  expect(content.match(/^S$/gm)!.length).toBeGreaterThan(5);
  const shown = new Set([...content.matchAll(/(\/G\d+) Do/g)].map(([, name]) => name));
  expect(drawn.filter((stream) => stream.trimEnd().endsWith('f*')).length).toBeGreaterThanOrEqual(
    shown.size,
  );
  const said = [...text.matchAll(/<feff([0-9a-f]+)>/g)].map(([, codes]) =>
    codes!.replaceAll(/..../g, (code) => String.fromCharCode(Number.parseInt(code, 16))),
  );
  expect(said.join('\n')).toContain('Seed: 7');
});

test('in Chinese a figure and what it says of itself are Chinese', async ({ page }) => {
  await page.goto(`./?lang=zh#/regression?arrange=side&${settings}`);
  const figure = page.getByRole('figure', { name: 'MAML', exact: true });
  await expect(figure.locator('path[data-name]')).not.toHaveCount(0);
  await figure.getByRole('button', { name: '导出', exact: true }).click();
  const coming = page.waitForEvent('download');
  await item(page, 'SVG').click();
  const svg = await textOf(await coming);
  const found = await examined(page, svg);
  expect(found).toMatchObject({ error: null, outside: [] });
  for (const said of ['随机种子：7', '预设：', '日期：'])
    expect(found.texts.join('\n')).toContain(said);
  await figure.getByRole('button', { name: '导出', exact: true }).click();
  const pdfComing = page.waitForEvent('download');
  await item(page, 'PDF，矢量').click();
  const pdf = readFileSync(await (await pdfComing).path());
  expect(pdf.toString('latin1')).not.toMatch(/\/Font|\/Image/);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('a copied picture is one', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = new Lab(page);
  await lab.open(settings);
  await take(lab.figure('MAML')).click();
  await item(page, 'Copy as image').click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  const size = await page.evaluate(async () => {
    const [copied] = await navigator.clipboard.read();
    return (await copied!.getType('image/png')).size;
  });
  expect(size).toBeGreaterThan(5000);
});

test('what stands in the way is said, with a way on', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(settings);
  const figure = lab.figure('MAML');
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await take(figure).click();
  await item(page, 'Copy as image').click();
  await expect(page.getByText('does not let the page copy pictures')).toBeVisible();
  // The maker of PDF cannot be had.
  await page.route('**/assets/pdf-*.js', (route) => route.abort());
  await item(page, 'PDF, vectors').click();
  await expect(page.getByText('This part of the page could not be loaded')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('a menu and a table that cannot be had are told of', async ({ page }) => {
  await page.route('**/assets/More-*.js', (route) => route.abort());
  const lab = new Lab(page);
  await lab.open(settings);
  const figure = lab.figure('MAML');
  await take(figure).click();
  await expect(figure.getByRole('alert')).toContainText('Is the network there?');
  const other = lab.figure('Reptile');
  await other.getByRole('button', { name: 'Data table' }).click();
  await expect(other.getByRole('alert')).toContainText('Is the network there?');
});

test('the menu is worked by keyboard, and leaves the focus where it was', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(settings);
  const figure = lab.figure('MAML');
  await take(figure).focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('menuitemcheckbox', { name: 'Data table' });
  await expect(table).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(item(page, 'CSV')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(item(page, 'Copy as image')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(table).toBeFocused();
  await page.keyboard.press('s');
  await expect(item(page, 'SVG')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(take(figure)).toBeFocused();
  // The table comes in place of the chart; a picture is of the chart again.
  await page.keyboard.press('Enter');
  await expect(table).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('table')).toBeVisible();
  await expect(take(figure)).toBeFocused();
  const svg = await textOf(await taken(page, figure, 'SVG'));
  expect((await examined(page, svg)).texts.join('\n')).toContain('true y');
  await expect(figure.getByRole('table')).toHaveCount(0);
});

test('the open menu has no accessibility violations, light and dark', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(settings);
  await take(lab.figure('MAML')).click();
  await expect(page.getByRole('menu', { name: 'Take away: MAML' })).toBeVisible();
  expect(await violationsInBothThemes(page, '[popover]')).toEqual([]);
});

test('where nothing is drawn yet, the menu says so', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(settings);
  const figure = lab.figure('Meta-training loss');
  await take(figure).click();
  await expect(item(page, 'SVG')).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('There is nothing to take away yet.')).toBeVisible();
});

test('to a finger what opens the menu is 44 pixels wide and high', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{ hasTouch: true, viewport: { width: 390, height: 844 } },
    ...{ baseURL: baseURL!, serviceWorkers: 'block' },
  });
  const page = await context.newPage();
  const lab = new Lab(page);
  await lab.open(settings);
  const size = await take(lab.figure('MAML')).evaluate((button) => {
    const { width, height } = getComputedStyle(button, '::after');
    return [width, height].map(Number.parseFloat);
  });
  expect(size).toEqual([44, 44]);
  await take(lab.figure('MAML')).tap();
  for (const each of await page.getByRole('menuitem').all()) {
    expect((await each.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
  const menu = (await page.getByRole('menu').boundingBox())!;
  expect(menu.x).toBeGreaterThanOrEqual(0);
  expect(menu.x + menu.width).toBeLessThanOrEqual(390);
  await context.close();
});

/** Letters that every machine has, for both who draw. */
const FACE = 'KaTeX_SansSerif';
const faces = ['Regular', 'Bold', 'Italic'].map((style) =>
  path.join(import.meta.dirname, `../node_modules/katex/dist/fonts/${FACE}-${style}.ttf`),
);
const faceRules = faces.map((file, i) => {
  const source = `data:font/ttf;base64,${readFileSync(file).toString('base64')}`;
  const style = ['', 'font-weight: 700;', 'font-style: italic;'][i];
  return `@font-face { font-family: ${FACE}; ${style} src: url(${source}); }`;
});

/** Pixels to one of the picture. */
const SCALE = 2;
/** Of 255, from pixel to pixel of two pictures, on average: letters are smoothed in ways of their own, shapes hardly. */
const MOST_APART = 3;
const SHAPES_APART = 0.1;

/** How far apart the browser and another program draw an SVG. */
async function apart(page: Page, svg: string): Promise<number> {
  const other = await page.context().newPage();
  const styled = svg.replace('<title', `<style>${faceRules.join('')}</style><title`);
  const source = `data:image/svg+xml;base64,${Buffer.from(styled).toString('base64')}`;
  await other.setContent(`<body style="margin: 0"><img src="${source}" style="zoom: ${SCALE}">`);
  const picture = other.getByRole('img');
  await picture.evaluate((image: HTMLImageElement) => image.decode());
  const browser = decode(await picture.screenshot());
  await other.close();
  const drawing = new Resvg(svg, {
    background: 'white',
    font: { loadSystemFonts: false, fontFiles: faces, defaultFontFamily: FACE },
    fitTo: { mode: 'zoom', value: SCALE },
  });
  const program = decode(drawing.render().asPng());
  expect([program.width, program.height]).toEqual([browser.width, browser.height]);
  const at = ({ data, channels }: typeof browser, i: number) =>
    data[Math.floor(i / 3) * channels + (i % 3)]!;
  const count = 3 * browser.width * browser.height;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.abs(at(browser, i) - at(program, i));
  return sum / count;
}

test('another program draws the SVG as the browser does', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(settings);
  await lab.lossCurve();
  for (const name of ['MAML', CURVE]) {
    const file = await textOf(await taken(page, lab.figure(name), 'SVG'));
    const svg = file.replaceAll(/font-family="[^"]*"/g, `font-family="${FACE}"`);
    expect(await apart(page, svg)).toBeLessThan(MOST_APART);
    const shapes = svg.replaceAll(/<text.*?<\/text>/gs, '');
    expect(await apart(page, shapes)).toBeLessThan(SHAPES_APART);
  }
});
