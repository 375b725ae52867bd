/** Steps of a stream as rows: which come before which. */

import type { Matrices, Operations } from '../../program';

/** A score so far below that its share is nothing. */
const FAR = 1e4;

/** [1, steps, steps]: what to add to scores so that no row attends to a column whose step is after its own. */
export function noFuture<M extends Matrices>(o: Operations<M>, steps: number): M {
  const numbers = o.concatColumns(Array.from({ length: steps }, (_, t) => o.constant(1, 1, t)));
  const columns = o.repeatRows(numbers, steps);
  return o.scale(o.greater(columns, o.transpose(columns)), -FAR);
}

/** Each row as it stood so many steps before; zeros before the first. */
export function delayed<M extends Matrices>(o: Operations<M>, a: M, steps: number): M {
  const none = o.constant(Math.min(steps, a.rows), a.columns, 0);
  return steps < a.rows ? o.concatRows([none, o.sliceRows(a, 0, a.rows - steps)]) : none;
}
