import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { findBrowser, quietFlags, softwareGpuFlags } from './src/cli/browser.mjs';
import { buildKernels } from './src/cli/kernels.mjs';

await buildKernels();
const browser = findBrowser();

/** The formatter of sentences gets them parsed, by src/words/parse.ts: it comes without its own parser. */
const withoutParser: Plugin = {
  name: 'without-parser',
  enforce: 'pre',
  resolveId(source, importer) {
    const asked = source === '@formatjs/icu-messageformat-parser';
    const byFormatter = importer?.includes('/intl-messageformat/') ?? false;
    return asked && byFormatter ? this.resolve(`${source}/no-parser.js`, importer) : null;
  },
};

/** What the first paint needs, and the labs too. */
const ofFrame =
  /\/node_modules\/(?:react|react-dom|scheduler|zustand|use-sync-external-store|intl-messageformat|@formatjs)\/|\/src\/(?:words\/(?:format|message|parse|words|en\/frame)|ui\/(?:Say|controls\/(?:Button|controls))|session\/(?:notices|phrases)|compute\/fault|labs\/names)/;

/** What stands on the stage of one lab, and in what comes after it. */
const ofOneLab = {
  regression: /\/src\/labs\/regression\//,
  optimizers: /\/src\/(?:labs\/optimizers|contenders\/rules|networks\/coordinatewise)/,
  omniglot:
    /\/src\/(?:labs\/omniglot|contenders\/embeddings|contenders\/starts\/reptileOnImages|tasks\/glyphs)/,
};
const oneOf = Object.values(ofOneLab).map(({ source }) => source);
/** What all labs have on their stages. */
const ofAllLabs = new RegExp(
  `^(?!.*(?:${oneOf.join('|')}|ui/Formula|labs/kit/(?:TrainingChart|Spark|Comparison|PapersTable|reproductionTable|checkpointFile))).*/src/`,
);

export default defineConfig({
  // Relative addresses: dist/ works from any folder of any static host.
  base: './',
  assetsInclude: ['**/kernels*.wasm'],
  plugins: [react(), withoutParser],
  resolve: {
    alias: {
      'victory-vendor/d3-scale': fileURLToPath(new URL('src/ui/charts/scales.ts', import.meta.url)),
      'decimal.js-light': fileURLToPath(new URL('src/ui/charts/noDecimals.ts', import.meta.url)),
    },
  },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // It only loads sooner, and browsers of now do so by themselves.
    modulePreload: { polyfill: false },
    // How long plugins take on a busy machine is nothing that a person who starts the page could act on.
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        // What all labs have in common comes in one file, after what the page starts with: thirty small ones weigh more.
        codeSplitting: {
          groups: [
            { name: 'frame', test: ofFrame, priority: 1 },
            { name: 'common', test: ofAllLabs, minShareCount: 3 },
            ...Object.entries(ofOneLab).map(([name, test]) => ({ name, test, minShareCount: 2 })),
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: ['src/**/*.browser.test.ts'],
          environment: 'node',
          // The contract computes finite differences; a busy machine takes its time.
          testTimeout: 30_000,
        },
      },
      {
        // What needs a browser's WebAssembly, WebGL or WebGPU.
        extends: true,
        test: {
          name: 'engines',
          include: ['src/**/*.browser.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(browser === undefined ? {} : { executablePath: browser }),
                args: [...quietFlags, ...softwareGpuFlags],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
