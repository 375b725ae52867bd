/** A task of one's own in the regression lab: typed, drawn, or from a file of points. */

import { expect, type Locator, type Page, test } from '@playwright/test';
import { ownTask as chinese } from '../src/words/zh/ownTask';
import { Lab } from './lab';
import { violationsInBothThemes } from './violations';

// Settings closed: the plot and what stands beside it have the whole width.
test.use({ storageState: { cookies: [], origins: [] } });

const HERO = 'All on one task';

class Own {
  readonly lab: Lab;
  readonly panel: Locator;
  readonly formula: Locator;
  readonly said: Locator;
  readonly pad: Locator;

  constructor(readonly page: Page) {
    this.lab = new Lab(page);
    this.panel = page.getByRole('region', { name: 'Your own task' });
    this.formula = this.panel.getByRole('textbox', { name: 'Formula in x' });
    this.said = this.panel.getByRole('status').first();
    this.pad = page.getByRole('slider', { name: 'Your curve' });
  }

  async at(settings = ''): Promise<void> {
    await this.page.goto(`./#/regression${settings === '' ? '' : `?${settings}`}`);
    await this.lab.adapted();
  }

  async open(way: 'Formula' | 'Drawing' | 'Points' = 'Formula'): Promise<void> {
    await this.lab.button('Your own task…').click();
    await expect(this.panel).toBeVisible();
    await this.panel.getByText(way, { exact: true }).click();
  }

  async type(formula: string): Promise<void> {
    await this.open();
    await this.formula.fill(formula);
    await this.formula.press('Enter');
  }

  /** The true function, by the data table of the plot. */
  async truth(): Promise<{ readonly x: readonly number[]; readonly y: readonly number[] }> {
    const { x, 'true y': y } = await this.lab.table(HERO);
    return { x: x!, y: y! };
  }

  async isTruth(formula: (x: number) => number, within = 0.01): Promise<void> {
    const { x, y } = await this.truth();
    expect(x.length).toBeGreaterThan(100);
    for (const [i, at] of x.entries()) expect(Math.abs(y[i]! - formula(at))).toBeLessThan(within);
  }

  isNamed(name: string | RegExp) {
    return expect(this.page.locator('b').filter({ hasText: name })).toBeVisible();
  }

  /** Where the plot's own area is, while it is drawn on. */
  async area() {
    return (await this.pad.locator(':scope > rect').boundingBox())!;
  }

  /** Chooses a file of this content. */
  async choose(content: string | Buffer, name = 'mine.csv'): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.lab.button('choose one…').click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  }
}

const wave = (x: number) => Math.sin(2 * x) + x / 3;

test('a formula is in sight as it is typed, and in the address', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.open();
  // Without Enter: after a pause.
  await own.formula.fill('sin(2x)+x/3');
  await own.isNamed('y = sin(2x)+x/3');
  await own.isTruth(wave);
  await expect(page.getByText(/nearest sinusoid there .* is off by 1\.23 RMS/)).toBeVisible();
  await expect.poll(() => own.lab.setting('own')).toBe('sin(2x)+x/3');

  await page.reload();
  await own.lab.adapted();
  await own.isNamed('y = sin(2x)+x/3');
  await own.isTruth(wave);
  // It is a task like any other: its points lie on it, and are dragged.
  const points = page.getByRole('slider', { name: /^Support point/ });
  await expect(points).toHaveCount(10);
  await points.first().focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => own.lab.setting('points')).not.toBeNull();
  await own.isTruth(wave);
  await own.lab.button('Restore points').click();
  await expect.poll(() => own.lab.setting('points')).toBeNull();
});

test('contenders adapt to it and are judged on it', async ({ page }) => {
  const own = new Own(page);
  await own.at('own=0x');
  await own.isNamed('y = 0x');
  // Untrained they predict nearly nothing, which is right here.
  const distance = page.getByRole('paragraph').filter({ hasText: /MAML: squared error/ });
  await expect(distance).toContainText(/^0\.00/);
  await own.type('3+0x');
  await expect(distance).toContainText(/^[89]\.\d/);
});

