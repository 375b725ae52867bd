/** Theme and lecture mode: how the page is seen, not what it computes. */

import { createStore } from 'zustand/vanilla';

interface Preferences {
  readonly theme: 'light' | 'dark';
  /** For a hall: large type, settings out of the way. */
  readonly lecture: boolean;
}

const root = document.documentElement;

export const preferences = createStore<Preferences>(() => ({
  theme: root.dataset.theme === 'dark' ? 'dark' : 'light',
  lecture: false,
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

export function toggleLecture(): void {
  const lecture = !preferences.getState().lecture;
  if (lecture) root.dataset.lecture = '';
  else delete root.dataset.lecture;
  preferences.setState({ lecture });
}
