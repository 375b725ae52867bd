/**
 * What is put away in browser storage, so that a closed tab or a crash loses little. Without storage everything works and
 * one notice says what is not kept.
 */

import { delMany, getMany, keys, setMany } from 'idb-keyval';
import { notify } from './notices';

/** Milliseconds after which storage that does not answer is done without. */
const PATIENCE = 4000;

/** Names a version of what is stored; what another version stored is not read. */
const VERSION = 2;
const keyOf = (name: string): string => `${VERSION} ${name}`;

function forbidden(error: unknown): void {
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  notify({
    key: 'storage',
    tone: 'info',
    message: (words) => (full ? words.frame.run.storageFull : words.frame.run.noStorage),
    hint: (words) => words.frame.run.storageHint,
  });
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('storage does not answer')), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Values by name, undefined where nothing is; null if storage is out of reach. */
export async function recallAll<T>(names: readonly string[]): Promise<(T | undefined)[] | null> {
  if (names.length === 0) return [];
  try {
    return await within(getMany<T>(names.map(keyOf)));
  } catch (error) {
    forbidden(error);
    return null;
  }
}

/** The names under which something lies that begin so. */
export async function namesFrom(start: string): Promise<string[]> {
  try {
    const all = await within(keys());
    const prefix = keyOf(start);
    return all
      .filter((key): key is string => typeof key === 'string' && key.startsWith(prefix))
      .map((key) => key.slice(keyOf('').length));
  } catch (error) {
    forbidden(error);
    return [];
  }
}

/** Puts values away by name, all or none. @returns whether they lie there now */
export async function putAwayAll(entries: readonly [string, unknown][]): Promise<boolean> {
  try {
    await within(setMany(entries.map(([name, value]) => [keyOf(name), value])));
    return true;
  } catch (error) {
    forbidden(error);
    return false;
  }
}

export async function forgetAll(names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  try {
    await within(delMany(names.map(keyOf)));
  } catch (error) {
    forbidden(error);
  }
}

/** What was last put away under `name` for exactly this `signature`, or null. */
export async function recall<T>(name: string, signature: string): Promise<T | null> {
  const [stored] = (await recallAll<{ signature: string; value: T }>([name])) ?? [];
  return stored?.signature === signature ? stored.value : null;
}

/** Puts `value` away in place of what `name` had before. */
export async function putAway(name: string, signature: string, value: unknown): Promise<void> {
  await putAwayAll([[name, { signature, value }]]);
}
