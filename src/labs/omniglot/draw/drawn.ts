/** What is drawn where, in words, and what the methods make of it. */

import { isBlank } from '../../../characters/drawing';
import { letterOf } from '../../../characters/letters';
import { say } from '../../../words/format';
import type { Words } from '../../../words/words';
import { stepInSight, type Verdict } from '../episode/episode';
import { QUERY } from '../fields';
import { type MethodName, methodOf } from '../methods/registry';
import type { PadState } from './pad';
import type { DrawAnswer } from './question';

/** "Class B, drawing 1 of 3". */
export function placeName({ omniglot: { draw } }: Words, place: number, shots: number): string {
  if (place === QUERY) return draw.query;
  const letter = letterOf(Math.floor(place / shots));
  return say(draw.place, { letter, index: (place % shots) + 1, of: shots });
}

/** The support drawing that is missing, in words; null when none is. */
export function missingSupport(
  { omniglot: { draw } }: Words,
  { own, shots }: Pick<PadState, 'own' | 'shots'>,
): string | null {
  const blanks = [...own].flatMap(([place, drawing]) => (isBlank(drawing) ? [place] : []));
  if (blanks.length === 0) return null;
  const way = Math.floor(Math.min(...blanks) / shots);
  const letter = letterOf(way);
  const lacking = blanks.filter((place) => Math.floor(place / shots) === way).length;
  return shots === 1
    ? say(draw.noDrawing, { letter })
    : say(draw.fewDrawings, { letter, count: shots - lacking, of: shots });
}

/** What has to be drawn before the drawn query can be classified; null when nothing is missing. */
export function missing(
  words: Words,
  pad: Pick<PadState, 'own' | 'shots' | 'query'>,
): string | null {
  const support = missingSupport(words, pad);
  return support ?? (isBlank(pad.query) ? words.omniglot.draw.noQuery : null);
}

/** What a method says of the drawn query at the step in sight; null before it has, and where it is no number. */
export function drawnVerdict(
  name: MethodName,
  predicted: DrawAnswer | null,
  position: number,
  positions: number,
): Omit<Verdict, 'right'> | null {
  const probabilities = probabilitiesOf(name, predicted, position, positions);
  const way = probabilities === null ? null : mostProbable(probabilities);
  if (probabilities === null || way === null) return null;
  return { way, confidence: methodOf(name).sure ? probabilities[way]! : null };
}

/** The probability of every class at the step in sight; null before there is an answer. */
export function probabilitiesOf(
  name: MethodName,
  predicted: DrawAnswer | null,
  position: number,
  positions: number,
): Float32Array | null {
  const steps = predicted?.methods[name];
  return steps?.[stepInSight(position, positions, steps.length - 1)] ?? null;
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
