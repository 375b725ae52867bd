/**
 * `npm run soak`: trains in a page for a while and reports what stays flat and what does not: long tasks of the page's
 * thread, heaps, vectors that the engine holds.
 */

import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureBrowser, quietFlags, softwareGpuFlags } from './browser.mjs';
import { buildSite, root } from './setup.mjs';

/** @param {{ minutes: number, settings: string, lab: string }} options */
export async function soak({ minutes, settings, lab }) {
  const executablePath = ensureBrowser();
  buildSite();
  const server = await preview({ root, logLevel: 'warn', preview: { port: 4601 } });
  const browser = await chromium.launch({
    executablePath,
    args: [...quietFlags, ...softwareGpuFlags],
  });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 860 },
    serviceWorkers: 'block',
  });
  await page.goto(
    `${server.resolvedUrls?.local[0]}#/${lab}?${settings}&iterations=${lab === 'regression' ? 1_000_000 : 100_000}`,
  );
  const status = page.getByRole('status').filter({ hasText: 'meta-iteration' });
  await page.waitForTimeout(3000);
  await page.evaluate(() => {
    const tasks = /** @type {number[]} */ ([]);
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  await page.getByRole('button', { name: 'Train', exact: true }).click();

  const devtools = await page.context().newCDPSession(page);
  let workerSession = '';
  let messageId = 0;
  devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workerSession = sessionId;
  });
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });

  /**
   * Sends a command to the worker's own debugger.
   *
   * @param {string} method
   * @returns {Promise<{ usedSize?: number }>}
   */
  function askWorker(method) {
    messageId += 1;
    const id = messageId;
    return new Promise((resolve) => {
      /** @param {{ message: string }} event */
      const hear = ({ message }) => {
        const reply = JSON.parse(message);
        if (reply.id !== id) return;
        devtools.off('Target.receivedMessageFromTarget', hear);
        resolve(reply.result ?? {});
      };
      devtools.on('Target.receivedMessageFromTarget', hear);
      const message = JSON.stringify({ id, method });
      void devtools.send('Target.sendMessageToTarget', { message, sessionId: workerSession });
    });
  }

  const MEGABYTE = 2 ** 20;

  /** Heaps in MB, after a collection. */
  async function heaps() {
    await devtools.send('HeapProfiler.collectGarbage');
    await askWorker('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const { usedSize: worker = 0 } = await askWorker('Runtime.getHeapUsage');
    return { page: usedSize / MEGABYTE, worker: worker / MEGABYTE };
  }

  const longTasks = () =>
    page.evaluate(() => /** @type {{ tasks: number[] }} */ (/** @type {unknown} */ (window)).tasks);

  console.log('minute  page heap  worker heap  long tasks  longest   status');
  const start = performance.now();
  for (let i = 0; i <= minutes * 4; i++) {
    const elapsed = (performance.now() - start) / 60_000;
    // Measured first: a collection is a long task of its own.
    const tasks = await longTasks();
    const heap = await heaps();
    await page.evaluate((kept) => {
      const all = /** @type {{ tasks: number[] }} */ (/** @type {unknown} */ (window)).tasks;
      all.length = kept;
    }, tasks.length);
    const row = [
      elapsed.toFixed(2).padStart(6),
      `${heap.page.toFixed(1).padStart(6)} MB`,
      `${heap.worker.toFixed(1).padStart(8)} MB`,
      String(tasks.length).padStart(10),
      `${Math.max(0, ...tasks)
        .toFixed(0)
        .padStart(4)} ms `,
      await status.textContent(),
      await page.getByText('The engine holds').textContent(),
    ];
    console.log(row.join('  '));
    await page.waitForTimeout(15_000);
  }
  await browser.close();
  await server.close();
  process.exit(0);
}
