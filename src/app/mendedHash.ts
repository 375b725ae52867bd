/**
 * The address as it was before tools changed it: encoded once or twice, escaped for HTML, with characters that are not
 * seen. It still holds what does not belong in it, for the lab to name. Loaded when an address is not plain.
 */

import { labNames } from '../labs/names';
import { plainText } from '../spec/writtenNumber';

/** Tools that pass a link on encode it again, one after another. */
const MOST_ROUNDS = 5;

/** Bytes that are no character stay as they are. */
const decoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });

/** Escapes of HTML, and of JSON and Markdown. No value of ours has one of their signs. */
const unescaped = (text: string): string =>
  text
    .replace(/\\u00([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll('\\', '')
    .replace(/&#(?:x([\da-f]{1,4})|(\d{1,5}));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(
      /&(amp|quest|equals|sol|num|colon|comma|period|quot|lt|gt|nbsp);/gi,
      (_, name: string) => {
        return NAMED[name.toLowerCase()]!;
      },
    );

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', quest: '?', equals: '=', sol: '/', num: '#', colon: ':', comma: ',' },
  ...{ period: '.', quot: '"', lt: '<', gt: '>', nbsp: ' ' },
};

/** A part of an address, encoded not at all. */
export function mendedText(part: string): string {
  let text = part.replaceAll('+', ' ');
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = unescaped(plainText(decoded(text)));
    if (next === text) break;
    text = next;
  }
  return text;
}

/** An address with one question mark, its names and values apart, each encoded once. */
export function mendedHash(hash: string): string {
  const clean = mendedText(hash.replace(/^#/, '')).replace(/^[\s#!/]+/, '');
  const [, name = '', rest = ''] = /^([^?&#=/\s]*)(.*)$/s.exec(clean)!;
  const lab = labNames.find((known) => known === name.replace(/[^\w-]+$/, '').toLowerCase());
  // Settings without a lab in front of them are those of the standard one.
  const settings = name !== '' && rest.startsWith('=') ? clean : rest;
  const params = new URLSearchParams();
  for (const part of settings.split(/[?&#]+/)) {
    const at = part.indexOf('=');
    const key = (at < 0 ? part : part.slice(0, at)).trim();
    if (key === '' || key === '/') continue;
    params.append(key.replace(/^\//, ''), at < 0 ? '' : part.slice(at + 1).trim());
  }
  const path = lab ?? (settings === clean ? '' : name);
  return `#/${path}?${params}`;
}
