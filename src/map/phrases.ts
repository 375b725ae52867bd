/** Methods and groups, in words. Needs the words of `contenders` and of `optimizers`. */

import type { Words } from '../words/words';
import type { Grouped } from './grouping';
import { isLive, type MethodName } from './methods';
import type { TaxonomyName } from './taxonomies';

export function titleOf({ field, contenders }: Words, name: MethodName): string {
  if (!isLive(name)) return field.cards[name].title;
  return name === 'byHand' ? field.byHand : contenders[name].label;
}

interface GroupWords {
  readonly label: string;
  readonly text: string;
}

export function groupWords(
  { field }: Words,
  group: Grouped['group'],
  by: TaxonomyName,
): GroupWords {
  if (group === 'baselines' || group === 'unplaced') return field[group];
  // Two lectures have a group of this name, and mean another one by it.
  if (group === 'recurrent') return field.recurrent[by === 'post' ? 'post' : 'lecture'];
  return field.groups[group];
}
