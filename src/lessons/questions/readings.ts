/** Answers as each kind of question takes them: what was kept by another version of a question is none. */

import type { Outcome } from '../answers';
import type { SceneWords } from '../said';

export interface Named {
  readonly name: string;
  readonly label: string;
}

export const namesOf = (options: readonly string[], { options: said }: SceneWords): Named[] =>
  options.map((name) => ({ name, label: said?.[name] ?? name }));

/** All of the options, in an order. */
export function ranksOf(said: Outcome | undefined, options: readonly string[]): string[] | null {
  if (!Array.isArray(said) || said.length !== options.length) return null;
  const names = said.filter((one): one is string => typeof one === 'string');
  return options.every((option) => names.includes(option)) ? names : null;
}

export function numbersOf(said: Outcome | undefined, count: number): number[] | null {
  if (!Array.isArray(said)) return null;
  const numbers = said.filter((one): one is number => typeof one === 'number');
  return numbers.length === said.length && numbers.length === count ? numbers : null;
}

/** @returns the order with one name moved to another place, from 0 */
export function movedTo(order: readonly string[], name: string, place: number): string[] {
  const others = order.filter((one) => one !== name);
  const at = Math.min(Math.max(0, place), others.length);
  return [...others.slice(0, at), name, ...others.slice(at)];
}

/** How many stand at their places. */
export const inPlace = (ranked: readonly string[], right: readonly string[]): number =>
  ranked.filter((name, i) => name === right[i]).length;

/** From one place to another. */
export const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, k) => value - b[k]!));
