/** What a figure of a lab says of its run besides what all labs have, when it is taken away. */

import type { Row } from '../../ui/charts/stamp';
import type { Measured } from '../../ui/charts/table';
import type { Words } from '../../words/words';
import type { SharedState } from './context';

export interface Stamped<State> {
  /** Meta-iterations that what the run began from was trained for beforehand, of each that was. */
  beforehand?(state: State): readonly number[];
  /** What else its numbers are of. */
  rowsOf?(
    words: Words,
    state: State,
    of: Measured,
    remarks: readonly { readonly code: string }[],
  ): readonly Row[];
}

export type AnyStamped = Stamped<SharedState>;
