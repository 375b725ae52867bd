/** `npm start`: installs if needed, builds, serves, prints the address. */

import { checkNode, ensureInstalled, giveUp, root, runTool } from './setup.mjs';

checkNode();
ensureInstalled();

if (runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']) !== 0) {
  giveUp('The build failed; the reason is above.');
}

const { preview } = await import('vite');
const server = await preview({ root, logLevel: 'warn', preview: { port: 4173, open: false } });
const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4173/';
console.log(`\nInner Loop is at ${address}\nPress Ctrl+C to stop.\n`);
