/**
 * The words of the page: catalogues by area and language. The frame's are here at once, those of a lab when it is opened.
 * A language is a folder, and a line of `languages`; it has every sentence of English, or does not compile.
 */

import { createStore } from 'zustand/vanilla';
import type { Area, Areas, LoadArea, Words } from './areas';
import { frame } from './en/frame';

export type { Area, Words } from './areas';

/** What labs begin with comes without a stop on the way, which the folder would be. */
const first: { readonly [A in Area]?: () => Promise<Areas[A]> } = {
  frame: async () => frame,
  contenders: async () => (await import('./en/contenders')).contenders,
  characters: async () => (await import('./en/characters')).characters,
  root: async () => (await import('./en/root')).root,
  regression: async () => (await import('./en/regression')).regression,
  optimizers: async () => (await import('./en/optimizers')).optimizers,
  omniglot: async () => (await import('./en/omniglot')).omniglot,
  memory: async () => (await import('./en/memory')).memory,
};

const english: LoadArea = async (area) =>
  first[area]?.() ?? (await import('./en/index')).load(area);

export interface LanguageFacts {
  readonly locale: string;
  /** What it is called by who speaks it; one without is for tests. */
  readonly name?: string;
  readonly load: LoadArea;
}

/** `pseudo` shows what was not taken from a catalogue: tests look for letters that are not accented. */
const languages = {
  en: { locale: 'en', name: 'English', load: english },
  zh: {
    locale: 'zh-CN',
    name: '中文',
    load: async (area) => (await import('./zh/index')).load(area),
  },
  pseudo: {
    locale: 'en',
    load: async (area) => (await import('./pseudo')).pseudo(await english(area)),
  },
} as const satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof languages;
export const languageNames = Object.keys(languages) as Language[];
export const factsOf = (language: Language): LanguageFacts => languages[language];

interface WordsState {
  readonly language: Language;
  /** The areas that are here. */
  readonly words: Partial<Words> & Pick<Words, 'frame'>;
}

export const wordsStore = createStore<WordsState>(() => ({ language: 'en', words: { frame } }));

/** The words of now. Areas that were not loaded are not there: a lab's are loaded with its view. */
export const words = (): Words => wordsStore.getState().words as Words;

/** What is said, in whatever language it is read. */
export type Phrase = (words: Words) => string;

async function load<A extends Area>(language: Language, area: A): Promise<Pick<Areas, A>> {
  return { [area]: await factsOf(language).load(area) } as unknown as Pick<Areas, A>;
}

/** With the contenders that a lab alone has among the others. */
function joined(here: WordsState['words']): WordsState['words'] {
  const { contenders, optimizers, omniglot, memory } = here;
  return contenders === undefined
    ? here
    : {
        ...here,
        contenders: {
          ...contenders,
          ...(optimizers?.contenders as Words['contenders']),
          ...omniglot?.contenders,
          ...memory?.contenders,
        },
      };
}

/** Makes sure of the words of some areas. */
export async function loadWords(...areas: readonly Area[]): Promise<void> {
  const { language, words: here } = wordsStore.getState();
  const missing = areas.filter((area) => here[area] === undefined);
  // Whoever shows words is drawn anew when they change.
  if (missing.length === 0) return;
  const found = await Promise.all(missing.map((area) => load(language, area)));
  // Another language may have been chosen meanwhile; it loads what is here itself.
  if (wordsStore.getState().language !== language) return loadWords(...areas);
  wordsStore.setState((state) => ({ words: joined(Object.assign({}, state.words, ...found)) }));
}

/** Changes the language, with every area that is in use. */
export async function chooseLanguage(language: Language): Promise<void> {
  const found = {};
  // What comes in the language of before while these load is in use as well.
  for (;;) {
    const areas = Object.keys(wordsStore.getState().words) as Area[];
    const missing = areas.filter((area) => !(area in found));
    if (missing.length === 0) break;
    Object.assign(found, ...(await Promise.all(missing.map((area) => load(language, area)))));
  }
  wordsStore.setState({ language, words: joined(found as WordsState['words']) });
}
