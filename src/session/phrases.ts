/** Faults and what was refused, in words. */

import type { EngineName } from '../compute/engine';
import type { Fault } from '../compute/fault';
import type { Wanted } from '../spec/field';
import type { Problem } from '../spec/spec';
import { say } from '../words/format';
import type { Message, SentencesOf } from '../words/message';
import type { Words } from '../words/words';

export const engineLabel = (words: Words, engine: EngineName): string =>
  words.frame.settings.fields.engine.options[engine];

/** What went wrong, to stand within a sentence. */
export function faultText(words: Words, fault: Fault): string {
  const { faults } = words.frame;
  if (fault.code === 'no-engine') {
    const tried = (fault.tried ?? []).map(
      ({ engine, fault: why }) =>
        `${engineLabel(words, engine as EngineName)}: ${faultText(words, why)}`,
    );
    return say(faults['no-engine'], { tried: tried.join('; ') });
  }
  // Each code has the values that its sentence names: the catalogue's type and its test hold them together.
  return say(faults[fault.code] as Message<object>, fault.values);
}

export function wantedText(words: Words, wanted: Wanted): string {
  const sentences: SentencesOf<Wanted> = words.spec.wanted;
  return say(sentences[wanted.code] as Message<object>, wanted);
}

/** What of an address cannot be used, and what is used instead. With the words of `spec`. */
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
