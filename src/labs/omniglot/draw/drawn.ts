/** What is drawn where, in words, and what the methods make of it. */

import { type Drawing, isBlank } from '../../../characters/drawing';
import { letterOf } from '../episode/episode';

/** The place of the drawing that is asked about; support drawings have their index. */
export const QUERY = -1;

/** "Class B, drawing 1 of 3". */
export const placeName = (place: number, shots: number): string =>
  place === QUERY
    ? 'Query'
    : `Class ${letterOf(Math.floor(place / shots))}, drawing ${(place % shots) + 1} of ${shots}`;

/** What has to be drawn before anything can be classified; null when nothing is missing. */
export function missing(
  drawings: readonly Drawing[],
  query: Drawing,
  shots: number,
): string | null {
  const place = drawings.findIndex(isBlank);
  if (place >= 0) {
    const letter = letterOf(Math.floor(place / shots));
    return shots === 1
      ? `Class ${letter} has no drawing yet.`
      : `Class ${letter} has ${place % shots} of ${shots} drawings.`;
  }
  return isBlank(query) ? 'Draw something to classify.' : null;
}

/** The most probable class; null when the probabilities are no numbers. */
export function mostProbable(probabilities: Float32Array): number | null {
  if (!probabilities.every(Number.isFinite)) return null;
  return probabilities.indexOf(Math.max(...probabilities));
}

/** The class that most methods name, and how many do; of equals the first. Null without any. */
export function majority(classes: readonly number[]): { way: number; count: number } | null {
  const counts = new Map<number, number>();
  for (const way of classes) counts.set(way, (counts.get(way) ?? 0) + 1);
  const [first] = [...counts].sort(([a, of], [b, than]) => than - of || a - b);
  return first === undefined ? null : { way: first[0], count: first[1] };
}
