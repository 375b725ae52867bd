/** How a held-out stream is read: with what in memory, and whether its labels move on the way. */

export interface Course {
  /** Streams that are read first, with nothing wiped in between. */
  readonly before: number;
  /** Their characters: others with labels of their own, or those of the stream in sight with other labels. */
  readonly beforeOf: 'others' | 'relabelled';
  /** From the drawing at this place on each character has another label; 0 for never. */
  readonly shuffle: number;
}

export const MOST_BEFORE = 3;

export const plainCourse: Course = { before: 0, beforeOf: 'others', shuffle: 0 };

/** Courses of one text are the same. */
export const courseText = ({ before, beforeOf, shuffle }: Course): string =>
  [before, before === 0 ? '' : beforeOf, shuffle].join(' ');

export const isPlain = (course: Course): boolean => courseText(course) === courseText(plainCourse);

/** Whether who has been told nothing of a character in the stream may still know something of its label. */
export const isForetold = ({ before, beforeOf, shuffle }: Course): boolean =>
  shuffle > 0 || (before > 0 && beforeOf === 'relabelled');
