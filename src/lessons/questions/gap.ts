/** How far a curve that was drawn lies from the one that it stands for: the mean distance, in units of the ordinate. */

export const gapOf = (drawn: readonly number[], right: readonly number[]): number =>
  drawn.reduce((sum, value, i) => sum + Math.abs(value - right[i]!), 0) / drawn.length;
