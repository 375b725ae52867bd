import { chromium } from '@playwright/test';
import { findBrowser, quietFlags, softwareGpuFlags } from './src/cli/browser.mjs';
const b = await chromium.launch({ executablePath: findBrowser(), args: [...quietFlags, ...softwareGpuFlags] });
const only = process.argv[2]?.split(',');
const all = { p390: [390, 844, ''], d1280: [1280, 800, ''], d1280dark: [1280, 800, 'theme=dark'], d1920: [1920, 1080, ''], hall: [1920, 1080, 'lecture=1'], zh: [1280, 800, 'lang=zh'], zhp: [390, 844, 'lang=zh&theme=dark'] };
for (const [name, [width, height, q]] of Object.entries(all)) {
  if (only && !only.includes(name)) continue;
  const page = await b.newPage({ viewport: { width, height }, serviceWorkers: 'block' });
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) console.log(name, m.text()); });
  page.on('pageerror', (e) => console.log(name, 'ERR', e.message));
  await page.goto(`http://localhost:4321/?${q}#/omniglot?test=lake`);
  await page.locator('[data-lake] ul svg').nth(19).waitFor({ timeout: 60000 });
  await page.keyboard.press('l');
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/h/lakeval/${name}-ask.png` });
  const letters = 'abcdefghijklmnopqrst';
  for (let i = 0; i < 20; i++) {
    await page.locator('[data-lake] ul svg').nth(19).waitFor({ timeout: 60000 });
    if (i % 7 === 3) await page.locator('[data-lake] button').filter({ hasText: /know|不知道/ }).click();
    else { const l = letters[(i * 3) % 20]; if (i > 0 || l !== 'l') await page.keyboard.press(l); await page.keyboard.press(l); }
  }
  await page.locator('[data-lake] table').waitFor({ timeout: 60000 });
  await page.waitForTimeout(name === 'd1280' ? 9000 : 3500);
  await page.screenshot({ path: `/tmp/h/lakeval/${name}-result.png`, fullPage: true });
  await page.close();
}
await b.close();
