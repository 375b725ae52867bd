/** Where the questions of Lake's test come from: the official archive, or alphabets of whatever characters there are. */

import { stream } from '../../../math/rng';
import { drawingOf } from '../../../tasks/glyphs/drawings';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import {
  type Asking,
  alphabetsOf,
  drawSheet,
  SHEET,
  SHEETS,
  type Sheet,
} from '../../../tasks/glyphs/sheets';

export interface Source {
  /** `official`: those that people, BPL and the published networks were asked. */
  readonly asking: 'official' | Asking;
  readonly alphabets: readonly string[];
  /** Of any number, from 0. */
  sheet(number: number): Sheet;
  /** The questions of a round: twenty, each of another sheet, so that none can be told from what others were. */
  question(round: number, index: number): { readonly sheet: Sheet; readonly item: number };
}

/** The official runs: twenty rounds ask each of the 400 questions once. */
export const officialSource = (runs: readonly Sheet[]): Source => ({
  asking: 'official',
  alphabets: [],
  sheet: (number) => runs[number % runs.length]!,
  question: (round, index) => ({
    sheet: runs[index % runs.length]!,
    item: (round + index) % SHEET,
  }),
});

/** Questions of the same kind: alphabet after alphabet, each sheet of other characters and other drawers. */
export function ownSource(glyphs: Glyphs, seed: number): Source {
  const { asking, alphabets } = alphabetsOf(glyphs);
  const draw = (glyph: number, drawer: number) => drawingOf(glyphs, glyph, drawer);
  const known = new Map<number, Sheet>();
  const sheet = (number: number): Sheet => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const alphabet = alphabets[number % alphabets.length]!;
    const drawers = Math.min(
      ...alphabet.characters.map((glyph) => glyphs.classes[glyph]!.drawings),
    );
    const drawn = drawSheet(alphabet, drawers, draw, stream(seed, 'sheets', number));
    known.set(number, drawn);
    return drawn;
  };
  return {
    asking,
    alphabets: alphabets.map(({ name }) => name).filter((name) => name !== ''),
    sheet,
    question: (round, index) => ({ sheet: sheet(SHEETS * round + index), item: 0 }),
  };
}
