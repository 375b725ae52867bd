/** Intervals and evenly spaced points in them. */

/** A closed interval. */
export type Range = readonly [low: number, high: number];

/** `count` evenly spaced numbers from low to high; the middle for one. */
export function linspace([low, high]: Range, count: number): number[] {
  if (count === 1) return [(low + high) / 2];
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}
