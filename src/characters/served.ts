/** The pack of characters that the site serves, if it does. Used by the page and by workers. */

import { PACK_FILE } from '../tasks/glyphs/pack';

/** Worker scripts lie in a folder of the built site, and in one of the sources otherwise; the page lies at its root. */
export const siteRoot = (): URL =>
  typeof document !== 'undefined'
    ? new URL('.', document.baseURI)
    : new URL(import.meta.env.DEV ? '/' : '..', self.location.href);

/** Null without one. Hosts that answer every address with a page give bytes that are no pack. */
export async function servedPack(): Promise<Uint8Array | null> {
  try {
    const response = await fetch(new URL(PACK_FILE, siteRoot()));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
