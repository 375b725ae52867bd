/** What the server does so that a page can be broken: in every browser alike, as no driver reaches all of it. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../src/cli/setup.mjs';
import type { Served } from '../browsers/serve';
import { obedience } from './inWorker';
import { faults } from './kinds';

const WORKER = /^\/assets\/worker-[^/]*\.js$/;

export const served: Served = {
  head(query) {
    const before = faults[query.get('fault') as keyof typeof faults]?.before;
    return before === undefined ? '' : `(${before})();`;
  },
  answer({ url = '', headers }, response, next) {
    const withheld = /(?:^|; )withheld=([^;]+)/.exec(headers.cookie ?? '')?.[1];
    if (withheld !== undefined && url.endsWith('.js') && url.includes(withheld)) {
      response.statusCode = 404;
      response.end();
    } else if (WORKER.test(url)) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(obedience + readFileSync(path.join(root, 'dist', url), 'utf8'));
    } else next();
  },
};
