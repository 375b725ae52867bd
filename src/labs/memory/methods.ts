/** The contenders of the memory lab, in the order of their colours. */

import { readerSheets } from '../../contenders/readers/sheets';
import type { AnySheet } from '../../contenders/sheets';

export const readerNames = [
  'mann',
  'kv',
  'snail',
  'lstm',
  'nearest',
  'rare',
  'feedforward',
] as const;
export type ReaderName = (typeof readerNames)[number];

/** Their settings, what to lower if their numbers run away, and what they cost. */
export const readers = readerSheets satisfies Readonly<Record<ReaderName, AnySheet>>;
export const sheetOf = (name: ReaderName): AnySheet => readers[name];
/** Those that are trained. */
export const isTrained = (name: ReaderName): boolean => sheetOf(name).knobs.length > 0;
export const trainedNames = readerNames.filter(isTrained);
