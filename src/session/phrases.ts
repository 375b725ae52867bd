/** Engines and faults, in words. */

import type { EngineName } from '../compute/engine';
import type { Fault } from '../compute/fault';
import { say } from '../words/format';
import type { Message } from '../words/message';
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
