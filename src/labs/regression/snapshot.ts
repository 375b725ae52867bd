/** A run of the regression lab in plain numbers. */

import type { SavedState } from '../../contenders/state';
import type { Snapshot } from '../../session/experiment';
import type { ContenderName } from './methods';

/** One contender at one meta-iteration. */
export interface ContenderSnapshot extends SavedState {
  readonly name: ContenderName;
  /** Its weights when they were last known to be finite; left out in snapshots kept for looking back only. */
  readonly good: SavedState['weights'] | null;
  /** The meta-iteration by which it diverged, if it did. */
  readonly diverged: number | null;
}

export interface RegressionSnapshot extends Snapshot {
  readonly contenders: readonly ContenderSnapshot[];
}
