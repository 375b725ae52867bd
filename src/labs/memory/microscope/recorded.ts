/** A meta-iteration of a reader that was walked, as the page is told of it: one of its streams, drawing by drawing. */

import type { Walked } from '../../kit/microscope/recorded';
import type { Answer } from '../../kit/questions';
import type { ReaderName } from '../methods';

export interface TraceQuestion {
  readonly reader: ReaderName;
  /** The stream in focus: its number in the meta-batch. */
  readonly stream: number;
}

export interface TraceAnswer extends Answer, TraceQuestion {
  /** Null of one that is not trained, takes no part, or has diverged. */
  readonly recorded: Recorded | null;
}

/** A drawing of the stream. */
export interface Walkable {
  /** Ink of 28 × 28 pixels, 0 to 1, row by row. */
  readonly pixels: Float32Array;
  /** Which character of this stream, from 0, and how many times it has been seen with this drawing. */
  readonly character: number;
  readonly instance: number;
  /** From 0 to N − 1. */
  readonly label: number;
}

/** A quantity at every step of the stream, by its name in the network's program: row-major [steps, rows, columns]. */
export interface Part {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

export interface Recorded extends Walked {
  /** Labels that there are, N. */
  readonly ways: number;
  readonly shown: readonly Walkable[];
  /** Steps × N. */
  readonly probabilities: Float32Array;
  readonly parts: Readonly<Record<string, Part>>;
  /** Steps × slots: which drawing a slot of a memory holds most of after the step, −1 for none; null without slots. */
  readonly holds: Int16Array | null;
  /** Numbers in θ. */
  readonly weights: number;
  /** Mean −log p over the drawings of this stream; and over those of all streams, at θ before and after. */
  readonly loss: number;
  readonly before: number;
  readonly after: number;
}
