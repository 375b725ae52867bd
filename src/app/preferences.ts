/** The theme: how the page is seen, not what it computes. */

import { createStore } from 'zustand/vanilla';

interface Preferences {
  readonly theme: 'light' | 'dark';
}

const root = document.documentElement;

export const preferences = createStore<Preferences>(() => ({
  theme: root.dataset.theme === 'dark' ? 'dark' : 'light',
}));

export function toggleTheme(): void {
  const theme = preferences.getState().theme === 'dark' ? 'light' : 'dark';
  root.dataset.theme = theme;
  preferences.setState({ theme });
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Without storage the choice lasts as long as the tab; autosave tells.
  }
}
