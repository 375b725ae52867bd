/** WebKit in the small browser that comes with WebKitGTK, driven by WebDriver. Needs a display. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Builder, By, Capabilities, Origin } from 'selenium-webdriver';
import { findWebKit } from '../../src/cli/otherBrowsers.mjs';
import { type Driver, windowSize } from './driver';
import { takeHeard } from './hearing';
import { startServer } from './webkitServer';

export async function openWebKit(): Promise<Driver> {
  const found = findWebKit();
  if (found === undefined) throw new Error('There is no WebKit.');
  // It saves files in the home folder where no other is set up.
  const home = await mkdtemp(path.join(tmpdir(), 'inner-loop-webkit-'));
  const server = await startServer(found.driver, { HOME: home, XDG_CONFIG_HOME: home });
  const browser = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(server.address)
    .withCapabilities(
      new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
      }),
    )
    .build();
  // A worker may be silent for half a minute, and what waits for it is one script.
  await browser.manage().setTimeouts({ script: 120_000 });
  await browser
    .manage()
    .window()
    .setRect({ x: 0, y: 0, ...windowSize });
  return {
    downloads: home,
    open: (address) => browser.get(address),
    evaluate: (inPage, argument) => browser.executeScript(inPage, argument),
    async drag([first, ...others]) {
      const at = ({ x, y }: typeof first & object) => ({
        ...{ x: Math.round(x), y: Math.round(y), duration: 0 },
        origin: Origin.VIEWPORT,
      });
      let way = browser.actions().move(at(first!)).press();
      for (const place of others) way = way.move(at(place));
      await way.release().perform();
    },
    choose: (selector, file) => browser.findElement(By.css(selector)).sendKeys(file),
    errors: () => browser.executeScript(takeHeard),
    async reopen() {
      const address = await browser.getCurrentUrl();
      const old = await browser.getWindowHandle();
      await browser.switchTo().newWindow('tab');
      const next = await browser.getWindowHandle();
      await browser.switchTo().window(old);
      await browser.close();
      await browser.switchTo().window(next);
      await browser.get(address);
    },
    async picture() {
      return Buffer.from(await browser.takeScreenshot(), 'base64');
    },
    async close() {
      await browser.quit();
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
