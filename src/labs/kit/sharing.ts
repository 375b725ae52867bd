/** How the contenders of a lab are shared out over workers, and what they tell put together again. */

import type { Division, Snapshot } from '../../session/experiment';
import type { Answer, AnswerIn, Questions } from './questions';

/** What a lab says of it. */
export interface Sharing<Spec, Snap extends Snapshot, Q extends Questions> {
  readonly names: (spec: Spec) => readonly string[];
  /** The same settings with these of the contenders alone. */
  readonly only: (spec: Spec, names: readonly string[]) => Spec;
  /** The work of a contender in one meta-iteration, in any unit; 0 for one that does not train. */
  readonly work: (spec: Spec, name: string) => number;
  /** What a contender learns from: those of one name draw it once, and stay together. Each by itself, unless said. */
  readonly draws?: (spec: Spec, name: string) => string;
  readonly split: (whole: Snap, names: readonly string[]) => Snap;
  /** @param names of all contenders, in their order */
  readonly join: (parts: readonly Snap[], names: readonly string[]) => Snap;
  /** For each kind of question, its answer of those of the parts. */
  readonly answers: { readonly [K in keyof Q]: Merging<AnswerIn<Q[K]>> };
}

export interface Merging<A extends Answer> {
  /** What else than the meta-iteration parts must have in common. */
  readonly same?: (answer: A) => unknown;
  /** @param names of all contenders, in their order */
  readonly merge: (parts: readonly A[], names: readonly string[]) => A;
}

/** Records by contender as one, in the order of `names`. */
export function united<T extends object>(records: readonly T[], names: readonly string[]): T {
  const all = Object.assign({}, ...records) as Readonly<Record<string, unknown>>;
  const known = names.filter((name) => Object.hasOwn(all, name));
  return Object.fromEntries(known.map((name) => [name, all[name]])) as T;
}

/**
 * Whose part each contender is: those with the most work first, each to the part that has the least.
 *
 * @param work of each contender
 * @param draws what each draws: contenders of one name stay together, as long as there are enough of them for all parts
 */
export function dealt(
  work: ReadonlyMap<string, number>,
  parts: number,
  draws: (name: string) => string = (name) => name,
): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of work.keys()) {
    groups.set(draws(name), [...(groups.get(draws(name)) ?? []), name]);
  }
  const busy = [...groups.values()].filter((names) => names.some((name) => work.get(name)! > 0));
  const units = busy.length < parts ? [...work.keys()].map((name) => [name]) : [...groups.values()];
  const workOf = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + work.get(name)!, 0);
  const hands = Array.from({ length: parts }, () => ({ names: new Set<string>(), work: 0 }));
  for (const unit of units.toSorted((a, b) => workOf(b) - workOf(a))) {
    const least = hands.reduce((a, b) => (b.work < a.work ? b : a));
    for (const name of unit) least.names.add(name);
    least.work += workOf(unit);
  }
  return hands.map(({ names }) => [...work.keys()].filter((name) => names.has(name)));
}

/** How much faster the slowest part must become for contenders to change hands. */
const WORTH = 1.05;

/** @param most how many parts at most; null if there would be less than two */
export function divide<Spec, Snap extends Snapshot, Q extends Questions>(
  sharing: Sharing<Spec, Snap, Q>,
  spec: Spec,
  most: number,
): Division | null {
  const names = sharing.names(spec);
  const work = new Map(names.map((name) => [name, sharing.work(spec, name)]));
  const parts = Math.min(most, [...work.values()].filter((amount) => amount > 0).length);
  if (parts < 2) return null;
  const draws = (name: string) => sharing.draws?.(spec, name) ?? name;
  return divisionOf(sharing, names, dealt(work, parts, draws), draws);
}

function divisionOf<Spec, Snap extends Snapshot, Q extends Questions>(
  sharing: Sharing<Spec, Snap, Q>,
  all: readonly string[],
  hands: readonly (readonly string[])[],
  draws: (name: string) => string,
): Division {
  const { only, split, join, answers } = sharing;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every kind
  const mergingOf = (kind: string): Merging<any> => answers[kind]!;
  return {
    parts: hands.length,
    names: hands,
    specOf: (whole, part) => only(whole as Spec, hands[part]!),
    split: (whole, part) => split(whole as Snap, hands[part]!),
    join: (snapshots) => join(snapshots as readonly Snap[], all),
    questionOf(question, part) {
      const { at } = question as { readonly at?: 'now' | Snap };
      if (at === undefined || at === 'now') return question;
      return { ...(question as object), at: split(at, hands[part]!) };
    },
    keyOf(kind, answer) {
      const { iteration } = answer as Answer;
      return JSON.stringify([iteration, mergingOf(kind).same?.(answer) ?? null]);
    },
    merge: (kind, found) => mergingOf(kind).merge(found as readonly Answer[], all),
    evened(busy) {
      const work = new Map(all.map((name) => [name, busy[name] ?? 0]));
      const even = dealt(work, hands.length, draws);
      const isWorth = slowest(hands, work) > WORTH * slowest(even, work);
      return isWorth ? divisionOf(sharing, all, even, draws) : null;
    },
  };
}

/** The work of the part that has the most. */
const slowest = (
  hands: readonly (readonly string[])[],
  work: ReadonlyMap<string, number>,
): number =>
  Math.max(...hands.map((names) => names.reduce((sum, name) => sum + work.get(name)!, 0)));
