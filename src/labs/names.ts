/** The labs, by the names that addresses use. */

export const labNames = ['regression', 'optimizers', 'omniglot', 'memory'] as const;
export type LabName = (typeof labNames)[number];

/** Where a person can be: at the root of the page, among the lessons, at the map of the field, at a lecture of their own, or in a lab. */
export const placeNames = [...labNames, 'lessons', 'map', 'lecture'] as const;
export type PlaceName = 'root' | (typeof placeNames)[number];

export const isLab = (place: PlaceName): place is LabName =>
  (labNames as readonly PlaceName[]).includes(place);
