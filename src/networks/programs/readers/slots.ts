/** Which slots of a memory are written to next, one for each head: rows of [heads, slots], 1 at the slot. */

import type { Matrices, Operations } from '../../program';

/** [heads, slots] of numbers that a rank is compared with: half below, or above, the number of the head. */
export const ranks = <M extends Matrices>(
  o: Operations<M>,
  { heads, slots }: { readonly heads: number; readonly slots: number },
  offset: number,
): M =>
  o.concatRows(Array.from({ length: heads }, (_, head) => o.constant(1, slots, head + offset)));

/**
 * The slot that was used least, for the second head the one that was used second least, …
 *
 * @param use [1, slots]; it has no derivative here, as this is a comparison
 */
export function leastOf<M extends Matrices>(o: Operations<M>, use: M, above: M, below: M): M {
  const others = o.transpose(o.repeatRows(use, use.columns));
  // How many slots were used less.
  const rank = o.sumRows(o.greater(use, others));
  return o.multiply(o.greater(rank, above), o.greater(below, rank));
}

/** The first slots, one for each head. */
export const firstOf = <M extends Matrices>(
  o: Operations<M>,
  { heads, slots }: { readonly heads: number; readonly slots: number },
): M =>
  o.concatRows(
    Array.from({ length: heads }, (_, head) =>
      o.concatColumns(
        Array.from({ length: slots }, (_, slot) => o.constant(1, 1, slot === head ? 1 : 0)),
      ),
    ),
  );

/** Those whose turn it is after these; after the last comes the first. */
export function nextOf<M extends Matrices>(o: Operations<M>, turn: M): M {
  const { rows: heads, columns: slots } = turn;
  const by = heads % slots;
  if (by === 0) return turn;
  return o.concatColumns([
    o.sliceColumns(turn, slots - by, by),
    o.sliceColumns(turn, 0, slots - by),
  ]);
}
