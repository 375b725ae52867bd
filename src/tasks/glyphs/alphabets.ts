/** Alphabets: characters that belong together, and were drawn by the same people. */

import type { Glyphs } from './glyphs';

/** Of a character's name, `Greek/character07`. */
export const alphabetOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf('/')));

/**
 * Alphabets of the background set that are held out as wholes: no character of theirs is trained on. So it is in the
 * experiments that this project's network of alphabets comes from.
 */
export const heldOutAlphabets = ['Balinese', 'Cyrillic', 'Hebrew', 'Korean', 'Sanskrit'] as const;

/** Their names as files have them: `Japanese_(katakana)`, `Korean`. */
export const isHeldOut = (alphabet: string): boolean =>
  heldOutAlphabets.some((name) => name === alphabet);

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
