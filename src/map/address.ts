/** Addresses of the map: how it is coloured, and what is in sight. */

import type { LessonName } from '../labs/kit/story/lessonNames';
import { lessons } from '../lessons/registry';
import { type CardName, cardNames } from './cards';
import { isLive, type MethodName, methods } from './methods';
import { type TaxonomyName, taxonomyNames } from './taxonomies';

export const sectionNames = ['methods', 'cards', 'bilevel', 'published'] as const;
/** A section, or a card. */
export type Place = (typeof sectionNames)[number] | CardName;

export interface MapSight {
  readonly by: TaxonomyName;
  readonly see: Place | null;
}

const among = <Name extends string>(names: readonly Name[], text: string | null): Name | null =>
  names.find((name) => name === text) ?? null;

/** What is not known is as if it were not there. */
export const sightOf = (params: URLSearchParams): MapSight => ({
  by: among(taxonomyNames, params.get('by')) ?? taxonomyNames[0]!,
  see: among<Place>([...sectionNames, ...cardNames], params.get('see')),
});

export const addressOf = (see: Place, by: TaxonomyName): string => `#/map?by=${by}&see=${see}`;

export const lessonAddress = (name: LessonName): string =>
  `#/${lessons[name].lab}?lesson=${name}&story=1`;

/** Where a method leads: to its lab, or to its card. */
export const methodAddress = (name: MethodName, by: TaxonomyName): string =>
  isLive(name) ? `#/${methods[name].lab}` : addressOf(name, by);
