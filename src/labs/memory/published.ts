/**
 * Santoro et al. 2016, arXiv 1605.06065: per cent right at a sighting of a character, on test characters. Table 1: streams of 50
 * drawings of 5 characters, one-hot labels. Table 2: of 15 characters, strings of five letters; of its rows those that a
 * second source has, too, and not those of 5 characters.
 */

import type { MemorySpec } from './fields';
import type { ReaderName } from './methods';

/** Sightings that the tables have. */
export const publishedInstances = [1, 2, 3, 4, 5, 10] as const;

export interface PublishedTable {
  /** Characters of a stream. */
  readonly ways: number;
  readonly of: Readonly<Partial<Record<ReaderName, readonly number[]>>>;
  readonly human: readonly number[] | null;
  /** Of their memory with the addressing of a neural Turing machine. */
  readonly ntm: readonly number[] | null;
}

export const published = {
  onehot: {
    ways: 5,
    of: {
      feedforward: [24.4, 19.6, 21.1, 19.9, 22.8, 19.5],
      lstm: [24.4, 49.5, 55.3, 61.0, 63.6, 62.5],
      mann: [36.4, 82.8, 91.0, 92.6, 94.9, 98.1],
    },
    human: [34.5, 57.3, 70.1, 71.8, 81.4, 92.4],
    ntm: null,
  },
  strings: {
    ways: 15,
    of: {
      lstm: [0.0, 2.2, 2.9, 4.3, 5.6, 12.7],
      mann: [0.1, 62.6, 79.3, 86.6, 88.7, 95.3],
      // Of deep features of their own, by k nearest neighbours.
      nearest: [0.4, 32.7, 41.2, 47.1, 50.6, 60.0],
    },
    human: null,
    ntm: [0.0, 35.4, 61.2, 71.7, 77.7, 88.4],
  },
} as const satisfies Record<MemorySpec['labels'], PublishedTable>;

/** The table for streams of this kind; null if there is none. */
export function publishedOf({
  labels,
  ways,
}: Pick<MemorySpec, 'labels' | 'ways'>): PublishedTable | null {
  const table = published[labels];
  return table.ways === ways ? table : null;
}
