/** The losses of programs: the same as those of networks (`engine.ts`), as programs. */

import type { Matrices, Operations } from '../../networks/program';
import { COSINE_SCALE, type EpisodeLoss, type PairLoss, type ProgramLoss } from '../engine';
import { targetCount } from '../losses';

/** Numbers in the target of one point. */
export function targetsOf(loss: ProgramLoss, outputs: number): number {
  if (typeof loss === 'string') return targetCount(loss, outputs);
  if (loss.name === 'log-likelihood') return outputs / 2;
  return loss.name === 'cross-entropies' ? outputs : targetCount(loss, outputs);
}

/** The loss of each task: [tasks, 1, 1]. */
export function lossOf<M extends Matrices>(
  o: Operations<M>,
  loss: ProgramLoss,
  outputs: M,
  targets: M,
): M {
  const total = (a: M): M => o.sumColumns(o.sumRows(a));
  if (typeof loss !== 'string') {
    if (loss.name === 'log-likelihood') return spreadLoss(o, outputs, targets);
    if (loss.name === 'cross-entropies') return partsLoss(o, loss.parts, outputs, targets);
    return loss.name === 'pairs'
      ? pairLoss(o, loss, outputs, targets)
      : episodeLoss(o, loss, outputs, targets);
  }
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

/** Each part of a point as a point of its own. */
function partsLoss<M extends Matrices>(o: Operations<M>, parts: number, outputs: M, targets: M): M {
  const { rows, columns } = outputs;
  const apart = (a: M): M => o.reshape(a, rows * parts, columns / parts);
  return o.scale(lossOf(o, 'cross-entropy', apart(outputs), apart(targets)), parts);
}

/** log σ + ((y − μ) / σ)² / 2 + log √2π. */
function spreadLoss<M extends Matrices>(o: Operations<M>, outputs: M, targets: M): M {
  const width = outputs.columns / 2;
  const [means, spreads] = [0, width].map((from) => o.sliceColumns(outputs, from, width));
  const errors = o.divide(o.subtract(means!, targets), spreads!);
  const each = o.add(o.log(spreads!), o.scale(o.multiply(errors, errors), 0.5));
  const mean = o.scale(o.sumColumns(o.sumRows(each)), 1 / outputs.rows);
  return o.shift(mean, (width * Math.log(2 * Math.PI)) / 2);
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

/** A score so far below that its share is nothing. */
const FAR = 1e4;

/** As in pairLoss.ts of networks. */
function pairLoss<M extends Matrices>(
  o: Operations<M>,
  { ways, groups }: PairLoss,
  outputs: M,
  targets: M,
): M {
  const half = outputs.rows / 2;
  const [a, b] = [o.sliceRows(outputs, 0, half), o.sliceRows(outputs, half, half)];
  const same = (from: number, count: number): M => {
    const [first, second] = [0, half].map((row) =>
      o.sliceColumns(o.sliceRows(targets, row, half), from, count),
    );
    return o.matMul(first!, second!, { transposeB: true });
  };
  const own = same(0, ways);
  const scores = o.matMul(a, b, { transposeB: true });
  // FAR · group is FAR in every place of the group, and a softmax looks at differences alone.
  const within = o.add(scores, o.scale(same(ways, groups), FAR));
  const terms = [scores, within].flatMap((s) => [
    lossOf(o, 'cross-entropy', s, own),
    lossOf(o, 'cross-entropy', o.transpose(s), o.transpose(own)),
  ]);
  return o.scale(
    terms.reduce((x, y) => o.add(x, y)),
    0.5,
  );
}
