/** `npm start`: builds, serves, prints the address. */

import { createServer } from 'node:net';
import { preview } from 'vite';
import { buildSite, giveUp, root } from './setup.mjs';

/** @param {{ port?: number, host?: string | true }} options */
export async function start({ port, host }) {
  await checkAddress(port, host);
  buildSite();
  const server = await preview({
    root,
    logLevel: 'warn',
    preview: {
      port: port ?? 4173,
      strictPort: port !== undefined,
      open: false,
      // Served to others, it is asked for by whatever names this machine has.
      ...(host === undefined ? {} : { host, allowedHosts: true }),
    },
  });
  const { local = [], network = [] } = server.resolvedUrls ?? {};
  const addresses = [...local, ...network];
  console.log(`\nInner Loop is at ${addresses.join('\nand at ')}\nPress Ctrl+C to stop.\n`);
}

/**
 * Tries the address that was asked for, before a build that would be in vain.
 *
 * @param {number | undefined} port
 * @param {string | true | undefined} host
 */
async function checkAddress(port, host) {
  const where = host === true ? undefined : (host ?? 'localhost');
  const server = createServer();
  /** @type {NodeJS.ErrnoException | null} */
  const error = await new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port ?? 0, where, () => resolve(null));
  });
  if (error === null) {
    await new Promise((resolve) => server.close(resolve));
    return;
  }
  if (error.code === 'EADDRINUSE') {
    giveUp(
      `Port ${port} is in use. Give another with --port, or none: the next free one is taken.`,
    );
  }
  if (error.code === 'EACCES') {
    giveUp(`Port ${port} may not be used by you. Give one above 1023 with --port.`);
  }
  giveUp(`--host is ${host}, and this machine has no such address (${error.code}).`);
}
