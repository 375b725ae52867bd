/** What pins, and draws what is pinned: loaded once a run has begun, or where something was pinned before. */

import { createStore } from 'zustand/vanilla';
import { loadWords } from '../../../words/words';

type Found = typeof import('./Views');

export const pinned = createStore<{ readonly found: Found | null }>(() => ({ found: null }));

/** Out of reach, it is not offered; it is asked for again with the next run. */
const NOTHING = (): void => {};

export function loadPins(): void {
  Promise.all([import('./Views'), loadWords('pins')]).then(
    ([found]) => pinned.setState({ found }),
    NOTHING,
  );
}
