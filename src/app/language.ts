/** The language of the page, by its address: `?lang=pseudo` before the hash, so that links within the page keep it. */

import { chooseLanguage, languageNames, localeOf, wordsStore } from '../words/words';

/** Loads the language that the page's address asks for; without one, or where it does not load, English stays. */
export async function openLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  const language = languageNames.find((name) => name === asked);
  try {
    if (language !== undefined) await chooseLanguage(language);
  } catch {
    // Offline before it was ever loaded.
  }
  document.documentElement.lang = localeOf(wordsStore.getState().language);
}
