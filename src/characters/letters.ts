/** Labels of characters as people read them. */

/** A, B, C … of a class or a label, from 0. */
export const letterOf = (way: number): string => String.fromCharCode(65 + way);
