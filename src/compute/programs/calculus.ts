/** The operations of programs with what their derivatives need besides, and those that are made of others. */

import type { Matrices, Operations } from '../../networks/program';
import { partsOfKept } from './lstm';

export interface Calculus<M extends Matrices> extends Operations<M> {
  /** z where y > 0, else 0: the slope of ReLU, in terms of its value y, times z. */
  reluSlope(y: M, z: M): M;
  /** (1 − y²) z: the slope of tanh, in terms of its value y, times z. */
  tanhSlope(y: M, z: M): M;
  /** What a step of an LSTM keeps, as rows: see `lstm.ts`. */
  lstmKept(z: M, cell: M): M;
  /**
   * Gradients with respect to z, as rows of single gates, and to the cells before, below one another; from d, that with
   * respect to what is kept.
   *
   * @param kept which follows from z and the cells before
   */
  lstmSlope(kept: M, z: M, cell: M, d: M): M;
}

/** Operations that are made of others: they have no rules of their own. */
export type Composed = 'divide' | 'shift' | 'standardise' | 'cosines' | 'lstm';
export type Primitives<M extends Matrices> = Omit<Calculus<M>, Composed>;

/** So that a row of zeros has cosine 0 with everything. */
const COSINE_EPSILON = 1e-12;

export const compose = <M extends Matrices>(o: Primitives<M>): Pick<Calculus<M>, Composed> => {
  const unit = (a: M): M =>
    o.multiply(a, o.inverseRoot(o.sumColumns(o.multiply(a, a)), COSINE_EPSILON));
  return {
    divide: (a, b) => o.multiply(a, o.reciprocal(b)),
    shift: (a, number) => o.add(a, o.constant(1, 1, number)),
    standardise(a, epsilon) {
      const mean = (b: M): M => o.scale(o.sumRows(b), 1 / a.rows);
      const centred = o.subtract(a, mean(a));
      return o.multiply(centred, o.inverseRoot(mean(o.multiply(centred, centred)), epsilon));
    },
    cosines: (a, b) => o.matMul(unit(a), unit(b), { transposeB: true }),
    lstm(z, cell) {
      const kept = partsOfKept(o, o.lstmKept(z, cell), z.rows);
      return { hidden: kept.hidden(), cell: kept.cell() };
    },
  };
};
