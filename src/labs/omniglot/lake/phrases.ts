/** What is said of who reads Lake's questions, in words. */

import { say } from '../../../words/format';
import type { Words } from '../../../words/words';
import { labelOf } from '../phrases';
import type { ReaderName } from './names';
import type { Asking } from './round';

export const readerText = (words: Words, name: ReaderName): string =>
  name === 'hausdorff' ? words.lake.hausdorff : labelOf(words, name);

/** As files have them, but for what stands for a blank. */
const listed = (names: readonly string[]): string =>
  names.map((name) => name.replaceAll('_', ' ')).join(', ');

/** What the questions are, and what that means for the figures. */
export function askedText(
  { lake: { asked } }: Words,
  { asking, alphabets, heldBack }: Pick<Asking, 'asking' | 'alphabets' | 'heldBack'>,
): string {
  switch (asking) {
    case 'evaluation':
      return say(asked[asking], { alphabets: listed(alphabets) });
    case 'held-back':
      return say(asked[asking], {
        alphabets: listed(alphabets),
        heldBack: heldBack ? 'yes' : 'no',
      });
    case 'official':
    case 'test-characters':
      return asked[asking];
    default:
      return asking satisfies never;
  }
}
