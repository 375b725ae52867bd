import { defineConfig } from '@playwright/test';
import { findLightBrowser, quietFlags, softwareGpuFlags } from './src/cli/browser.mjs';

const browser = findLightBrowser();
// Another one where two builds of the page are tested beside each other.
const port = Number(process.env.E2E_PORT ?? 4599);
const address = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'e2e',
  // Tests wait more than they compute, and none may depend on how fast: two at once keep two cores busy.
  workers: 2,
  // A bound on what hangs, not on what is slow: the accessibility checks take over a minute on a busy machine.
  timeout: 240_000,
  // Also such a bound: a machine that is busy with something else trains at a tenth of its pace, for half a minute.
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `${address}/`,
    viewport: { width: 1280, height: 860 },
    // It would answer in place of what tests have the server answer.
    serviceWorkers: 'block',
    // Of a person who keeps the settings open; that they are closed at first is tested too.
    storageState: {
      cookies: [],
      origins: [{ origin: address, localStorage: [{ name: 'settings', value: 'open' }] }],
    },
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      args: [...quietFlags, ...softwareGpuFlags],
    },
  },
  webServer: {
    command: `node e2e/server.mjs ${port}`,
    port,
    reuseExistingServer: true,
  },
});
