/** The lessons, by the names that addresses use; what they are stands in `lessons/`. */

export const lessonNames = [
  'one-drawing',
  'averaging',
  'two-loops',
  'second-order',
  'reptile',
  'breaks',
  'two-views',
  'compare',
  'learned-optimizer',
  'memory-cell',
  'memory-stream',
  'reading',
  'bi-level',
] as const;
export type LessonName = (typeof lessonNames)[number];
