/** Builds the service worker after the page, as it keeps every file that the page consists of. */

import path from 'node:path';
import { getManifest } from '@serwist/build';
import { build } from 'vite';

/** The greatest file that is kept, in bytes: the pack of all characters has about 3 million. */
const MOST = 16e6;

/** @returns {import('vite').Plugin} */
export function offline() {
  /** @type {import('vite').ResolvedConfig} */
  let page;
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      page = config;
    },
    async closeBundle() {
      if (page.build.write === false) return;
      const outDir = path.resolve(page.root, page.build.outDir);
      const { manifestEntries, warnings } = await getManifest({
        globDirectory: outDir,
        globPatterns: [
          '**/*.{html,js,css,wasm,woff2,svg,json,safetensors,pack,webmanifest}',
          'icons/*.png',
        ],
        // TensorFlow.js is kept once it was used.
        globIgnores: ['assets/worker/tfjs/**', 'assets/tfjs-*', 'service-worker.js'],
        maximumFileSizeToCacheInBytes: MOST,
        // Their names change with what they hold.
        dontCacheBustURLsMatching: /assets\//,
      });
      for (const warning of warnings) this.warn(warning);
      await build({
        configFile: false,
        root: page.root,
        publicDir: false,
        logLevel: 'warn',
        define: { FILES: JSON.stringify(manifestEntries) },
        build: {
          outDir,
          emptyOutDir: false,
          target: page.build.target || 'es2022',
          rolldownOptions: {
            input: path.join(page.root, 'src/app/offline/serviceWorker.ts'),
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      });
    },
  };
}
