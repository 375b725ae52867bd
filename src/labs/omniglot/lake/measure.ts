/** Lake's test as a whole: how often each reader errs, by run and in all. */

import { SHEET, SHEETS } from '../../../tasks/glyphs/sheets';
import type { ReaderName } from './names';
import type { Reader } from './readers';
import type { Source } from './source';

/** What was counted so far. */
export interface Counted {
  readonly name: ReaderName;
  /** Errors by sheet, of twenty questions each. */
  readonly wrong: readonly number[];
}

export const questionsOf = ({ wrong }: Counted): number => wrong.length * SHEET;
export const errorsOf = ({ wrong }: Counted): number => wrong.reduce((a, b) => a + b, 0);

const items = Array.from({ length: SHEET }, (_, item) => item);

/** Sheet after sheet, reader after reader; what was counted after each, as each is a piece of work. */
export async function* measured(
  { sheet }: Source,
  readers: readonly Reader[],
): AsyncGenerator<readonly Counted[], void> {
  const wrong = new Map<ReaderName, number[]>(readers.map(({ name }) => [name, []]));
  for (let number = 0; number < SHEETS; number++) {
    const asked = sheet(number);
    for (const reader of readers) {
      const chosen = await reader.read(asked, items);
      wrong.get(reader.name)!.push(chosen.filter((way, i) => way !== asked.answers[i]).length);
      yield [...wrong].map(([name, errors]) => ({ name, wrong: [...errors] }));
    }
  }
}
