/** How lectures divide the field: each its own way, into three groups. */

/**
 * `lecture`: a course, initialisation, recurrent network, reinforcement learning. `post`: Pan, Gao and Zhou 2020.
 * `slides`: those that begin with the two views of meta-learning.
 */
export const taxonomies = {
  lecture: ['initialisation', 'recurrent', 'reinforcement'],
  post: ['optimizer', 'metric', 'recurrent'],
  slides: ['blackBox', 'metaNetworks', 'memory'],
} as const;

export type TaxonomyName = keyof typeof taxonomies;
export const taxonomyNames = Object.keys(taxonomies) as TaxonomyName[];
export type GroupOf<T extends TaxonomyName> = (typeof taxonomies)[T][number];
export type GroupName = GroupOf<TaxonomyName>;

/** Where a method stands in a taxonomy, and whether the lecture itself names it there; else its definition of the group does. */
export interface Placing<Group extends GroupName = GroupName> {
  readonly group: Group;
  readonly named: boolean;
}

export type Placings = { readonly [T in TaxonomyName]?: Placing<GroupOf<T>> };

export const named = <Group extends GroupName>(group: Group): Placing<Group> => ({
  group,
  named: true,
});
export const fits = <Group extends GroupName>(group: Group): Placing<Group> => ({
  group,
  named: false,
});
