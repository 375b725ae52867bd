/** The pack of characters that a person brought, kept in browser storage. Used by the page and by workers. */

import { del, get, set } from 'idb-keyval';

const KEY = 'omniglot pack 1';

/** Null without one, and where storage is forbidden. */
export async function storedPack(): Promise<Uint8Array | null> {
  try {
    return (await get<Uint8Array>(KEY)) ?? null;
  } catch {
    return null;
  }
}

/** @throws DOMException QuotaExceededError when storage is full, others where it is forbidden */
export const storePack = (bytes: Uint8Array): Promise<void> => set(KEY, bytes);

export const forgetPack = (): Promise<void> => del(KEY);
