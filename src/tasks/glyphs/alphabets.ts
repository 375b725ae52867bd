/** Alphabets: characters that belong together, and were drawn by the same people. */

import type { Glyphs, Split } from './glyphs';

/** Of a character's name, `Greek/character07`. */
export const alphabetOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf('/')));

/** The alphabets of Omniglot's background set, but for the five of `heldOutAlphabets`. */
const trainedAlphabets = [
  ...[
    'Alphabet_of_the_Magi',
    'Anglo-Saxon_Futhorc',
    'Arcadian',
    'Armenian',
    'Asomtavruli_(Georgian)',
  ],
  ...['Bengali', 'Blackfoot_(Canadian_Aboriginal_Syllabics)', 'Braille', 'Burmese_(Myanmar)'],
  ...['Early_Aramaic', 'Futurama', 'Grantha', 'Greek', 'Gujarati'],
  ...['Inuktitut_(Canadian_Aboriginal_Syllabics)', 'Japanese_(hiragana)', 'Japanese_(katakana)'],
  ...['Latin', 'Malay_(Jawi_-_Arabic)', 'Mkhedruli_(Georgian)', 'N_Ko'],
  ...['Ojibwe_(Canadian_Aboriginal_Syllabics)', 'Syriac_(Estrangelo)', 'Tagalog', 'Tifinagh'],
];

/**
 * Alphabets of the background set that are held out as wholes: no character of theirs is trained on. Those of the
 * evaluation set are, too.
 */
export const heldOutAlphabets = ['Balinese', 'Cyrillic', 'Hebrew', 'Korean', 'Sanskrit'] as const;

export const isHeldOut = (alphabet: string): boolean => !trainedAlphabets.includes(alphabet);

/** Whether it is one of the thirty of images_background.zip; whatever else there is, is of images_evaluation.zip. */
export const isBackground = (alphabet: string): boolean =>
  !isHeldOut(alphabet) || heldOutAlphabets.some((own) => own === alphabet);

/** The held-out one that is for validation. */
const VALIDATION = 'Korean';

export function alphabetSplit(alphabet: string): Split {
  if (!isHeldOut(alphabet)) return 'train';
  return alphabet === VALIDATION ? 'validation' : 'test';
}

/**
 * The same characters, split by whole alphabets: 25 to train with, Korean to validate, all others to test. It follows from
 * the name alone, as the split by characters does.
 */
export function splitByAlphabet(glyphs: Glyphs): Glyphs {
  const classes = glyphs.classes.map((own) => ({
    ...own,
    split: alphabetSplit(alphabetOf(own.name)),
  }));
  return { ...glyphs, classes };
}

/** Indices of characters by their alphabet, in the order that they come in. */
export function byAlphabet(
  names: readonly string[],
  among: readonly number[] = names.map((_, i) => i),
): Map<string, number[]> {
  const alphabets = new Map<string, number[]>();
  for (const index of among) {
    const alphabet = alphabetOf(names[index]!);
    const own = alphabets.get(alphabet) ?? [];
    own.push(index);
    alphabets.set(alphabet, own);
  }
  return alphabets;
}

/** Whether characters have alphabets and drawers that are worth telling apart: invented ones have neither. */
export const hasAlphabets = ({ source }: Pick<Glyphs, 'source'>): boolean => source === 'omniglot';
