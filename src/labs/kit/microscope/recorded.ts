/** A meta-iteration that was walked, as the page is told of it: what is seen of every algorithm. */

import type { Vector } from '../../../math/vector';

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
  /** Of its numbers, bit by bit. */
  readonly print: number;
}

/** A line that was passed, by its name in the listing. */
export interface SeenLine {
  readonly line: string;
  /** The inner step that it is part of. */
  readonly k: number | null;
  readonly seen: Readonly<Record<string, Seen>>;
}

/** A meta-iteration as it was walked. */
export interface Walked<Line extends SeenLine = SeenLine> {
  /** What is in focus, of so many: a task of the meta-batch, or a part of an episode. */
  readonly task: number;
  readonly tasks: number;
  /** Lines that belong to one task alone: the first so many. 0 where no task has lines of its own. */
  readonly own: number;
  /** In the order in which they were passed; none of one that learns nothing. */
  readonly lines: readonly Line[];
}
