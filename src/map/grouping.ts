/** The methods of the map, as one taxonomy groups them. */

import type { MarkName } from './Mark';
import { type MethodName, methodNames, methods } from './methods';
import { type GroupName, type Placing, type TaxonomyName, taxonomies } from './taxonomies';

/** A group of a taxonomy, or who is in none. */
export interface Grouped {
  readonly group: GroupName | 'baselines' | 'unplaced';
  readonly mark: MarkName;
  readonly members: readonly MethodName[];
}

const ORDER = ['first', 'second', 'third'] as const;

export const placingOf = (name: MethodName, by: TaxonomyName): Placing | null =>
  methods[name][by] ?? null;

/** Every method once. Those that the lecture names come first in their group. */
export function groupsBy(by: TaxonomyName): readonly Grouped[] {
  const placed = taxonomies[by].map((group, i): Grouped => {
    const members = methodNames.filter((name) => placingOf(name, by)?.group === group);
    const rank = (name: MethodName) => (placingOf(name, by)!.named ? 0 : 1);
    return { group, mark: ORDER[i]!, members: members.toSorted((a, b) => rank(a) - rank(b)) };
  });
  const rest = methodNames.filter((name) => placingOf(name, by) === null);
  const isBaseline = (name: MethodName) => methods[name].isBaseline === true;
  return [
    ...placed,
    { group: 'baselines', mark: 'baseline', members: rest.filter(isBaseline) },
    { group: 'unplaced', mark: 'unplaced', members: rest.filter((name) => !isBaseline(name)) },
  ];
}

export const markOf = (name: MethodName, by: TaxonomyName): MarkName =>
  groupsBy(by).find(({ members }) => members.includes(name))!.mark;
