/** Serves the built page as it is, but for a script before all others that hears its errors, and what is asked for besides. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Connect, type PreviewServer, preview } from 'vite';
import { root } from '../../src/cli/setup.mjs';
import { hear } from './hearing';

/** The next free port from here on. */
const PORT = 4603;

export interface Served {
  /** This one, or the next that is free. */
  readonly port?: number;
  /** JavaScript that the page begins with, by the query of its address. */
  readonly head?: (query: URLSearchParams) => string;
  /** Answers before the files do. */
  readonly answer?: Connect.NextHandleFunction;
}

export async function serve({
  port = PORT,
  head = () => '',
  answer,
}: Served = {}): Promise<PreviewServer> {
  const file = path.join(root, 'dist', 'index.html');
  if (!existsSync(file)) throw new Error(`There is no ${file}: npm run build makes it.`);
  const html = readFileSync(file, 'utf8');
  return preview({
    root,
    configFile: false,
    logLevel: 'warn',
    preview: { port },
    plugins: [
      {
        name: 'hearing',
        configurePreviewServer({ middlewares }) {
          if (answer !== undefined) middlewares.use(answer);
          middlewares.use((request, response, next) => {
            const [name, query] = request.url?.split('?') ?? [];
            if (name === '/service-worker.js') {
              // It would answer in place of this server.
              response.statusCode = 404;
              response.end();
              return;
            }
            if (name !== '/') return next();
            const script = `(${hear})();${head(new URLSearchParams(query))}`;
            response.setHeader('Content-Type', 'text/html');
            response.end(html.replace('<head>', () => `<head><script>${script}</script>`));
          });
        },
      },
    ],
  });
}
