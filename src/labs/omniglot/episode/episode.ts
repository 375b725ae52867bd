/** What a task's answer says: which class, how sure, right or wrong; and how many of them are right. */

import { type Key, latinLetter } from '../../../ui/keys';
import { type MethodName, methodOf } from '../methods/registry';
import type { EpisodeAnswer } from './question';

/** Classes are letters: there are at most twenty. */
/** Columns of rows of equal length, where there is room for so many. */
export const columnsOf = (count: number, most = 10): number =>
  Math.ceil(count / Math.max(1, Math.ceil(count / most)));

/** The class that a key stands for, or null. */
export function wayOf(key: Key, ways: number): number | null {
  const way = (latinLetter(key) ?? '').charCodeAt(0) - 97;
  return way >= 0 && way < ways ? way : null;
}

/**
 * The step of a method in sight: methods differ in how many they take, so each is as far through its own as the slider is
 * through its.
 */
export const stepInSight = (position: number, positions: number, own: number): number =>
  Math.round((Math.min(position, positions) / positions) * own);

/** What is said of one query drawing. */
export interface Verdict {
  readonly way: number;
  /** Probability of that class; null where there is none: a nearest neighbour has none, and neither has a person. */
  readonly confidence: number | null;
  readonly right: boolean;
}

/** The likeliest class of each query drawing; null where probabilities are not numbers. */
export function verdictsOf(
  probabilities: Float32Array,
  labels: readonly number[],
  hasConfidence: boolean,
): (Verdict | null)[] {
  const ways = probabilities.length / labels.length;
  return labels.map((label, query) => {
    const row = probabilities.subarray(query * ways, (query + 1) * ways);
    const confidence = Math.max(...row);
    if (!Number.isFinite(confidence)) return null;
    const way = row.indexOf(confidence);
    return { way, confidence: hasConfidence ? confidence : null, right: way === label };
  });
}

/** A person's choices; null where there is none. */
export const verdictsByHand = (
  guesses: readonly (number | null)[],
  labels: readonly number[],
): (Verdict | null)[] =>
  labels.map((label, query) => {
    const way = guesses[query] ?? null;
    return way === null ? null : { way, confidence: null, right: way === label };
  });

export interface Score {
  readonly right: number;
  /** Query drawings that something was said of. */
  readonly total: number;
  /** Mean over them; null where there is none. */
  readonly confidence: number | null;
}

export function scoreOf(verdicts: readonly (Verdict | null)[]): Score {
  const said = verdicts.filter((verdict) => verdict !== null);
  const sure = said.map(({ confidence }) => confidence).filter((c) => c !== null);
  return {
    right: said.filter(({ right }) => right).length,
    total: said.length,
    confidence: sure.length === 0 ? null : sure.reduce((a, b) => a + b, 0) / sure.length,
  };
}

/** The query drawing without a class that follows `after`, round the end; null when all have one. */
export function nextOpen(
  guesses: readonly (number | null)[],
  count: number,
  after: number,
): number | null {
  for (let i = 1; i <= count; i++) {
    const query = (after + i) % count;
    if ((guesses[query] ?? null) === null) return query;
  }
  return null;
}

/** What one method makes of the task, at the step in sight. */
export interface Outcome {
  readonly verdicts: readonly (Verdict | null)[];
  readonly score: Score;
  /** The step in sight, of how many; 0 of 0 for methods that do not adapt. */
  readonly step: number;
  readonly steps: number;
  /** Query drawings that were right before the first step. */
  readonly before: number;
  readonly ms: number | null;
}

/** @param position of the slider, from 0 to `positions` */
export function outcomeOf(
  name: MethodName,
  { methods, labels, times }: EpisodeAnswer,
  position: number,
  positions: number,
): Outcome | null {
  const method = methods[name];
  if (method === undefined) return null;
  const steps = method.steps.length - 1;
  const step = stepInSight(position, positions, steps);
  const verdictsAt = (at: number) => verdictsOf(method.steps[at]!, labels, methodOf(name).sure);
  const verdicts = verdictsAt(step);
  const before = scoreOf(verdictsAt(0)).right;
  return { verdicts, score: scoreOf(verdicts), step, steps, before, ms: times[name] ?? null };
}
