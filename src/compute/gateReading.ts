/** What gates of a cell of weights read of losses, and where a forget gate is none. */

import { LOG_SIGN_P } from '../networks/coordinatewise';
import type { GatedCell } from '../networks/gatedCell';
import type { Matrices, Tensors } from './tensors';

/** The sigmoid of this is 1, and its slope 0, in single and in double precision. */
const ALWAYS = 40;

/** Numbers of two gates with their bias in the last column; where the forget gate is no gate, it reads nothing and its bias is out of reach. */
export function ownNumbers<M extends Matrices>(
  t: Tensors<M>,
  own: M,
  forget: GatedCell['forget'],
): M {
  if (forget === 'free') return own;
  const before = t.constant(1, own.columns - 1, 0);
  return t.concatRows([
    t.sliceRows(own, 0, 1),
    t.concatColumns([before, t.constant(1, 1, ALWAYS)]),
  ]);
}

/** What is read of the loss of each task, [tasks, 1, 1] → [tasks, 1, 2]. */
export function readLoss<M extends Matrices>(t: Tensors<M>, losses: M, signs: boolean): M {
  const { tasks } = losses;
  if (!signs) return t.concatColumns([losses, t.scale(losses, 0)]);
  return t.reshape(t.logSign(t.reshape(losses, 1, tasks, 1), LOG_SIGN_P), tasks, 1, 2);
}

/** The transpose of its slope. */
export function throughLoss<M extends Matrices>(t: Tensors<M>, losses: M, signs: boolean, d: M): M {
  const { tasks } = losses;
  if (!signs) return t.sliceColumns(d, 0, 1);
  const flat = t.reshape(losses, 1, tasks, 1);
  const slopes = t.logSignSlope(flat, LOG_SIGN_P, t.reshape(d, 1, tasks, 2));
  return t.reshape(slopes, tasks, 1, 1);
}