test('what is wrong with a formula is told, and what was in sight stays', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.type('abs(x)');
  await own.isNamed('y = abs(x)');
  for (const [text, said] of [
    ['sin(2y)', 'Character 6: “y” is not known here.'],
    ['sin x', 'Character 1: after “sin” a bracket is missing, as in sin(x).'],
    ['x + * 2', 'Character 5: “*” cannot stand there.'],
    ['(x + 1', 'Character 1: this bracket is not closed.'],
    ['x + 1)', 'Character 6: this bracket was not opened.'],
    ['x +', 'It ends too early'],
    ['max(x)', 'max takes 2 values'],
    ['x = 2', 'Character 3: “=” has no meaning here.'],
    ['sqrt(-1-x^2)', 'It has no value at any input in sight.'],
    ['constructor(x)', 'Character 1: “constructor” is not known here.'],
    ['x'.repeat(201), 'It is too long: at most 200 characters.'],
    ['', 'Type a formula in x.'],
  ]) {
    await own.formula.fill(text!);
    await own.formula.press('Enter');
    await expect(own.said).toContainText(said!);
    await expect(own.said).toContainText('y = abs(x) is still in sight.');
    await expect(own.formula).toHaveAttribute('aria-invalid', 'true');
  }
  await own.isNamed('y = abs(x)');
  await own.isTruth(Math.abs);
  // Where it has no value nothing is drawn.
  await own.formula.fill('sqrt(x)');
  await expect(own.said).toContainText('It has no value at some inputs, such as x = −5');
  await own.isNamed('y = sqrt(x)');
  const { x, y } = await own.truth();
  expect(x.filter((at, i) => at < 0 && Number.isNaN(y[i]))).toHaveLength(60);
  await expect(page.getByRole('paragraph').filter({ hasText: /^[\d.]+MAML: / })).toBeVisible();
});

test('an address that has none says which, and shows a held-out task', async ({ page }) => {
  const own = new Own(page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => void dialogs.push(dialog.message()));
  const errors: string[] = [];
  page.on('pageerror', (error) => void errors.push(error.message));
  for (const [given, why] of [
    ['constructor.constructor("alert(1)")()', 'Character 1: “constructor” is not known here.'],
    ['__proto__', 'Character 1: “_” has no meaning here.'],
    ['('.repeat(5000), 'It is too long: at most 200 characters.'],
    ['draw:-5:5:1,2', 'The drawing in the address is damaged.'],
    ['points:1:2,nonsense', 'The points in the address are damaged.'],
    ['file:big.csv', 'The points of big.csv were too many for an address'],
  ]) {
    await page.goto('about:blank');
    await own.at(`own=${encodeURIComponent(given!)}`);
    await expect(own.lab.notice('The task of your own in the address')).toContainText(why!);
    await expect(page.getByText(/^A = 4\.66, φ = 2\.94/)).toBeVisible();
    await expect.poll(() => own.lab.setting('own')).toBeNull();
  }
  expect({ dialogs, errors }).toEqual({ dialogs: [], errors: [] });
});

test('how it lies to the training family is told', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.open();
  for (const [formula, said] of [
    ['3sin(x-0.5)', 'It belongs to the training family: A = 3.00, φ = 0.50.'],
    [
      '7sin(x-0.5)',
      /whose ranges do not reach A = 7\.00: the nearest there \(A = 5\.00, φ = 0\.\d+\) is off by 1\.44 RMS/,
    ],
    ['3sin(x-4)', /whose ranges do not reach φ = 4\.00: /],
    ['1e9*x', /It has a value within ±99,999 at only 0\.5% of the inputs of training/],
    ['3sin(x-0.5)+0.4', /the nearest sinusoid there .* is off by 0\.\d\d RMS/],
  ] as const) {
    await own.formula.fill(formula);
    await expect(page.getByText(said)).toBeVisible();
  }
  await own.at('preset=cubic&own=abs(x)');
  await expect(page.getByText(/the nearest cubic there .* is off by 0\.\d+ RMS/)).toBeVisible();
});

test('it is drawn by pointer', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.open('Drawing');
  await own.lab.button('Draw on the plot').click();
  await expect(own.pad).toBeFocused();
  const { x, y, width, height } = await own.area();
  // From two to minus two, straight, on axes of ±5 and ±5.3.
  const at = (share: number) => [x + width * share, y + height * (0.3 + 0.4 * share)] as const;
  await page.mouse.move(...at(0.005));
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) await page.mouse.move(...at(i / 20 - 0.005));
  await page.mouse.up();
  // The plot does not move under the pointer, and keeps its axes.
  const numbers = page.locator('[data-part=hero] svg text').filter({ hasText: /^−4$/ });
  await expect(numbers).toHaveCount(2);
  for (const number of await numbers.all()) await expect(number).toBeVisible();
  expect(await own.area()).toEqual({ x, y, width, height });
  await own.lab.button('End drawing').click();
  await expect(own.lab.button('Draw on the plot')).toBeFocused();
  const top = 1.06 * 5;
  const line = (at: number) => top * (1 - 2 * (0.3 + 0.4 * ((at + 5) / 10)));
  await own.isNamed('Your drawing');
  await own.isTruth(line, 0.05);
  const before = await own.truth();
  await expect.poll(() => String(own.lab.setting('own')).length).toBeGreaterThan(100);
  expect(String(own.lab.setting('own')).length).toBeLessThan(600);
  await page.reload();
  await own.lab.adapted();
  await own.isNamed('Your drawing');
  expect(await own.truth()).toEqual(before);
});

