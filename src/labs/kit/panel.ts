/** Whether the settings are in sight: as a person left them, in this browser. */

import { createStore } from 'zustand/vanilla';

const KEY = 'settings';

export const panel = createStore<{ readonly open: boolean }>(() => ({ open: kept() }));

export function openPanel(open: boolean): void {
  panel.setState({ open });
  try {
    localStorage.setItem(KEY, open ? 'open' : 'closed');
  } catch {
    // Without storage it lasts as long as the tab.
  }
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === 'open';
  } catch {
    return false;
  }
}
