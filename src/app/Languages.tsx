/** The other languages of the page, each in its own words. */

import { useStore } from 'zustand';
import { notify } from '../session/notices';
import { Button } from '../ui/controls/Button';
import { factsOf, type Language, languageNames, wordsStore } from '../words/words';
import styles from './App.module.css';

async function choose(language: Language): Promise<void> {
  try {
    await (await import('./chooseLanguage')).choose(language);
  } catch {
    notify({ key: 'language', tone: 'warning', message: ({ frame }) => frame.app.notLoaded });
  }
}

export function Languages() {
  const now = useStore(wordsStore, ({ language }) => language);
  return languageNames.map((language) => {
    const { name, locale } = factsOf(language);
    if (language === now || name === undefined) return null;
    return (
      <Button
        key={language}
        voice="quiet"
        className={styles.language}
        lang={locale}
        translate="no"
        onClick={() => void choose(language)}
      >
        {name}
      </Button>
    );
  });
}
