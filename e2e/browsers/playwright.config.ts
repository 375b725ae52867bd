/** The shorter suite. Playwright runs it; it is others that drive these browsers, as they are in the system. */

import { defineConfig } from '@playwright/test';
import type { Options } from './suite';

export default defineConfig<object, Options>({
  testMatch: '*.browsers.ts',
  outputDir: '../../test-results/browsers',
  workers: 1,
  timeout: 600_000,
  // Drawn and computed by software, perhaps on a busy machine.
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reportSlowTests: null,
  reporter: [['list']],
  projects: [
    { name: 'firefox', use: { which: 'firefox' } },
    // Its script engine ends by a fault of its own now and then: see `suite.ts`, which lets nothing else be tried again.
    { name: 'webkit', use: { which: 'webkit' }, retries: 1 },
  ],
});
