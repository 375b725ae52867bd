/** The lessons, by the names that addresses use; what they are stands in `lessons/`. */

export const lessonNames = [
  'one-drawing',
  'averaging',
  'two-loops',
  'second-order',
  'reptile',
  'breaks',
  'compare',
  'learned-optimizer',
  'memory-cell',
  'reading',
] as const;
export type LessonName = (typeof lessonNames)[number];
