/** What is said of who reads Lake's questions, in words. */

import { say } from '../../../words/format';
import type { Words } from '../../../words/words';
import { labelOf } from '../phrases';
import type { ReaderName } from './names';
import type { Source } from './source';

export const readerText = (words: Words, name: ReaderName): string =>
  name === 'hausdorff' ? words.lake.hausdorff : labelOf(words, name);

/** What the questions are, and what that means for the figures. */
export function askedText(
  { lake: { asked } }: Words,
  { asking, alphabets }: Pick<Source, 'asking' | 'alphabets'>,
): string {
  switch (asking) {
    case 'evaluation':
    case 'held-back':
      return say(asked[asking], {
        alphabets: alphabets.map((name) => name.replaceAll('_', ' ')).join(', '),
      });
    case 'official':
    case 'test-characters':
      return asked[asking];
    default:
      return asking satisfies never;
  }
}