test('another task that comes into sight ends the drawing', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.open('Drawing');
  await own.lab.button('Begin with a flat line').click();
  await own.isNamed('Your drawing');
  await own.isTruth(() => 0);
  await expect(own.pad).toBeVisible();
  await own.lab.button('New task').click();
  await expect(page.getByText(/^A = \d/)).toBeVisible();
  await expect(own.pad).toHaveCount(0);
});

test('it is drawn, bent and taken back by keyboard alone', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.lab.button('Your own task…').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your own task' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(own.panel.getByRole('radio', { name: 'Drawing' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(own.lab.button('Begin with a flat line')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(own.pad).toBeFocused();
  await expect(own.pad).toHaveAttribute('aria-valuetext', 'x 0.00, y 0.00');
  for (const key of ['Shift+ArrowUp', 'Shift+ArrowUp']) await page.keyboard.press(key);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(own.pad).toHaveAttribute('aria-valuetext', 'x −4.00, y −0.20');
  await page.keyboard.press('Enter');
  await expect(own.pad).toHaveCount(0);
  await expect(own.lab.button('Draw on the plot')).toBeFocused();
  const drawn = await own.truth();
  const high = drawn.y[60]!;
  expect(high).toBeGreaterThan(1.9);
  expect(drawn.y[120]).toBe(0);
  await expect.poll(() => own.lab.setting('own')).toMatch(/^draw:-5:5:/);
  const kept = own.lab.setting('own');

  await own.lab.button('Draw on the plot').press('Enter');
  await expect(own.pad).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => own.lab.setting('own')).not.toBe(kept);
  await page.keyboard.press('Escape');
  await expect(own.pad).toHaveCount(0);
  // Escape at the plot is of the drawing; in the panel it shuts that.
  await expect(own.lab.button('Draw on the plot')).toBeFocused();
  await expect.poll(() => own.lab.setting('own')).toBe(kept);
  await page.keyboard.press('Escape');
  await expect(own.panel).toHaveCount(0);
  await expect(own.lab.button('Your own task…')).toBeFocused();
  expect(await own.truth()).toEqual(drawn);
});

test('it is points of a file, chosen or dropped', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.open('Points');
  await own.choose('x;y\n-4;1,5\n-2;3\n0;-2,5\n2;0,5\n8;1\n');
  await expect(own.said).toContainText('mine.csv: 5 points, all of them support.');
  await expect(page.getByRole('slider', { name: /^Support point/ })).toHaveCount(5);
  await expect(
    page.getByText('1 of its 5 points lies outside the inputs of training, −5 to 5.'),
  ).toBeVisible();
  await expect.poll(() => own.lab.setting('own')).toBe('points:-4:1.5,-2:3,0:-2.5,2:0.5,8:1');
  const { x, y } = await own.truth();
  for (const [i, at] of x.entries()) {
    if (at < -4.01) expect(y[i]).toBeNaN();
    if (Math.abs(at - 1) < 0.01) expect(y[i]).toBeCloseTo(-1, 1);
  }

  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['1,2\n3,4\n'], 'dropped.csv'));
    return transfer;
  });
  const place = own.panel.getByText('Drop a file of points here, or');
  await place.dispatchEvent('dragover', { dataTransfer: data });
  await place.dispatchEvent('drop', { dataTransfer: data });
  await expect(own.said).toContainText('dropped.csv: 2 points, all of them support.');
  await expect.poll(() => own.lab.setting('own')).toBe('points:1:2,3:4');
  await page.reload();
  await own.lab.adapted();
  await own.isNamed('Your points');
  await expect(page.getByRole('slider', { name: /^Support point/ })).toHaveCount(2);
});

test('a file that is too long for the address is a file’s, and says so', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.open('Points');
  const lines = Array.from({ length: 300 }, (_, i) => `${i / 30 - 5},${Math.sin(i / 30)}\n`);
  await own.choose(lines.join(''), 'long.csv');
  await expect(own.said).toContainText('long.csv: 300 points. The first 200 are support points');
  await expect(own.said).toContainText('too many for an address');
  await own.isNamed('long.csv');
  await expect(page.getByRole('slider', { name: /^Support point/ })).toHaveCount(200);
  const { x, y } = await own.truth();
  for (const [i, at] of x.entries()) {
    if (at < 4.96) expect(y[i]).toBeCloseTo(Math.sin(at + 5), 2);
    else expect(y[i]).toBeNaN();
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    own.lab.button('Save the points in sight').click(),
  ]);
  const saved = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of saved) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(text.split('\n')).toHaveLength(302);

  await page.reload();
  await own.lab.adapted();
  await expect(own.lab.notice('open the file again')).toBeVisible();
  await own.open('Points');
  await own.choose(text, 'long.csv');
  await own.isNamed('long.csv');
});

