/** Why a text was refused, and what would be taken. */

import type { Wanted } from '../../spec/field';
import { wantedText } from '../../spec/phrases';
import { say } from '../../words/format';
import { useWords } from '../Say';
import { pretty, type Refused } from './refused';

export default function Why({ wanted, value, readings }: Refused & { readonly wanted: Wanted }) {
  const words = useWords();
  const { spec } = words;
  // They are loaded with what reads.
  if (spec === undefined) return words.frame.settings.unread;
  if (readings.length > 0) {
    const count = readings.length;
    return say(spec.uncertain, { count, value, readings: pretty(readings.join(spec.or)) });
  }
  return say(spec.must, { wanted: pretty(wantedText(words, wanted)) });
}
