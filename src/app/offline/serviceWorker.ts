/**
 * Keeps all that the page consists of, so that it works without a network: every file of one build together, so that none
 * is older than another. TensorFlow.js, which few need, is kept once it was used.
 */

import { CacheFirst, type PrecacheEntry, Serwist } from 'serwist';

/** What the build consists of: the build puts it here. */
declare const FILES: (PrecacheEntry | string)[];

new Serwist({
  precacheEntries: FILES,
  precacheOptions: {
    cleanupOutdatedCaches: true,
    // What stands behind the question mark is for the page: language, lecture, trackers of those who share links.
    ignoreURLParametersMatching: [/./],
  },
  // A newer build waits until a person asks for it.
  skipWaiting: false,
  clientsClaim: true,
  disableDevLogs: true,
  runtimeCaching: [
    {
      // Characters that the build did not have: there is nothing to ask the network for.
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.pack'),
      handler: async () => new Response(null, { status: 404 }),
    },
    {
      // Their names change with what they hold.
      matcher: ({ url, sameOrigin }) => sameOrigin && /\/assets\/.*tfjs/.test(url.pathname),
      handler: new CacheFirst({ cacheName: 'tfjs' }),
    },
  ],
}).addEventListeners();
