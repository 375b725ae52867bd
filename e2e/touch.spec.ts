/** Fingers, pens, and hands that rest on the screen. */

import { type CDPSession, expect, type Locator, type Page, test } from '@playwright/test';
import { Lab } from './lab';

test.use({
  hasTouch: true,
  viewport: { width: 390, height: 844 },
  // Settings closed: they are a sheet over the lower half.
  storageState: { cookies: [], origins: [] },
});

interface At {
  readonly x: number;
  readonly y: number;
}

/** Waits until what is measured has come: it stands above the pad, and the page would scroll with it. */
async function settled(page: Page): Promise<void> {
  const height = () => page.evaluate(() => document.body.scrollHeight);
  await expect(async () => {
    const before = await height();
    await page.waitForTimeout(1000);
    expect(await height()).toBe(before);
  }).toPass({ timeout: 60_000 });
}

/** Contacts with the screen, as the system reports them. */
class Hand {
  private constructor(private readonly session: CDPSession) {}

  static async on(page: Page): Promise<Hand> {
    return new Hand(await page.context().newCDPSession(page));
  }

  /** Fingers that lie there; each keeps its number in the list. @param seconds when, for what depends on it */
  async touch(
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    fingers: readonly At[],
    seconds?: number,
  ): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map((finger, id) => ({ ...finger, id })),
      ...(seconds === undefined ? {} : { timestamp: seconds }),
    });
  }

  /** Down, and along by so much in so many moves; it stays down. */
  async slide(from: At, by: At, moves = 20): Promise<void> {
    await this.touch('touchStart', [from]);
    for (let i = 1; i <= moves; i++) {
      const part = i / moves;
      await this.touch('touchMove', [{ x: from.x + part * by.x, y: from.y + part * by.y }]);
    }
  }

  async pen(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: At): Promise<void> {
    const buttons = type === 'mouseReleased' ? 0 : 1;
    await this.session.send('Input.dispatchMouseEvent', {
      ...{ type, ...at, buttons, pointerType: 'pen' },
      ...(type === 'mouseMoved' ? {} : { button: 'left', clickCount: 1 }),
    });
  }
}

