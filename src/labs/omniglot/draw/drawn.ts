/** What is drawn where, in words, and what the methods make of it. */

import { type Drawing, isBlank } from '../../../characters/drawing';
import { say } from '../../../words/format';
import type { Words } from '../../../words/words';
import { letterOf } from '../episode/episode';
import { QUERY } from '../fields';

/** "Class B, drawing 1 of 3". */
export function placeName({ omniglot: { draw } }: Words, place: number, shots: number): string {
  if (place === QUERY) return draw.query;
  const letter = letterOf(Math.floor(place / shots));
  return say(draw.place, { letter, index: (place % shots) + 1, of: shots });
}

/** What has to be drawn before anything can be classified; null when nothing is missing. */
export function missing(
  { omniglot: { draw } }: Words,
  drawings: readonly Drawing[],
  query: Drawing,
  shots: number,
): string | null {
  const place = drawings.findIndex(isBlank);
  if (place < 0) return isBlank(query) ? draw.noQuery : null;
  const letter = letterOf(Math.floor(place / shots));
  return shots === 1
    ? say(draw.noDrawing, { letter })
    : say(draw.fewDrawings, { letter, count: place % shots, of: shots });
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
