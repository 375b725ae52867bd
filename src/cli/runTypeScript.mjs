/** Loads the project's TypeScript in Node, through Vite, so that commands run the code that the worker runs. */

import v8 from 'node:v8';
import { root } from './setup.mjs';

/**
 * @param {string} file from the project's root
 * @returns {Promise<{ module: any, close: () => Promise<void> }>}
 */
export async function loadTypeScript(file) {
  // Browsers have relaxed SIMD; older Nodes have it behind a flag.
  v8.setFlagsFromString('--experimental-wasm-relaxed-simd');
  const { createServer, createServerModuleRunner } = await import('vite');
  const server = await createServer({
    root,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  const ssr = server.environments.ssr;
  if (ssr === undefined) throw new Error('Vite offers no server environment');
  const runner = createServerModuleRunner(ssr, { hmr: false });
  return {
    module: await runner.import(`/${file}`),
    close: async () => {
      await runner.close();
      await server.close();
    },
  };
}
