/** What those who are compared compute: for the worker, and for what explains them on the page. */

import type { AnyReader } from '../../contenders/readers/reader';
import { feedforward, keyValue, lstm, mann } from '../../contenders/readers/readers';
import type { StreamShape } from '../../networks/programs/readers/stream';
import { ownOf } from '../kit/ownFields';
import { type ReaderName, sheetOf } from './methods';

/** Null for who is not trained. */
const registry: Readonly<Record<ReaderName, AnyReader | null>> = {
  mann,
  kv: keyValue,
  lstm,
  nearest: null,
  feedforward,
};

export const readerOf = (name: ReaderName): AnyReader | null => registry[name];

/** The settings that a contender alone has. */
export const ownIn = (name: ReaderName, spec: object): object =>
  ownOf(name, sheetOf(name), spec as Readonly<Record<string, unknown>>);

/** A contender's network with these settings. @throws RangeError of one that has none */
export function programIn(name: ReaderName, shape: StreamShape, spec: object) {
  const is = readerOf(name);
  if (is === null) throw new RangeError(`${name} has no network`);
  return is.program(shape, ownIn(name, spec));
}
