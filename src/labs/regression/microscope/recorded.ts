/** A meta-iteration that was walked, as the page is told of it. */

import type { Vector } from '../loops/twoWeights';

/** What the network is with some weights, on the task in focus. */
export interface Fit {
  /** Predictions on the grid. */
  readonly curve: Float32Array;
  /** Its losses on the support and on the query points. */
  readonly support: number;
  readonly query: number;
}

/** A quantity of a line. Directions are seen as the way down, against them; weights as the way to them from θ. */
export interface Seen {
  /** Its length; of what each task has its own, the length in the task in focus. */
  readonly length: number;
  /** Where ways end in the plane, of each task that was kept: the one in focus first. None of what is not in θ's space. */
  readonly places: readonly Vector[];
  /** The part of its length that lies in the plane; null where it has none. */
  readonly within: number | null;
  /** Since it was last named: the angle in degrees that it has turned by, and its change in parts of what it was. */
  readonly turned: number | null;
  readonly changed: number | null;
  /** The numbers of the task in focus. */
  readonly values: Float32Array;
}

/** A line that was passed, by its name in the listing. */
export interface RecordedLine {
  readonly line: string;
  /** The inner step that it is part of. */
  readonly k: number | null;
  readonly seen: Readonly<Record<string, Seen>>;
  /** Of a line that has come to new weights. */
  readonly fit: Fit | null;
}

/** A meta-iteration as it was walked. */
export interface Recorded {
  /** The task in focus, within the meta-batch. */
  readonly task: number;
  readonly tasks: number;
  /** At θ, before the first line. */
  readonly start: Fit;
  /** In the order in which they were passed; none of one that learns nothing. */
  readonly lines: readonly RecordedLine[];
  /** What the outer loop is about: the mean query loss after adaptation, on the same tasks, from θ before and after. */
  readonly before: number;
  readonly after: number;
}
