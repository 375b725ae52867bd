/** The losses of programs: the same as those of networks (`engine.ts`), as programs. */

import type { Matrices, Operations } from '../../networks/program';
import { COSINE_SCALE, type EpisodeLoss, type Loss } from '../engine';

/** The loss of each task: [tasks, 1, 1]. */
export function lossOf<M extends Matrices>(
  o: Operations<M>,
  loss: Loss,
  outputs: M,
  targets: M,
): M {
  const total = (a: M): M => o.sumColumns(o.sumRows(a));
  if (typeof loss !== 'string') return episodeLoss(o, loss, outputs, targets);
  switch (loss) {
    case 'mean-squared-error':
    case 'sum-of-squares': {
      const error = o.subtract(outputs, targets);
      const squares = total(o.multiply(error, error));
      return loss === 'sum-of-squares'
        ? squares
        : o.scale(squares, 1 / (outputs.rows * outputs.columns));
    }
    case 'cross-entropy':
      return o.scale(total(o.multiply(targets, o.logSoftmax(outputs))), -1 / outputs.rows);
    default:
      return loss satisfies never;
  }
}

function episodeLoss<M extends Matrices>(
  o: Operations<M>,
  { name, support }: EpisodeLoss,
  outputs: M,
  targets: M,
): M {
  const queries = outputs.rows - support;
  const [s, q] = [o.sliceRows(outputs, 0, support), o.sliceRows(outputs, support, queries)];
  const [ofS, ofQ] = [o.sliceRows(targets, 0, support), o.sliceRows(targets, support, queries)];
  if (name === 'prototypical') {
    const counts = o.reciprocal(o.transpose(o.sumRows(ofS)));
    const centres = o.multiply(o.matMul(ofS, s, { transposeA: true }), counts);
    const squares = (a: M): M => o.sumColumns(o.multiply(a, a));
    // −‖q − c‖² but for ‖q‖², which is the same for every class.
    const closeness = o.subtract(
      o.scale(o.matMul(q, centres, { transposeB: true }), 2),
      o.transpose(squares(centres)),
    );
    return lossOf(o, 'cross-entropy', closeness, ofQ);
  }
  const attention = o.softmax(o.scale(o.cosines(q, s), COSINE_SCALE));
  const ofClasses = o.matMul(attention, ofS);
  const chosen = o.sumColumns(o.multiply(ofClasses, ofQ));
  return o.scale(o.sumRows(o.log(chosen)), -1 / queries);
}
