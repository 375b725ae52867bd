/** Serves the built page to the tests, by the port that is given. */

import { preview } from 'vite';
import { root } from '../src/cli/setup.mjs';

await preview({
  root,
  logLevel: 'warn',
  preview: { port: Number(process.argv[2]), strictPort: true },
  plugins: [
    {
      name: 'plain',
      // To compress every file for every test takes a tenth of their time, and nothing comes from afar.
      configurePreviewServer: ({ middlewares }) => {
        middlewares.use((request, _, next) => {
          delete request.headers['accept-encoding'];
          next();
        });
      },
    },
  ],
});
