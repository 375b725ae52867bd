/** The label that a key stands for. */

import { type Key, latinLetter } from '../../../ui/keys';

/** By its digit, from 1, or by its letter, from A; null if there is no such label. */
export function labelOfKey(key: Key, labels: number): number | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(key.code)?.[1] ?? /^[1-9]$/.exec(key.key)?.[0];
  const label =
    digit === undefined ? (latinLetter(key) ?? '').charCodeAt(0) - 97 : Number(digit) - 1;
  return label >= 0 && label < labels ? label : null;
}
