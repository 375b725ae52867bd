/** What was refused, in words: with those of `spec`, which are loaded when there is something to say. */

import { say } from '../words/format';
import type { Message, SentencesOf } from '../words/message';
import type { Words } from '../words/words';
import type { Wanted } from './field';
import type { Problem } from './spec';

/** What a field takes, to stand within a sentence. */
export function wantedText(words: Words, wanted: Wanted): string {
  const sentences: SentencesOf<Wanted> = words.spec.wanted;
  return say(sentences[wanted.code] as Message<object>, wanted);
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
      return say(spec.preset, problem);
    default:
      return problem satisfies never;
  }
}
