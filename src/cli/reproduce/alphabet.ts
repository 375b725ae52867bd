/** What `npm run reproduce -- omniglot-alphabet` needs of the project's own code. */

import { candidates } from '../../compute/catalogue';
import { startEngine } from '../../compute/engines';
import {
  type AlphabetOptions,
  baselineErrors,
  errorsOf,
  reproduceAlphabet,
} from '../../labs/omniglot/alphabet/reproduction';
import { alphabetFile } from '../../labs/omniglot/alphabet/shipped';
import type { Errors } from '../../labs/omniglot/alphabet/validation';
import { parseAlphabets } from '../../labs/omniglot/trained/alphabetFile';
import { exactInterval } from '../../math/binomial';
import { readPublished } from '../../tasks/glyphs/published';

export { saidOf } from '../../characters/packedFile';
export { alphabetFile };

const percent = (share: number): string => (100 * share).toFixed(2);

/** A line for each alphabet, and one for all with its exact interval. */
export function tableOf(errors: readonly Errors[]): string {
  const all = {
    alphabet: 'all',
    questions: errors.reduce((sum, { questions }) => sum + questions, 0),
    wrong: errors.reduce((sum, { wrong }) => sum + wrong, 0),
  };
  return [...errors, all]
    .map(({ alphabet, questions, wrong }) => {
      const { low, high } = exactInterval(wrong, questions);
      const interval = `95%: ${percent(low)} to ${percent(high)}`;
      const share = percent(wrong / questions).padStart(6);
      return `${alphabet.padEnd(12)} ${share}% wrong  ${wrong} of ${questions}  ${interval}`;
    })
    .join('\n');
}

export async function trained(archive: Uint8Array, options: AlphabetOptions) {
  const { engine, name } = await startEngine(candidates('auto'));
  try {
    const result = await reproduceAlphabet(engine, readPublished(archive), options);
    return { ...result, engine: name };
  } finally {
    engine.dispose();
  }
}

/** Errors of what is shipped, and of the baseline on the same questions. */
export async function evaluated(archive: Uint8Array, file: Uint8Array, seed: number) {
  const { engine, name } = await startEngine(candidates('auto'));
  try {
    const published = readPublished(archive);
    const errors = await errorsOf(engine, published, parseAlphabets(file), seed);
    return { errors, baseline: await baselineErrors(published, seed), engine: name };
  } finally {
    engine.dispose();
  }
}
