/** A lecture as a text: of a file, and, pressed together, of an address. */

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { formed, type LectureScene, type Read, readForm, refuse } from './form';

/** Characters of a file. */
const MOST_TEXT = 500_000;
/** Characters of a code that is unpacked at all: deflate makes at most a thousand of one. */
const MOST_CODE = 20_000;
/** Characters of a code that chats and course systems leave whole. */
export const MOST_LINK = 1800;

/** The same scenes are the same bytes. */
export const fileOf = (scenes: readonly LectureScene[]): string =>
  `${JSON.stringify(formed(scenes), null, 2)}\n`;

export function readFile(text: string): Read {
  if (text.length > MOST_TEXT) return refuse({ code: 'large', most: MOST_TEXT / 1000 });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return refuse({ code: 'damaged' });
  }
  return readForm(given);
}

export function codeOf(scenes: readonly LectureScene[]): string {
  const packed = deflateSync(strToU8(JSON.stringify(formed(scenes))), { level: 9 });
  return btoa(strFromU8(packed, true))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function readCode(code: string): Read {
  if (code.length > MOST_CODE) return refuse({ code: 'large', most: MOST_CODE / 1000 });
  let text: string;
  try {
    if (!/^[\w-]+$/.test(code)) throw new Error('no base64url');
    const packed = strToU8(atob(code.replaceAll('-', '+').replaceAll('_', '/')), true);
    text = new TextDecoder('utf-8', { fatal: true }).decode(inflateSync(packed));
  } catch {
    return refuse({ code: 'damaged' });
  }
  return readFile(text);
}