const middle = async (element: Locator): Promise<At> => {
  const { x, y, width, height } = (await element.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
};
const scrolled = (page: Page) => page.evaluate(() => window.scrollY);

test.describe('points of a chart', () => {
  const address = 'contenders=maml,random&points=-3:-2,0:1,2.5:3';

  async function open(page: Page) {
    const lab = new Lab(page);
    await lab.open(address);
    const figure = lab.figure('MAML');
    await figure.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const points = figure.getByRole('slider', { name: /Support point/ });
    return { lab, figure, points, hand: await Hand.on(page) };
  }

  test('a support point follows a finger, and the page stays', async ({ page }) => {
    const { points, hand } = await open(page);
    const at = await middle(points.nth(1));
    const before = await scrolled(page);
    await hand.slide(at, { x: 20, y: 40 });
    await hand.touch('touchEnd', []);
    await expect
      .poll(async () => {
        const { x, y } = await middle(points.nth(1));
        return Math.hypot(x - at.x - 20, y - at.y - 40);
      })
      .toBeLessThan(1.5);
    expect(await scrolled(page)).toBe(before);
    await expect(page).toHaveURL(/points=-3:-2,[\d.]+:-/);
  });

  test('the nearest point within 22 pixels is taken, none beyond', async ({ page }) => {
    const { points, hand } = await open(page);
    const at = await middle(points.nth(1));
    await hand.slide({ x: at.x - 14, y: at.y - 14 }, { x: 0, y: -30 });
    await hand.touch('touchEnd', []);
    await expect
      .poll(async () => Math.abs((await middle(points.nth(1))).y - at.y + 30))
      .toBeLessThan(1.5);
    const texts = () =>
      points.evaluateAll((all) => all.map((point) => point.getAttribute('aria-valuetext')));
    const moved = await texts();
    const now = await middle(points.nth(1));
    await hand.slide({ x: now.x - 17, y: now.y + 17 }, { x: 0, y: 30 });
    await hand.touch('touchEnd', []);
    expect(await texts()).toEqual(moved);
  });

  test('beside the points a finger scrolls the page', async ({ page }) => {
    const { figure, points, hand } = await open(page);
    const box = (await figure.boundingBox())!;
    const last = await middle(points.nth(2));
    const free = { x: box.x + box.width - 40, y: last.y + 45 };
    const before = await scrolled(page);
    await hand.slide(free, { x: 0, y: -80 });
    await hand.touch('touchEnd', []);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 20);
  });

  test('a contact that the system takes away, or a pinch, has moved nothing', async ({ page }) => {
    const { lab, points, hand } = await open(page);
    await lab.button('Restore points').click();
    await expect(lab.button('Restore points')).toHaveCount(0);
    await points.nth(1).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const at = await middle(points.nth(1));
    await hand.slide(at, { x: 10, y: 30 });
    await expect(lab.button('Restore points')).toBeVisible();
    await hand.touch('touchCancel', []);
    await expect(lab.button('Restore points')).toHaveCount(0);
    await hand.slide(at, { x: 10, y: 30 });
    await expect(lab.button('Restore points')).toBeVisible();
    const second = { x: at.x + 60, y: at.y };
    await hand.touch('touchStart', [{ x: at.x + 10, y: at.y + 30 }, second]);
    await expect(lab.button('Restore points')).toHaveCount(0);
    await hand.touch('touchMove', [at, second]);
    await hand.touch('touchEnd', []);
    await expect(lab.button('Restore points')).toHaveCount(0);
    expect(await middle(points.nth(1))).toEqual(at);
  });

  test('two taps add a point, and two on a point remove it', async ({ page }) => {
    const { points, hand } = await open(page);
    const at = await middle(points.nth(1));
    const tap = async (place: At, seconds: number) => {
      await hand.touch('touchStart', [place], seconds);
      await hand.touch('touchEnd', [], seconds + 0.05);
    };
    const start = Date.now() / 1000;
    await tap(at, start);
    await tap(at, start + 0.2);
    await expect(points).toHaveCount(2);
    await tap(at, start + 2);
    await tap(at, start + 2.2);
    await expect(points).toHaveCount(3);
    // One tap does nothing.
    await tap(at, start + 4);
    await expect(points).toHaveCount(3);
  });

  test('the start on the surface follows a finger', async ({ page }) => {
    await page.goto('./#/optimizers?start=0:0&surface=rosenbrock');
    const start = page.getByRole('slider', { name: 'Start', exact: true });
    await start.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const hand = await Hand.on(page);
    const at = await middle(start);
    const before = await scrolled(page);
    await hand.slide(at, { x: -30, y: -40 });
    await hand.touch('touchEnd', []);
    await expect
      .poll(async () => {
        const { x, y } = await middle(start);
        return Math.hypot(x - at.x + 30, y - at.y + 40);
      })
      .toBeLessThan(1.5);
    expect(await scrolled(page)).toBe(before);
  });
});

