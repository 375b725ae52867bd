import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findLightBrowser, quietFlags, softwareGpuFlags } from './src/cli/browser.mjs';
import { buildKernels } from './src/cli/kernels.mjs';
import { offline } from './src/cli/offline.mjs';
import { policy } from './src/cli/policy.mjs';
import { sentences } from './src/cli/sentences.mjs';
import { version } from './src/cli/version.mjs';
import { wholeWorkers } from './src/cli/wholeWorkers.mjs';

await buildKernels();
const browser = findLightBrowser();

/** What the first paint needs, and the labs too. */
const ofFrame =
  /\/node_modules\/(?:react|react-dom|scheduler|zustand|use-sync-external-store|icu-minify)\/|\/src\/(?:words\/(?:format|message|words|en\/frame)|ui\/(?:Say|controls\/(?:Button|controls))|session\/(?:notices|phrases)|compute\/fault|labs\/(?:names|labWords|kit\/Average)|app\/language)/;

/** What the regression lab and the root page, which opens with its task, are alone with; what explains it comes later. */
const ofRegression =
  /\/src\/labs\/regression\/(?!loops\/|reading\/|implicit\/|gates\/|microscope\/|studies\/|rates\/|bayes\/|limit\/(?!Place)|askLate|stamped|own\/(?:phrases|read|code|formula|family|held)|metaBatch|registry|heldOut\/lossIn)/;

/** What tours, lessons and lectures have in common: one small file in place of three. */
const ofTold = /\/src\/(?:labs\/kit\/story\/(?:scenes|ahead|made|useRing)|lessons\/votes)\./;

/** What dialogs, and what opens and brings files, have in common: one small file, too. */
const ofDialogs = /\/src\/(?:ui\/(?:[Dd]ialog|useBriefly|controls\/[Ff]ile)|session\/when)/;

/** What several pages have, but not all labs on their stages: it comes with the page that needs it, or when it is needed. */
const ofSome = [
  'lessons/',
  'app/(?:hall|lecture|offline|share|shown|mendedHash)',
  'map/',
  'labs/(?:regression|optimizers|omniglot|memory)/',
  'contenders/(?:rules|embeddings|starts|readers/(?!sheets)|adapt|outerLoop|steps)',
  'networks/(?:coordinatewise|pooled|programs/)',
  'labs/omniglot/alphabet/',
  'tasks/(?:glyphs|labels)',
  'characters/',
  'session/(?:measurer|when)',
  'spec/(?:writtenNumber|short)',
  'labs/kit/microscope/(?!view)',
  'labs/kit/python/',
  'labs/kit/runs/',
  'math/(?:vector|statistics|crc32)',
  'ui/(?:keys|charts/(?:arrow|logAxis|TakeCorner))',
  'labs/kit/story/(?:StoryPlace|StoryCard|useRing|scenes|ahead|made)',
  'labs/openings',
  'math/half',
  'ui/(?:Formula|Sourced|saveFile|[Dd]ialog|useBriefly|controls/(?:[Cc]hips|[Ff]ile))',
  'labs/kit/(?:miniature|Spark|Comparison|PapersTable|reproductionTable|checkpointFile|safetensors)',
];
const ofAllLabs = new RegExp(`/src/(?!${ofSome.join('|')})`);

/** What is there before anything is loaded later. */
const isThere = /\/(?:frame|common|rolldown-runtime)-/;
/** What weighs no more than its name beside a script that needs it. */
const isTiny = /\/(?:Sourced|half|crc32|writtenNumber|checkpointFile|reproductionTable)-/;

export default defineConfig({
  // Relative addresses: dist/ works from any folder of any static host.
  base: './',
  define: { VERSION: JSON.stringify(version()) },
  assetsInclude: ['**/kernels*.wasm'],
  plugins: [react(), sentences(), policy(), offline()],
  resolve: {
    alias: {
      'victory-vendor/d3-scale': fileURLToPath(new URL('src/ui/charts/scales.ts', import.meta.url)),
      'decimal.js-light': fileURLToPath(new URL('src/ui/charts/noDecimals.ts', import.meta.url)),
    },
  },
  worker: { format: 'es', plugins: () => [wholeWorkers()] },
  build: {
    target: 'es2022',
    // Within a style sheet a font would be against the page's own policy.
    assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined),
    // It only loads sooner, and browsers of now do so by themselves.
    modulePreload: {
      polyfill: false,
      // What a page loads later has what the page began with, and asks for what is tiny.
      resolveDependencies: (_file, needed, { hostId, hostType }) =>
        hostType === 'html'
          ? needed
          : needed.filter(
              (file) => !isTiny.test(file) && (hostId.includes('/index-') || !isThere.test(file)),
            ),
    },
    // How long plugins take on a busy machine is nothing that a person who starts the page could act on.
    rolldownOptions: {
      // The window of a speaker's notes is a page of its own, which needs nothing of the other.
      input: ['index.html', 'notes.html'],
      checks: { bundlerTimings: false },
      output: {
        // What all labs have in common comes in one file, after what the page starts with: thirty small ones weigh more.
        codeSplitting: {
          groups: [
            { name: 'frame', test: ofFrame, priority: 1 },
            { name: 'common', test: ofAllLabs, minShareCount: 3 },
            { name: 'regression', test: ofRegression, minShareCount: 2 },
            { name: 'told', test: ofTold },
            { name: 'dialogs', test: ofDialogs },
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
          // Tests compute: one file a core. One less is what is taken otherwise, and leaves half of two cores idle.
          maxWorkers: '100%',
          // The contract computes finite differences; a busy machine takes its time, also to load all words.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // What needs a browser's WebAssembly, WebGL or WebGPU.
        extends: true,
        test: {
          name: 'engines',
          include: ['src/**/*.browser.test.ts'],
          // A bound on what hangs: WebGPU by software takes a minute for one network on a busy machine.
          testTimeout: 240_000,
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
