/** Whether the settings are in sight: as a person left them, in this browser; to a hall only when they are asked for. */

import { createStore } from 'zustand/vanilla';
import { lecture } from '../../ui/lecture';

const KEY = 'settings';

export const panel = createStore<{ readonly open: boolean }>(() => ({ open: kept() }));
lecture.subscribe(() => panel.setState({ open: kept() }));

export function openPanel(open: boolean): void {
  panel.setState({ open });
  if (lecture.getState().on) return;
  try {
    localStorage.setItem(KEY, open ? 'open' : 'closed');
  } catch {
    // Without storage it lasts as long as the tab.
  }
}

function kept(): boolean {
  if (lecture.getState().on) return false;
  try {
    return localStorage.getItem(KEY) === 'open';
  } catch {
    return false;
  }
}