test('a file that is none is refused, and why', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.open('Points');
  for (const [content, why] of [
    ['', 'There is no point in it.'],
    ['x,y\n', 'There is no point in it.'],
    ['1,2\n3,four\n', 'Line 2: “four” is no number.'],
    ['1,2\n3,inf\n', 'Line 2: “inf” is not a finite number.'],
    ['1,2\n3,1e9\n', 'Line 2: a number is beyond ±99,999.'],
    ['1,2,3\n', 'Line 1 has 3 columns, not two.'],
    ['1,2\n'.repeat(5001), 'It has too many points: at most 5,000.'],
    ['1,2\n'.repeat(260_000), 'It is too large: at most 1 MB.'],
  ]) {
    await own.choose(content!, 'bad.csv');
    await expect(own.panel.getByRole('alert')).toHaveText(`bad.csv: ${why}`);
  }
  await expect(page.getByText(/^A = 4\.66, φ = 2\.94/)).toBeVisible();
  expect(own.lab.setting('own')).toBeNull();
});

test('a new task leaves it, and there is a way back', async ({ page }) => {
  const own = new Own(page);
  await own.at('own=abs(x)');
  await own.isNamed('y = abs(x)');
  await own.lab.button('New task').click();
  await expect(page.getByText(/^A = \d/)).toBeVisible();
  await expect.poll(() => own.lab.setting('own')).toBeNull();
  await own.lab.button('Back to your own task').click();
  await own.isNamed('y = abs(x)');
  await own.isTruth(Math.abs);
});

test('training goes on meanwhile', async ({ page }) => {
  const own = new Own(page);
  await own.at();
  await own.lab.button('Train').click();
  await expect.poll(() => own.lab.iteration()).toBeGreaterThan(5);
  await own.type('abs(x)');
  await own.isNamed('y = abs(x)');
  const then = await own.lab.iteration();
  await expect.poll(() => own.lab.iteration()).toBeGreaterThan(then);
  await expect(own.lab.button('Pause')).toBeVisible();
  await own.lab.button('Pause').click();
  await own.isTruth(Math.abs);
});

test('axe finds nothing in any of its ways, light and dark', async ({ page }) => {
  const own = new Own(page);
  await own.at('own=abs(x)');
  await own.open();
  const found: string[] = [];
  const look = async () => {
    found.push(...(await violationsInBothThemes(page)));
  };
  await own.formula.fill('sin x');
  await own.formula.press('Enter');
  await look();
  await own.panel.getByText('Points', { exact: true }).click();
  await own.choose('1;2;3', 'bad.csv');
  await look();
  await own.panel.getByText('Drawing', { exact: true }).click();
  await own.lab.button('Draw on the plot').click();
  await look();
  expect(found).toEqual([]);
});

test('it speaks Chinese', async ({ page }) => {
  await page.goto('./?lang=zh#/regression?own=sin(2x)%2Bx/3');
  await expect(page.getByText(/族中最接近的正弦函数.*均方根误差为1\.23/)).toBeVisible();
  await page.getByRole('button', { name: '自己的任务…' }).click();
  const panel = page.getByRole('region', { name: chinese.title });
  await panel.getByRole('textbox').fill('sin x');
  await expect(panel.getByRole('status').first()).toHaveText(
    '第1个字符：“sin”之后缺少括号，应如sin(x)。图上仍是y = sin(2x)+x/3。',
  );
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('it is drawn with a finger, and the page stays where it is', async ({ page }) => {
    const own = new Own(page);
    await own.at();
    await own.lab.button('Your own task…').tap();
    await own.panel.getByText('Drawing', { exact: true }).tap();
    await own.lab.button('Begin with a flat line').tap();
    await expect(own.pad).toBeFocused();
    await expect(own.pad).toBeInViewport();
    const { x, y, width, height } = await own.area();
    const scrolled = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove', share: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [{ x: x + width * share, y: y + height * 0.25, id: 0 }],
      });
    await touch('touchStart', 0.25);
    for (let i = 1; i <= 10; i++) await touch('touchMove', 0.25 + i / 20);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    const { y: values } = await own.truth();
    expect(values[60]).toBeGreaterThan(2.2);
    expect(values[60]).toBeLessThan(3);
    expect(values[0]).toBe(0);
    // Nothing is wider than the phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
