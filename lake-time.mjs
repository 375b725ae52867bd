import { chromium } from '@playwright/test';
import { findBrowser, quietFlags, softwareGpuFlags } from './src/cli/browser.mjs';
const b = await chromium.launch({ executablePath: findBrowser(), args: [...quietFlags, ...softwareGpuFlags] });
const page = await b.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
await page.addInitScript(() => {
  window.__ms = []; window.__long = [];
  const W = Worker; window.Worker = class extends W { constructor(...a) { super(...a); this.addEventListener('message', ({ data }) => { if (data?.kind === 'read') window.__ms.push(data.ms); }); } };
  new PerformanceObserver((l) => { for (const e of l.getEntries()) window.__long.push([Math.round(e.startTime), Math.round(e.duration)]); }).observe({ type: 'longtask', buffered: true });
});
await page.goto('http://localhost:4321/#/omniglot?test=lake');
await page.locator('[data-lake] ul svg').nth(19).waitFor({ timeout: 60000 });
await page.waitForTimeout(2500);
console.log('opening', JSON.stringify(await page.evaluate(() => { const l = window.__long; window.__long = []; return l; })));
for (let i = 0; i < 20; i++) {
  await page.locator('[data-lake] ul svg').nth(19).waitFor();
  await page.keyboard.press('d'); await page.waitForTimeout(120); await page.keyboard.press('d'); await page.waitForTimeout(250);
}
await page.waitForTimeout(6000);
const ms = await page.evaluate(() => window.__ms.map((x) => Math.round(x)));
console.log('read ms', ms.join(' '), 'long', JSON.stringify(await page.evaluate(() => window.__long)));
await b.close();
