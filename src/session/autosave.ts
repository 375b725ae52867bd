/**
 * Keeps the last run of each lab in browser storage, so that a closed tab or a crash loses little. Without
 * storage everything works and one notice says what is not kept.
 */

import { notify } from './notices';

/** Loaded late: nothing on the first view needs it. */
const storage = () => import('idb-keyval');

/** Names a version of what is stored; what another version stored is not read. */
const keyOf = (lab: string): string => `run 1 ${lab}`;

function forbidden(error: unknown): void {
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  notify({
    key: 'storage',
    tone: 'info',
    message: full
      ? 'Browser storage is full: the run is not kept when this tab is closed.'
      : 'This browser allows no storage: run and theme are not kept when this tab is closed.',
    hint: 'The link in the address bar still holds every setting.',
  });
}

/** What was last put away under `lab` for exactly this `address`, or null. */
export async function recall<T>(lab: string, address: string): Promise<T | null> {
  try {
    const { get } = await storage();
    const stored = await get<{ address: string; value: T }>(keyOf(lab));
    return stored?.address === address ? stored.value : null;
  } catch (error) {
    forbidden(error);
    return null;
  }
}

/** Puts `value` away in place of what `lab` had before. */
export async function putAway(lab: string, address: string, value: unknown): Promise<void> {
  try {
    const { set } = await storage();
    await set(keyOf(lab), { address, value });
  } catch (error) {
    forbidden(error);
  }
}

/** Forgets what `lab` put away. */
export async function forget(lab: string): Promise<void> {
  try {
    const { del } = await storage();
    await del(keyOf(lab));
  } catch (error) {
    forbidden(error);
  }
}
