/** What draws what is pinned: loaded with the first pin, as most people have none. */

import { createStore } from 'zustand/vanilla';
import { load } from '../../../compute/fault';
import { notify } from '../../../session/notices';
import { loadWords } from '../../../words/words';

type Found = typeof import('./Pins');

export const pinned = createStore<{
  readonly found: Found | null;
  /** Whether no more can be pinned. */
  readonly full: boolean;
}>(() => ({ found: null, full: false }));

/** Asked for by a person, or because something was pinned when the page was last here. */
export async function loadPins(): Promise<Found | null> {
  const { found } = pinned.getState();
  if (found !== null) return found;
  try {
    const [loaded] = await Promise.all([load(() => import('./Pins')), loadWords('pins')]);
    const tell = () => pinned.setState({ full: loaded.isFull() });
    loaded.store.subscribe(tell);
    pinned.setState({ found: loaded });
    tell();
    return loaded;
  } catch {
    notify({ key: 'pins', tone: 'warning', message: ({ frame }) => frame.app.notLoaded });
    return null;
  }
}
