/**
 * A content security policy for every host: what the page may load and run is said in the page itself, so that static
 * hosts need no headers. Scripts and styles that stand in the page are allowed by their digests.
 */

import { createHash } from 'node:crypto';

/** Where the characters' dataset is fetched from when a person asks for it. */
const DATASET = 'https://raw.githubusercontent.com';

/** @param {string} text */
const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * @param {string} html
 * @param {'script' | 'style'} tag
 */
const digestsOf = (html, tag) =>
  [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text]) =>
    digest(text ?? ''),
  );

/** @returns {import('vite').Plugin} */
export const policy = () => ({
  name: 'policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const rules = {
        'default-src': ["'self'"],
        'script-src': ["'self'", "'wasm-unsafe-eval'", ...digestsOf(html, 'script')],
        'style-src': ["'self'", ...digestsOf(html, 'style')],
        'img-src': ["'self'", 'data:', 'blob:'],
        'connect-src': ["'self'", DATASET],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'object-src': ["'none'"],
      };
      const content = Object.entries(rules)
        .map(([name, sources]) => `${name} ${sources.join(' ')}`)
        .join('; ');
      const meta = `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
      return html.replace(/<meta charset="utf-8" \/>/, (charset) => `${charset}\n    ${meta}`);
    },
  },
});
