/**
 * The one-shot test of Lake, Salakhutdinov and Tenenbaum (2015): twenty characters of one alphabet, drawn once each by one
 * person, and once more each by another: which is which? Here are its questions, wherever they come from.
 */

import type { Stream } from '../../math/rng';
import { byAlphabet, heldOutAlphabets, isBackground } from './alphabets';
import type { Drawing } from './drawings';
import { classesIn, type Glyphs } from './glyphs';

/** Characters of a sheet. */
export const SHEET = 20;
/** Sheets of the official test, and of ours. */
export const SHEETS = 20;

/** Twenty drawings of one alphabet, and a second one of each, in another order. */
export interface Sheet {
  /** That of the alphabet, or of the official run. */
  readonly name: string;
  readonly support: readonly Drawing[];
  readonly query: readonly Drawing[];
  /** For each query drawing its place among the support drawings. */
  readonly answers: readonly number[];
}

/** One of the questions of a sheet: which of the support drawings is it? */
export interface SheetQuestion {
  readonly support: readonly Drawing[];
  readonly query: Drawing;
}

/** What a set of questions is asked from. */
export interface Alphabet {
  readonly name: string;
  /** Of the glyphs. */
  readonly characters: readonly number[];
}

/** Where questions come from that are not the official ones: what they are of decides what a score means. */
export type Asking = 'evaluation' | 'held-back' | 'test-characters';

/**
 * What there is to ask about, the fairest first: alphabets that were never trained on; else those that are held back when
 * alphabets are split; else test characters of whatever there is, of no alphabet.
 */
export function alphabetsOf(glyphs: Glyphs): {
  readonly asking: Asking;
  readonly alphabets: readonly Alphabet[];
} {
  const large = [...byAlphabet(glyphs.classes.map(({ name }) => name))]
    .map(([name, characters]) => ({ name, characters }))
    .filter(({ characters }) => characters.length >= SHEET);
  if (glyphs.source === 'omniglot') {
    const evaluation = large.filter(({ name }) => !isBackground(name));
    if (evaluation.length > 0) return { asking: 'evaluation', alphabets: evaluation };
    const held = large.filter(({ name }) => heldOutAlphabets.some((own) => own === name));
    if (held.length > 0) return { asking: 'held-back', alphabets: held };
  }
  const alphabets = [{ name: '', characters: classesIn(glyphs, 'test') }];
  return { asking: 'test-characters', alphabets };
}

/**
 * A sheet of an alphabet: twenty of its characters at random, one drawer for those that are shown, another for the
 * questions; in Omniglot a drawing's number is its drawer's.
 *
 * @param draw writes a drawing of a character
 */
export function drawSheet(
  { name, characters }: Alphabet,
  drawers: number,
  draw: (glyph: number, drawer: number) => Drawing,
  random: Stream,
): Sheet {
  const chosen = random.choose(characters.length, SHEET).map((i) => characters[i]!);
  const [shown, asked] = random.choose(drawers, 2) as [number, number];
  const answers = random.choose(SHEET, SHEET);
  return {
    name,
    support: chosen.map((glyph) => draw(glyph, shown)),
    query: answers.map((place) => draw(chosen[place]!, asked)),
    answers,
  };
}