test.describe('the drawing pad', () => {
  async function open(page: Page) {
    await page.goto('./#/omniglot?preset=scratch&characters=procedural&methods=pixels');
    const pad = page.getByRole('application');
    await page.getByRole('button', { name: 'Draw one' }).click();
    await expect(pad).toBeVisible();
    await settled(page);
    await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const holds = (count: number) =>
      expect(pad).toHaveAttribute(
        'aria-label',
        count === 0 ? /nothing yet/ : new RegExp(`: ${count} stroke`),
      );
    await page.getByRole('button', { name: 'Erase' }).click();
    await holds(0);
    await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = (await pad.boundingBox())!;
    const at = (x: number, y: number): At => ({
      x: box.x + x * box.width,
      y: box.y + y * box.height,
    });
    /** Where the strokes begin and end. */
    const drawn = () => pad.locator('svg path').getAttribute('d');
    return { pad, holds, at, drawn, hand: await Hand.on(page) };
  }

  test('a finger draws, and the page stays', async ({ page }) => {
    const { holds, at, hand } = await open(page);
    const before = await scrolled(page);
    await hand.slide(at(0.2, 0.2), { x: 40, y: 60 });
    await hand.touch('touchEnd', []);
    await holds(1);
    expect(await scrolled(page)).toBe(before);
  });

  test('a pen goes before a hand that lies on the pad', async ({ page }) => {
    const { holds, at, drawn, hand } = await open(page);
    await hand.touch('touchStart', [at(0.8, 0.9)]);
    await holds(1);
    await hand.pen('mousePressed', at(0.2, 0.2));
    await hand.pen('mouseMoved', at(0.5, 0.4));
    await hand.pen('mouseMoved', at(0.7, 0.6));
    // The hand moves, and the pen lifts before it does.
    await hand.touch('touchMove', [at(0.85, 0.95)]);
    await hand.pen('mouseReleased', at(0.7, 0.6));
    await hand.touch('touchEnd', []);
    await holds(1);
    await expect.poll(drawn).toMatch(/^M0\.2\d* 0\.2\d*L.*0\.7\d* 0\.6\d*$/);
  });

  test('a hand that comes down while a pen draws leaves nothing', async ({ page }) => {
    const { holds, at, drawn, hand } = await open(page);
    await hand.pen('mousePressed', at(0.2, 0.2));
    await hand.touch('touchStart', [at(0.8, 0.9)]);
    await hand.pen('mouseMoved', at(0.7, 0.6));
    await hand.pen('mouseReleased', at(0.7, 0.6));
    await hand.touch('touchMove', [at(0.7, 0.95)]);
    await hand.touch('touchEnd', []);
    await holds(1);
    await expect.poll(drawn).toMatch(/^M0\.2\d* 0\.2\d*L.*0\.7\d* 0\.6\d*$/);
  });

  test('a hand that is put down between two strokes of a pen leaves nothing', async ({ page }) => {
    const { holds, at, hand } = await open(page);
    await hand.pen('mousePressed', at(0.2, 0.2));
    await hand.pen('mouseMoved', at(0.7, 0.6));
    await hand.pen('mouseReleased', at(0.7, 0.6));
    await holds(1);
    await hand.touch('touchStart', [at(0.8, 0.9)]);
    await hand.touch('touchEnd', []);
    await hand.pen('mousePressed', at(0.3, 0.7));
    await hand.pen('mouseMoved', at(0.6, 0.7));
    await hand.pen('mouseReleased', at(0.6, 0.7));
    await holds(2);
    // A finger alone draws again, once no pen was there for a while.
    await page.waitForTimeout(2200);
    await hand.slide(at(0.2, 0.9), { x: 40, y: 0 });
    await hand.touch('touchEnd', []);
    await holds(3);
  });

  test('a contact that the system takes away leaves what was there', async ({ page }) => {
    const { pad, holds, at, hand } = await open(page);
    await hand.slide(at(0.2, 0.2), { x: 40, y: 40 });
    await holds(1);
    await hand.touch('touchCancel', []);
    await holds(0);
    // A given character comes back too.
    await page.getByRole('button', { name: 'Use a given character' }).click();
    await expect(pad).not.toHaveAttribute('aria-label', /nothing yet/);
    const given = await pad.getAttribute('aria-label');
    await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const { x, y } = await middle(pad);
    await hand.slide({ x, y }, { x: 30, y: 30 });
    await holds(1);
    await hand.touch('touchCancel', []);
    await expect(pad).toHaveAttribute('aria-label', given!);
  });

  test('a pinch leaves nothing', async ({ page }) => {
    const { holds, at, hand } = await open(page);
    await hand.touch('touchStart', [at(0.3, 0.3)]);
    await hand.touch('touchStart', [at(0.3, 0.3), at(0.7, 0.7)]);
    await hand.touch('touchMove', [at(0.2, 0.2), at(0.8, 0.8)]);
    await hand.touch('touchMove', [at(0.1, 0.1), at(0.9, 0.9)]);
    await hand.touch('touchEnd', []);
    await holds(0);
    await hand.slide(at(0.2, 0.8), { x: 30, y: 0 });
    await hand.touch('touchEnd', []);
    await holds(1);
  });
});
