/** What a person answered to streams, and how often that was right at each sighting. Knows no page. */

import { exactInterval } from '../../../math/binomial';
import { INSTANCES } from '../questions';

/** A person's answers to one stream, from its beginning: they are as many as have been given. */
export interface Sitting {
  /** What kind of streams it is one of: answers of one kind add up. */
  readonly kind: string;
  /** Which of them. */
  readonly stream: string;
  readonly said: readonly number[];
  readonly right: readonly number[];
  /** The sighting that each drawing was, from 1; 0 for one that is not counted. */
  readonly sightings: readonly number[];
}

export type About = Pick<Sitting, 'kind' | 'stream'>;

/** One drawing that was answered. */
export interface Given {
  readonly said: number;
  readonly right: number;
  readonly sighting: number;
}

export const isOf =
  ({ kind, stream }: About) =>
  (sitting: Sitting): boolean =>
    sitting.kind === kind && sitting.stream === stream;

/** The answers to a stream; none if there are none yet. */
export const sittingOf = (sittings: readonly Sitting[], about: About): Sitting =>
  sittings.find(isOf(about)) ?? { ...about, said: [], right: [], sightings: [] };

/** With one more answer. A drawing that was answered is not answered again: its label has been told. */
export function withAnswer(
  sittings: readonly Sitting[],
  about: About,
  { said, right, sighting }: Given,
): readonly Sitting[] {
  const before = sittingOf(sittings, about);
  const now = {
    ...before,
    said: [...before.said, said],
    right: [...before.right, right],
    sightings: [...before.sightings, sighting],
  };
  return [...sittings.filter((sitting) => !isOf(about)(sitting)), now];
}

/** Of both what is in either; of one stream that sitting which went farther. */
export function united(one: readonly Sitting[], other: readonly Sitting[]): readonly Sitting[] {
  const all = [...one];
  for (const sitting of other) {
    const at = all.findIndex(isOf(sitting));
    if (at < 0) all.push(sitting);
    else if (all[at]!.said.length < sitting.said.length) all[at] = sitting;
  }
  return all;
}

/** So many right of so many. */
export interface Count {
  readonly right: number;
  readonly of: number;
}

/** Right answers at the 1st, 2nd … 10th sighting, of all sittings of a kind. */
export function countsOf(sittings: readonly Sitting[], kind: string): readonly Count[] {
  const counts = Array.from({ length: INSTANCES }, () => ({ right: 0, of: 0 }));
  for (const sitting of sittings) {
    if (sitting.kind !== kind) continue;
    sitting.sightings.forEach((sighting, i) => {
      const count = counts[sighting - 1];
      if (count === undefined) return;
      count.of += 1;
      if (sitting.said[i] === sitting.right[i]) count.right += 1;
    });
  }
  return counts;
}

/** A share in per cent with its exact 95% interval, as if answers knew nothing of each other; null of none. */
export function shareOf({ right, of }: Count) {
  if (of === 0) return null;
  const { low, high } = exactInterval(right, of);
  return { share: (100 * right) / of, low: 100 * low, high: 100 * high };
}
