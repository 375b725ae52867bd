/** A test of the suite has a page in a browser of its own, and ends with a look at what went wrong there. */

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { openFirefox } from './firefox';
import { answerHost } from './host';
import { Page } from './page';
import { serve } from './serve';
import { openWebKit } from './webkit';

export interface Options {
  readonly which: 'firefox' | 'webkit';
}

const openers = { firefox: openFirefox, webkit: openWebKit };

export const test = base.extend<{ lab: Page }, Options & { address: string }>({
  which: ['firefox', { option: true, scope: 'worker' }],
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing else is needed
    async ({}, use) => {
      const server = await serve({ answer: answerHost });
      await use(server.resolvedUrls!.local[0]!);
      await server.close();
    },
    { scope: 'worker' },
  ],
  lab: async ({ which, address }, use, testInfo) => {
    // Only what the browser itself ended is begun again.
    const crashed = path.join(testInfo.project.outputDir, `crashed-${testInfo.testId}`);
    if (testInfo.retry > 0 && !existsSync(crashed)) throw new Error('It failed, see above.');
    const driver = await openers[which]();
    try {
      const lab = new Page(driver, address);
      await use(lab);
      if (testInfo.status !== testInfo.expectedStatus) {
        const body = await driver.picture().catch((error: Error) => {
          if (error.name === 'NoSuchSessionError') writeFileSync(crashed, error.message);
          throw error;
        });
        await testInfo.attach('window', { body, contentType: 'image/png' });
      }
      expect(await driver.errors(), 'errors').toEqual([]);
      // What fails in a worker is a notice.
      expect(await lab.text({ role: 'alert' }), 'notice').toBe('');
    } finally {
      await driver.close();
    }
  },
});

export { expect };
