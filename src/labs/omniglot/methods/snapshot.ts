/** The methods of a run at one meta-iteration, and the characters that they saw. */

import type { SavedState } from '../../../contenders/state';
import type { Snapshot } from '../../../session/experiment';
import type { Glyphs, Split } from '../../../tasks/glyphs/glyphs';
import type { MethodName } from './registry';

export type ByMethod<T> = Readonly<Partial<Record<MethodName, T>>>;

export interface CharactersSeen {
  readonly source: Glyphs['source'];
  readonly counts: Readonly<Record<Split, number>>;
}

export interface OmniglotSnapshot extends Snapshot {
  /** Of each method in training; snapshots kept for looking back have what a new task needs alone. */
  readonly methods: ByMethod<SavedState>;
  /** Methods whose weights stopped being numbers. */
  readonly diverged: readonly MethodName[];
  /** The characters that it was trained on, for a run that goes on; null if any will do. */
  readonly characters: CharactersSeen | null;
}
