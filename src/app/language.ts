/**
 * The language of the page: what its address asks for, by `?lang=zh` before the hash, so that links within the page keep it;
 * else what a person chose here before; else the first of the browser's languages that the page has.
 */

import { chooseLanguage, factsOf, type Language, languageNames, wordsStore } from '../words/words';

const known = (name: string | null): Language | undefined =>
  languageNames.find((language) => language === name);

function chosenBefore(): Language | undefined {
  try {
    return known(localStorage.getItem('language'));
  } catch {
    // Without storage nothing was kept.
    return undefined;
  }
}

/** Who reads the same language in another script is shown English: Traditional Chinese is not here. */
function preferred(): Language | undefined {
  const scriptOf = (tag: string) => new Intl.Locale(tag).maximize().script;
  for (const tag of navigator.languages) {
    const language = known(tag.split('-')[0]!);
    if (language !== undefined) {
      return scriptOf(tag) === scriptOf(factsOf(language).locale) ? language : 'en';
    }
  }
  return undefined;
}

/** Loads the language that is asked for; without one, or where it does not load, English stays. */
export async function openLanguage(): Promise<void> {
  try {
    const asked = known(new URLSearchParams(location.search).get('lang'));
    await show(asked ?? chosenBefore() ?? preferred() ?? 'en');
  } catch {
    // Offline before it was ever loaded.
  }
}

/** In another language everything is drawn anew where it stands; a run goes on. */
export async function show(language: Language): Promise<void> {
  if (language !== wordsStore.getState().language) await chooseLanguage(language);
  document.documentElement.lang = factsOf(language).locale;
}
