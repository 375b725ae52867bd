/**
 * Santoro et al. 2016, arXiv 1605.06065, table 1: per cent right at a sighting of a character, of streams of 50 drawings of 5
 * characters with one-hot labels, on test characters.
 */

import type { ReaderName } from './methods';

/** Characters of a stream. */
export const PUBLISHED_WAYS = 5;
/** Sightings that the table has. */
export const publishedInstances = [1, 2, 3, 4, 5, 10] as const;

export const human = [34.5, 57.3, 70.1, 71.8, 81.4, 92.4] as const;

export const published: Readonly<Partial<Record<ReaderName, readonly number[]>>> = {
  feedforward: [24.4, 19.6, 21.1, 19.9, 22.8, 19.5],
  lstm: [24.4, 49.5, 55.3, 61.0, 63.6, 62.5],
  mann: [36.4, 82.8, 91.0, 92.6, 94.9, 98.1],
};
