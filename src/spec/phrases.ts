/** What was refused, in words: with those of `spec`, which are loaded when there is something to say. */

import { say, sayList } from '../words/format';
import type { Message, SentencesOf } from '../words/message';
import type { Words } from '../words/words';
import type { Wanted } from './field';
import type { Problem } from './spec';

/** Names that an address has with commas between, as the language has them. */
const listed = (names: string): string => sayList(names.split(', '));

/** What a field takes, to stand within a sentence. */
export function wantedText(words: Words, wanted: Wanted): string {
  const sentences: SentencesOf<Wanted> = words.spec.wanted;
  const values = 'options' in wanted ? { ...wanted, options: listed(wanted.options) } : wanted;
  return say(sentences[wanted.code] as Message<object>, values);
}

/** What of an address cannot be used, and what is used instead: a sentence. */
export function problemText(words: Words, problem: Problem): string {
  const { spec } = words;
  switch (problem.code) {
    case 'value': {
      const wanted = wantedText(words, problem.wanted);
      const used = problem.used === '' ? spec.nothing : problem.used;
      return say(spec.value, { field: problem.field, value: problem.value, wanted, used });
    }
    case 'ambiguous':
      return say(spec.ambiguous, { ...problem, readings: problem.readings.join(spec.or) });
    case 'items':
    case 'extra':
    case 'cut':
      return say(spec[problem.code], problem);
    case 'unknown':
      return say(spec.unknown, problem);
    case 'preset':
      return say(spec.preset, { ...problem, options: listed(problem.options) });
    default:
      return problem satisfies never;
  }
}
