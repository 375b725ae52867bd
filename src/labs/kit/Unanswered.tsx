/** Why a panel shows nothing: its question has no answer. The run goes on. */

import { faultText } from '../../session/phrases';
import { useWords } from '../../ui/Say';
import { say } from '../../words/format';
import { useShared } from './context';

/** The sentence for a question of this kind; null while nothing is wrong with it. */
export function useUnanswered(kind: string): string | null {
  const words = useWords();
  const fault = useShared((s) => s.faults[kind] ?? null);
  return fault === null ? null : say(words.frame.run.unanswered, { why: faultText(words, fault) });
}
