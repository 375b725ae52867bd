/**
 * The one-shot test of Lake, Salakhutdinov and Tenenbaum (2015): twenty characters of one alphabet, drawn once each by one
 * person, and once more each by another: which is which? Here are its questions, wherever they come from.
 */

import type { Stream } from '../../math/rng';
import { byAlphabet, heldOutAlphabets } from './alphabets';
import { classesIn, type Glyphs, PIXELS, SIDE } from './glyphs';
import { shrink } from './publishedImage';

/** Characters of a sheet. */
export const SHEET = 20;
/** Sheets of the official test, and of ours. */
export const SHEETS = 20;

/** A drawing as it was read: row-major [side, side], ink 255, paper 0. */
export interface Drawing {
  readonly side: number;
  readonly ink: Uint8Array;
}

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

/** The drawing as networks see it, [SIDE, SIDE], ink 1; writes to `out` from `at`. */
export function writeDrawing({ side, ink }: Drawing, out: Float32Array, at: number): void {
  let pixels = ink;
  if (side !== SIDE) {
    pixels = new Uint8Array(PIXELS);
    shrink(ink, pixels, 0);
  }
  for (let i = 0; i < PIXELS; i++) out[at + i] = pixels[i]! / 255;
}

/** What a set of questions is asked from. */
export interface Alphabet {
  readonly name: string;
  /** Of the glyphs. */
  readonly characters: readonly number[];
}

/** The thirty alphabets of images_background.zip; whatever else there is, is of images_evaluation.zip. */
const background = [
  ...heldOutAlphabets,
  'Alphabet_of_the_Magi',
  'Anglo-Saxon_Futhorc',
  'Arcadian',
  'Armenian',
  'Asomtavruli_(Georgian)',
  'Bengali',
  'Blackfoot_(Canadian_Aboriginal_Syllabics)',
  'Braille',
  'Burmese_(Myanmar)',
  'Early_Aramaic',
  'Futurama',
  'Grantha',
  'Greek',
  'Gujarati',
  'Inuktitut_(Canadian_Aboriginal_Syllabics)',
  'Japanese_(hiragana)',
  'Japanese_(katakana)',
  'Latin',
  'Malay_(Jawi_-_Arabic)',
  'Mkhedruli_(Georgian)',
  'N_Ko',
  'Ojibwe_(Canadian_Aboriginal_Syllabics)',
  'Syriac_(Estrangelo)',
  'Tagalog',
  'Tifinagh',
] as const;

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
  const among = (names: readonly string[], wanted: boolean) =>
    large.filter(({ name }) => names.includes(name) === wanted);
  if (glyphs.source === 'omniglot') {
    const evaluation = among(background, false);
    if (evaluation.length > 0) return { asking: 'evaluation', alphabets: evaluation };
    const held = among(heldOutAlphabets, true);
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

/** A drawing of packed characters. */
export function drawingOf(glyphs: Glyphs, glyph: number, drawing: number): Drawing {
  const image = new Float32Array(PIXELS);
  glyphs.write(glyph, drawing, 0, image, 0);
  return { side: SIDE, ink: Uint8Array.from(image, (ink) => Math.round(255 * ink)) };
}
