/** What the tests do with the regression lab, in a person's terms. */

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Locator, type Page } from '@playwright/test';

export class Lab {
  readonly status: Locator;
  readonly steps: Locator;
  readonly lookBack: Locator;

  constructor(readonly page: Page) {
    this.status = page.getByRole('status').filter({ hasText: 'meta-iteration' });
    this.steps = page.getByRole('slider', { name: 'Gradient steps' });
    this.lookBack = page.getByRole('slider', { name: 'Meta-iteration', exact: true });
  }

  /** Opens the lab with these settings, one plot a contender, and waits until the first adaptation is in sight. */
  async open(settings = ''): Promise<void> {
    const side = settings === '' ? '' : `&${settings}`;
    await this.page.goto(`./#/regression?arrange=side${side}`);
    // A bound on what hangs: an engine after another is tried in some tests.
    await expect(this.figure('MAML')).toContainText(/loss \d/);
    const panel = this.page.getByRole('complementary', { name: 'Settings' });
    if (await panel.isVisible()) await expect(panel.getByRole('slider').first()).toBeVisible();
  }

  /** Waits until the first adaptation is in sight, in one plot or in one a contender. */
  async adapted(timeout = 20_000): Promise<void> {
    const beside = this.page.getByRole('paragraph').filter({ hasText: /^[\d.]+MAML: / });
    const own = this.figure('MAML').getByText(/loss \d/);
    await expect(beside.or(own).first()).toBeVisible({ timeout });
  }

  figure(name: string): Locator {
    return this.page.getByRole('figure', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async iteration(): Promise<number> {
    const text = (await this.status.textContent()) ?? '';
    return Number(/meta-iteration\s*([\d,]+)/.exec(text)![1]!.replaceAll(',', ''));
  }

  /** Trains until this meta-iteration at least, then pauses. */
  async trainTo(iteration: number): Promise<void> {
    await this.button('Train').click();
    await expect.poll(() => this.iteration()).toBeGreaterThanOrEqual(iteration);
    await this.button('Pause').click();
    await expect(this.status).toContainText('paused');
  }

  /**
   * Waits until a run of this lab, of this meta-iteration at least, lies in browser storage: a reload sooner would find none.
   *
   * @param wanted a setting that its address has: `shots=7`
   */
  async putAway(lab: string, iteration = 1, wanted = ''): Promise<void> {
    const kept = () =>
      this.page.evaluate(
        ([head, settings]) =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('keyval-store');
            opening.onsuccess = () => {
              const store = opening.result.transaction('keyval').objectStore('keyval');
              const [keys, values] = [store.getAllKeys(), store.getAll()];
              values.onsuccess = () => {
                opening.result.close();
                const found = keys.result.map((key, i) =>
                  String(key).includes(head!) && values.result[i].wanted.includes(settings)
                    ? values.result[i].value.resume.iteration
                    : -1,
                );
                resolve(Math.max(-1, ...found));
              };
            };
          }),
        [` head ${lab} `, wanted],
      );
    await expect.poll(kept).toBeGreaterThanOrEqual(iteration);
  }

  /** Numbers of a figure's data table, by column. */
  async table(name: string): Promise<Record<string, number[]>> {
    const figure = this.figure(name);
    const toggle = figure.getByRole('button', { name: 'Data table' });
    await toggle.click();
    const table = figure.getByRole('table', { name });
    await expect(table).toBeVisible();
    const cells = await table.evaluate((element: HTMLTableElement) =>
      [...element.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? '')),
    );
    await toggle.click();
    const [head = [], ...body] = cells;
    const number = (text: string) =>
      Number(
        text
          .replaceAll(',', '')
          .replace('−', '-')
          .replace(/\s×\s10(⁻?)(\S+)/, (_, sign, power) => {
            const digits = [...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('');
            return `e${sign === '' ? '' : '-'}${digits}`;
          }),
      );
    return Object.fromEntries(
      head.map((column, c) => [column, body.map((row) => number(row[c]!))]),
    );
  }

  /** The whole curve of held-out tasks, once it is complete. */
  async lossCurve(): Promise<Record<string, number[]>> {
    const figure = this.figure('Loss after k gradient steps');
    await expect(figure).toContainText('600 held-out tasks');
    return this.table('Loss after k gradient steps');
  }

  /** The link that is copied by sharing what is in sight. */
  async link(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.button('Share…').click();
    const dialog = this.page.getByRole('dialog', { name: 'Share' });
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(dialog.getByRole('button', { name: 'Link copied' })).toBeVisible();
    const link = await this.page.evaluate(() => navigator.clipboard.readText());
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    return link;
  }

  notice(text: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text });
  }

  setting(name: string): URLSearchParams | string | null {
    return new URLSearchParams(this.page.url().split('?')[1] ?? '').get(name);
  }
}

/** Bytes of compressed script that this view has loaded. */
export async function scriptBytes(page: Page): Promise<number> {
  // Resources of the page's own thread; the worker keeps a list of its own.
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name).pathname)
      .filter((path) => path.endsWith('.js') && !path.includes('worker')),
  );
  expect(scripts.length).toBeGreaterThan(0);
  return scripts.reduce(
    (sum, path) => sum + gzipSync(readFileSync(`dist${path}`), { level: 9 }).length,
    0,
  );
}
