/** A meta-iteration of a learned optimiser that was walked, as the page is told of it: one coordinate of one problem. */

import type { SeenLine, Walked } from '../../kit/microscope/recorded';

export interface RecordedLine extends SeenLine {
  /** Of a line on the way back: the derivative of what is minimised with respect to the coordinate after this step. */
  readonly slope: number | null;
}

/** One step of the unroll, at the coordinate. */
export interface Moment {
  readonly gradient: number;
  /** What the network is given of it. */
  readonly inputs: readonly number[];
  readonly update: number;
  /** f of the problem before and after the step. */
  readonly before: number;
  readonly after: number;
}

export interface Recorded extends Walked<RecordedLine> {
  readonly moments: readonly Moment[];
  readonly units: number;
  /** Of the last layer, [steps, units]: gates as `gateOrder` has them, then cells after the step. */
  readonly layer: readonly Float32Array[];
  /** Whether the derivative through the gradient itself is dropped. */
  readonly dropped: boolean;
  /** Mean f over the problems at the end of the unroll, by the network before and after. */
  readonly before: number;
  readonly after: number;
}
