/** What those who are compared compute: for the worker, and for what explains them on the page. */

import { NEAREST_FORMULA } from '../../contenders/readers/nearest';
import { RARE_FORMULA } from '../../contenders/readers/rare';
import type { AnyReader } from '../../contenders/readers/reader';
import { feedforward, keyValue, lstm, mann, snail } from '../../contenders/readers/readers';
import type { ListingLine } from '../../contenders/steps';
import type { StreamShape } from '../../networks/programs/readers/stream';
import { ownOf } from '../kit/ownFields';
import { type ReaderName, sheetOf } from './methods';
import type { Inside } from './questions';
import { attentionOf, memoryOf, shiftedAttentionOf, stateOf } from './within';

/** One that is trained. */
interface Entry {
  readonly is: AnyReader;
  /**
   * What can be seen within; null for who keeps nothing.
   *
   * @param seen what its network gives beside its answers, row-major [steps, numbers]
   * @param own the settings that it alone has
   */
  // biome-ignore lint/suspicious/noExplicitAny: readers with settings of every kind stand in one registry
  inside(seen: Float32Array, steps: number, own: any): Inside | null;
}

/** Null for who is not trained. */
const registry: Readonly<Record<ReaderName, Entry | null>> = {
  mann: { is: mann, inside: memoryOf },
  kv: { is: keyValue, inside: attentionOf },
  snail: { is: snail, inside: shiftedAttentionOf },
  lstm: { is: lstm, inside: stateOf },
  nearest: null,
  rare: null,
  feedforward: { is: feedforward, inside: () => null },
};

/** @throws RangeError of one that is not trained */
function entryOf(name: ReaderName): Entry {
  const entry = registry[name];
  if (entry === null) throw new RangeError(`${name} has no network`);
  return entry;
}

/** @throws RangeError of one that is not trained */
export const readerOf = (name: ReaderName): AnyReader => entryOf(name).is;

/** What each does at a step, in the notation of its paper. */
export const formulaOf = (name: ReaderName): string =>
  registry[name]?.is.formula ?? (name === 'rare' ? RARE_FORMULA : NEAREST_FORMULA);

/** The lines of its meta-iteration, after streams have been read. @throws RangeError of one that is not trained */
export const listingOf = (name: ReaderName): readonly ListingLine[] => readerOf(name).listing({});

/** The settings that a contender alone has. */
export const ownIn = (name: ReaderName, spec: object): object =>
  ownOf(name, sheetOf(name), spec as Readonly<Record<string, unknown>>);

/** A contender's network with these settings. @throws RangeError of one that has none */
export const programIn = (name: ReaderName, shape: StreamShape, spec: object) =>
  readerOf(name).program(shape, ownIn(name, spec));

/** @throws RangeError of one that is not trained */
export const insideOf = (name: ReaderName, seen: Float32Array, steps: number, spec: object) =>
  entryOf(name).inside(seen, steps, ownIn(name, spec));
