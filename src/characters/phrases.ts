/** What went wrong with characters, in words. */

import type { Refusal } from '../tasks/glyphs/refusal';
import { say } from '../words/format';
import type { Message, SentencesOf } from '../words/message';
import type { Words } from '../words/words';
import type { Trouble } from './trouble';

/** Why bytes are not taken, as a sentence. */
export function refusalText({ characters }: Words, refusal: Refusal): string {
  const sentences: SentencesOf<Refusal> = characters.refusals;
  return say(sentences[refusal.code] as Message<object>, refusal);
}

/** A trouble whose refusal is in words already. */
type Told = Exclude<Trouble, { code: 'archive-refused' }> | ToldRefusal;
interface ToldRefusal {
  readonly code: 'archive-refused';
  readonly file: string;
  readonly why: string;
}

/** What went wrong, and what a person can do. */
export function troubleText(words: Words, trouble: Trouble): { message: string; cure: string } {
  const sentences: SentencesOf<Told> = words.characters.troubles;
  const told: Told =
    trouble.code === 'archive-refused'
      ? { ...trouble, why: refusalText(words, trouble.refusal) }
      : trouble;
  return {
    message: say(sentences[told.code] as Message<object>, told),
    cure: words.characters.cures[told.code],
  };
}
