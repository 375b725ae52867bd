/** How often readers err on alphabets that were held back: questions like those of the official test. */

import { stream } from '../../../math/rng';
import { byAlphabet, heldOutAlphabets } from '../../../tasks/glyphs/alphabets';
import { DRAWINGS } from '../../../tasks/glyphs/archive';
import type { Published } from '../../../tasks/glyphs/published';
import { drawSheet, SHEET } from '../../../tasks/glyphs/sheets';
import type { Reader } from '../lake/readers';

/** Sheets of each alphabet. */
const RUNS = 40;

export interface Errors {
  readonly alphabet: string;
  readonly questions: number;
  readonly wrong: number;
}

/** For each alphabet 40 sheets of 20 of its characters, drawn once each by one drawer and once each by another. */
export async function validate(
  reader: Pick<Reader, 'read'>,
  published: Published,
  seed: number,
): Promise<Errors[]> {
  const alphabets = byAlphabet(published.names);
  const items = Array.from({ length: SHEET }, (_, item) => item);
  const found: Errors[] = [];
  for (const name of heldOutAlphabets) {
    const alphabet = { name, characters: alphabets.get(name) ?? [] };
    let wrong = 0;
    for (let run = 0; run < RUNS; run++) {
      const random = stream(seed, `validation ${name}`, run);
      const sheet = drawSheet(alphabet, DRAWINGS, published.read, random);
      const chosen = await reader.read(sheet, items);
      wrong += chosen.filter((way, item) => way !== sheet.answers[item]).length;
    }
    found.push({ alphabet: name, questions: RUNS * SHEET, wrong });
  }
  return found;
}
