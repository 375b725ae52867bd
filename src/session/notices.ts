/** What the page tells a person beside its charts: faults, what was done about them, what is not kept. */

import { createStore } from 'zustand/vanilla';
import type { Phrase } from '../words/words';

export interface Notice {
  /** A newer notice with the same key replaces the older one. */
  readonly key: string;
  readonly tone: 'info' | 'warning' | 'error';
  readonly message: Phrase;
  /** What a person can do. */
  readonly hint?: Phrase;
  /** What the page can do for them: something, or lead elsewhere. */
  readonly action?: { readonly label: Phrase } & (
    | { readonly act: () => void }
    | { readonly href: string }
  );
}

interface NoticesState {
  readonly notices: readonly Notice[];
}

export const noticesStore = createStore<NoticesState>(() => ({ notices: [] }));

export function notify(notice: Notice): void {
  noticesStore.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.key !== notice.key), notice],
  }));
}

export function dismiss(key: string): void {
  noticesStore.setState(({ notices }) => ({ notices: notices.filter((n) => n.key !== key) }));
}
