/** Another language, by a person's choice. Loaded when somebody chooses. */

import type { Language } from '../words/words';
import { show } from './language';

export async function choose(language: Language): Promise<void> {
  await show(language);
  const page = new URLSearchParams(location.search);
  // An address that names a language goes on to name the one in sight.
  if (keep(language) && !page.has('lang')) return;
  page.set('lang', language);
  history.replaceState(null, '', `${location.pathname}?${page}${location.hash}`);
}

/** @returns whether it could be kept; without storage the address keeps it */
function keep(language: Language): boolean {
  try {
    localStorage.setItem('language', language);
    return true;
  } catch {
    return false;
  }
}
