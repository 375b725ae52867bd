/**
 * The loss of pairs: every drawing is to be told by its other one among those of its group, and among all.
 *
 * Scores are S = A Bᵀ, A the first half of the embeddings and B the second. The loss is the mean cross-entropy of their rows
 * and of their columns, as they are and with other groups left out: four terms, of weight ½ each.
 */

import type { PairLoss } from './engine';
import type { LossPasses } from './lossPasses';
import type { Matrices, Tensors } from './tensors';

/** A score so far below that its share is nothing. */
const FAR = 1e4;
/** Of each of the four ways. */
const WEIGHT = 0.5;

export function pairLoss<M extends Matrices>(
  t: Tensors<M>,
  { ways, groups }: PairLoss,
): LossPasses<M> {
  const halves = (m: M): readonly [a: M, b: M] => {
    const half = m.rows / 2;
    return [t.sliceRows(m, 0, half), t.sliceRows(m, half, half)];
  };
  /** 1 where a row of the first half and one of the second have the same of so many columns. */
  const same = (targets: M, from: number, count: number): M => {
    const [a, b] = halves(t.sliceColumns(targets, from, count));
    return t.matMul(a, b, { transposeB: true });
  };
  /** Scores in each of the four ways that they are compared in: rows and columns, of all and of the group. */
  const compared = (scores: M, targets: M): readonly M[] => {
    const group = same(targets, ways, groups);
    const others = t.subtract(group, t.constant(group.rows, group.columns, 1));
    const within = t.add(scores, t.scale(others, FAR));
    return [scores, within, t.transpose(scores), t.transpose(within)];
  };
  /** The sum over the four ways, each turned back. */
  const together = ([all, within, allBack, withinBack]: readonly M[]): M =>
    t.add(t.add(all!, within!), t.transpose(t.add(allBack!, withinBack!)));
  return {
    value(z, targets) {
      const [a, b] = halves(z);
      const own = same(targets, 0, ways);
      const turned = t.transpose(own);
      const terms = compared(t.matMul(a, b, { transposeB: true }), targets);
      const sum = terms
        .map((s, way) => t.crossEntropy(s, way < 2 ? own : turned))
        .reduce((x, y) => t.add(x, y));
      return t.scale(sum, WEIGHT / a.rows);
    },
    backward(z, targets) {
      const [a, b] = halves(z);
      const own = same(targets, 0, ways);
      const turned = t.transpose(own);
      const factor = WEIGHT / a.rows;
      const shares = compared(t.matMul(a, b, { transposeB: true }), targets).map(t.softmax);
      const errors = shares.map((p, way) => t.subtract(p, way < 2 ? own : turned));
      const d = t.scale(together(errors), factor);
      return {
        dy: t.concatRows([t.matMul(d, b), t.matMul(d, a, { transposeA: true })]),
        tangent(zDot) {
          const [aDot, bDot] = halves(zDot);
          const along = t.matMul(a, bDot, { transposeB: true });
          const sDot = t.matMul(aDot, b, { transposeB: true, plus: along });
          const back = t.transpose(sDot);
          const slopes = shares.map((p, way) => t.softmaxSlope(p, way < 2 ? sDot : back));
          const dDot = t.scale(together(slopes), factor);
          return t.concatRows([
            t.matMul(dDot, b, { plus: t.matMul(d, bDot) }),
            t.matMul(dDot, a, {
              transposeA: true,
              plus: t.matMul(d, aDot, { transposeA: true }),
            }),
          ]);
        },
      };
    },
  };
}
