/** Serves the built page as it is, but for a script before all others that hears its errors. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type PreviewServer, preview } from 'vite';
import { root } from '../../src/cli/setup.mjs';
import { hear } from './hearing';

/** The next free port from here on. */
const PORT = 4603;

export async function serve(): Promise<PreviewServer> {
  const file = path.join(root, 'dist', 'index.html');
  if (!existsSync(file)) throw new Error(`There is no ${file}: npm run build makes it.`);
  const html = readFileSync(file, 'utf8');
  const page = html.replace('<head>', `<head><script>(${hear})()</script>`);
  return preview({
    root,
    configFile: false,
    logLevel: 'warn',
    preview: { port: PORT },
    plugins: [
      {
        name: 'hearing',
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, response, next) => {
            if (request.url?.split('?')[0] !== '/') return next();
            response.setHeader('Content-Type', 'text/html');
            response.end(page);
          });
        },
      },
    ],
  });
}
