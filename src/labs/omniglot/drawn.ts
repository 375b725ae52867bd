/** What is drawn where, in words, and what the methods make of it. */

import { letterOf } from './episode';
import { type Drawing, isBlank } from './lab';

/** The place of the drawing that is asked about; support drawings have their index. */
export const QUERY = -1;

export const blank = { kind: 'strokes', strokes: [] } as const satisfies Drawing;

/** "Class B, drawing 1 of 3". */
export const placeName = (place: number, shots: number): string =>
  place === QUERY
    ? 'Query'
    : `Class ${letterOf(Math.floor(place / shots))}, drawing ${(place % shots) + 1} of ${shots}`;

/** "2 strokes". */
export function contents(drawing: Drawing): string {
  if (drawing.kind === 'given') return `a given character, ${drawing.name}`;
  const { length } = drawing.strokes;
  return length === 0 ? 'nothing yet' : `${length} ${length === 1 ? 'stroke' : 'strokes'}`;
}

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

/**
 * What is left when the last thing is taken back: without the last stroke; or, where there is none, what was there
 * before it was erased or replaced.
 */
export function takenBack(drawing: Drawing, replaced: Drawing | undefined): Drawing {
  if (drawing.kind === 'strokes' && drawing.strokes.length > 0) {
    return { kind: 'strokes', strokes: drawing.strokes.slice(0, -1) };
  }
  return replaced ?? drawing;
}
