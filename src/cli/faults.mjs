/**
 * `npm run faults`: breaks things under a page that trains, again and again, at moments drawn from a seed, and reports
 * what was lost and whether the run went on.
 */

import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureBrowser, quietFlags, softwareGpuFlags } from './browser.mjs';
import { loadTypeScript } from './runTypeScript.mjs';
import { buildSite, root } from './setup.mjs';

const SETTINGS = 'iterations=1000000&contenders=maml,random&metaBatch=5&hidden=20&engine=simd';
/** Milliseconds that a page may take to go on; a worker that is silent for half a minute included. */
const PATIENCE = 120_000;

/** @typedef {import('@playwright/test').Page} Page */
/**
 * @typedef {object} Fault
 * @property {string} what
 * @property {(page: Page) => Promise<Page | void>} strike  breaks something; a page that takes the place of this one
 * @property {(page: Page) => Promise<void>} [prepare]  before the page is opened
 * @property {boolean} [rests]  the run comes back paused
 */

/** @param {Page} page */
const worker = (page) => {
  const [first] = page.workers();
  if (first === undefined) throw new Error('There is no worker.');
  return first;
};

/** Works in the worker as if for good. @param {Page} page @param {number} ms */
const busy = (page, ms) =>
  worker(page)
    .evaluate((length) => {
      const until = performance.now() + length;
      while (performance.now() < until);
    }, ms)
    .catch(() => {});

/** @type {Record<string, Fault>} */
export const faults = {
  killed: {
    what: 'worker killed',
    strike: async (page) => {
      await worker(page).evaluate(() => self.close());
    },
  },
  error: {
    what: 'error in the worker',
    strike: async (page) => {
      await worker(page).evaluate(() => {
        setTimeout(() => {
          throw new Error('cosmic ray');
        });
      });
    },
  },
  silent: {
    what: 'worker silent for 30 s',
    strike: async (page) => {
      void busy(page, 30_000);
    },
  },
  'storage-silent': {
    what: 'storage that never answers',
    prepare: async (page) => {
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => /** @type {IDBOpenDBRequest} */ (new EventTarget());
      });
    },
    strike: async (page) => {
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      await page.getByRole('button', { name: 'Train', exact: true }).click();
    },
  },
  'storage-full': {
    what: 'storage full',
    prepare: async (page) => {
      await page.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
    },
    strike: async (page) => {
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      await page.getByRole('button', { name: 'Train', exact: true }).click();
    },
  },
  chunk: {
    what: 'part of the page missing',
    strike: async (page) => {
      await page.route('**/OptimizerLab-*.js', (route) => route.fulfill({ status: 404 }));
      await page.getByRole('link', { name: 'Optimizers' }).click();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await page.goBack();
    },
    rests: true,
  },
  translated: {
    what: 'page translated',
    strike: async (page) => {
      await page.evaluate(() => {
        const wrap = (/** @type {Node} */ root) => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          const texts = [];
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            if (node.parentElement?.closest('font, script, style, option, svg') === null) {
              texts.push(node);
            }
          }
          for (const node of texts) {
            const font = document.createElement('font');
            node.parentNode?.replaceChild(font, node);
            font.append(node.textContent ?? '');
          }
        };
        wrap(document.body);
        new MutationObserver(() => wrap(document.body)).observe(document.body, {
          subtree: true,
          childList: true,
        });
      });
      await page.getByRole('button', { name: 'Pause', exact: true }).click();
      await page.getByRole('button', { name: 'Train', exact: true }).click();
    },
  },
  closed: {
    what: 'tab closed in training',
    strike: async (page) => {
      const [context, address] = [page.context(), page.url()];
      await page.close();
      const next = await context.newPage();
      await next.goto(address);
      return next;
    },
    rests: true,
  },
  reload: {
    what: 'page loaded again in training',
    strike: async (page) => {
      await page.reload();
    },
    rests: true,
  },
};

/** @param {Page} page */
const status = (page) => page.getByRole('status').filter({ hasText: 'meta-iteration' });

/** @param {Page} page */
async function iterationOf(page) {
  const text = (await status(page).textContent()) ?? '';
  return Number((/meta-iteration\s*([\d,]+)/.exec(text)?.[1] ?? '').replaceAll(',', ''));
}

/** Waits until it holds. @param {string} what @param {() => Promise<boolean>} holds */
async function until(what, holds) {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${PATIENCE / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * One fault in a page of its own.
 *
 * @returns {Promise<number>} seconds of training that were lost
 * @param {import('@playwright/test').Browser} browser @param {string} address @param {Fault} fault @param {number} moment
 */
async function tryOnce(browser, address, fault, moment) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  try {
    /** @type {Error[]} */
    const errors = [];
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error));
    await fault.prepare?.(page);
    await page.goto(`${address}#/regression?${SETTINGS}`);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await until('training', async () => (await iterationOf(page)) > 0);
    /** @type {{ at: number, iteration: number }[]} */
    const seen = [];
    const end = Date.now() + moment;
    while (Date.now() < end) {
      seen.push({ at: Date.now(), iteration: await iterationOf(page) });
      await page.waitForTimeout(50);
    }
    const before = await iterationOf(page);
    const struck = Date.now();
    const now = (await fault.strike(page)) ?? page;
    await status(now).waitFor({ timeout: PATIENCE });
    if (fault.rests) {
      // One that was not put away yet begins anew.
      await until('there', async () =>
        /paused|ready/.test((await status(now).textContent()) ?? ''),
      );
    }
    const after = fault.rests ? await iterationOf(now) : before;
    if (fault.rests) await now.getByRole('button', { name: 'Train', exact: true }).click();
    await until('going on', async () => (await iterationOf(now)) > Math.max(after, before) + 5);
    if (await now.getByText('This page could not be drawn').isVisible()) {
      throw new Error('the page could not be drawn');
    }
    if (errors.length > 0) throw new Error(`not caught: ${errors[0]?.message}`);
    if (after >= before) return 0;
    const last = seen.findLast(({ iteration }) => iteration <= after);
    return (struck - (last?.at ?? struck - moment)) / 1000;
  } finally {
    await context.close();
  }
}

/** @param {{ times: number, seed: number, only?: string }} options */
export async function breakThings({ times, seed, only }) {
  const executablePath = ensureBrowser();
  buildSite();
  const { module: math, close } = await loadTypeScript('src/math/rng.ts');
  const server = await preview({ root, logLevel: 'warn', preview: { port: 4605 } });
  const browser = await chromium.launch({
    executablePath,
    args: [...quietFlags, ...softwareGpuFlags],
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  let failed = 0;
  try {
    for (const [name, fault] of Object.entries(faults)) {
      if (only !== undefined && name !== only) continue;
      const moments = math.stream(seed, `moments of ${name}`);
      /** @type {number[]} */
      const lost = [];
      for (let i = 0; i < times; i++) {
        const moment = Math.round(moments.uniform(300, 3000));
        try {
          lost.push(await tryOnce(browser, address, fault, moment));
        } catch (error) {
          failed += 1;
          const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
          console.log(`${fault.what}, number ${i + 1}, ${moment} ms after Train: ${why}`);
        }
      }
      const most = Math.max(0, ...lost).toFixed(1);
      console.log(`${fault.what}: ${lost.length} of ${times} went on; at most ${most} s lost`);
    }
  } finally {
    await browser.close();
    await server.close();
    await close();
  }
  if (failed > 0) process.exitCode = 1;
}
