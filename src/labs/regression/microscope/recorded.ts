/** A meta-iteration of this lab that was walked, as the page is told of it. */

import type { Walked } from '../../kit/microscope/recorded';
import type { Fitted } from '../../kit/microscope/walk';

/** What the network is with some weights, on the task in focus. */
export interface Fit {
  /** Predictions on the grid. */
  readonly curve: Float32Array;
  /** Its losses on the support and on the query points. */
  readonly support: number;
  readonly query: number;
}

export type RecordedLine = Fitted<Fit>;

export interface Recorded extends Walked<RecordedLine> {
  /** At θ, before the first line. */
  readonly start: Fit;
  /** What the outer loop is about: the mean query loss after adaptation, on the same tasks, from θ before and after. */
  readonly before: number;
  readonly after: number;
}
