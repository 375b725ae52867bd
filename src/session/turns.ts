/** Who trains when: everybody at once, unless several pages that are shown side by side take turns. */

import type { StoreApi } from 'zustand/vanilla';

/** A run that can be told to begin, and to rest. */
export interface Trainable {
  readonly store: Pick<StoreApi<{ readonly phase: string }>, 'getState' | 'subscribe'>;
  pause(): void;
  /** Nobody waits for its turn any more. */
  dropped?(): void;
}

export const turns = {
  /** Calls `begin` when it is the run's turn. */
  wait(_run: Trainable, begin: () => void): void {
    begin();
  },
  /** For what ends otherwise than by its phase. */
  leave(_run: Trainable): void {},
};
