/** Runs programs on an engine's tensors, without a thought of derivatives. */

import type { Matrices } from '../../networks/program';
import type { Host } from '../learner';
import { type Calculus, compose, type Primitives } from './calculus';

/** Whether sides of these lengths go together: a side of one is repeated. */
const alike = (a: number, b: number): boolean => a === b || a === 1 || b === 1;

export function directly<M extends Matrices>(host: Pick<Host<M>, 'tensors' | 'tidy'>): Calculus<M> {
  const t = host.tensors;
  const repeatColumns = (a: M, columns: number): M =>
    columns === 1 ? a : t.matMul(a, t.constant(1, columns, 1));

  /** Tensors repeat tasks and rows; columns are repeated here. */
  const pairwise =
    (operation: (a: M, b: M) => M) =>
    (a: M, b: M): M => {
      if (!alike(a.rows, b.rows) || !alike(a.columns, b.columns)) {
        const shapes = [a, b].map((m) => `[${m.rows}, ${m.columns}]`);
        throw new RangeError(`${shapes.join(' and ')} do not fit together`);
      }
      const columns = Math.max(a.columns, b.columns);
      const wide = (m: M): M => (m.columns === columns ? m : repeatColumns(m, columns));
      return operation(wide(a), wide(b));
    };
  const add = pairwise(t.add);

  const primitives: Primitives<M> = {
    ...{ add, subtract: pairwise(t.subtract), multiply: pairwise(t.multiply) },
    ...{ greater: pairwise(t.greater), reluSlope: t.reluSlope, tanhSlope: t.tanhSlope },
    ...{ scale: t.scale, constant: t.constant, sumRows: t.sumRows, repeatRows: t.repeatRows },
    ...{ sliceRows: t.sliceRows, sliceColumns: t.sliceColumns },
    ...{ concatRows: t.concatRows, concatColumns: t.concatColumns, transpose: t.transpose },
    ...{ relu: t.relu, tanh: t.tanh, exp: t.exp, log: t.log, reciprocal: t.reciprocal },
    ...{ inverseRoot: t.inverseRoot, softmax: t.softmax, logSoftmax: t.logSoftmax },
    ...{ patches: t.patches, scatterPatches: t.scatterPatches, repeatColumns },
    matMul(a, b, options) {
      const plus = options?.plus;
      if (plus === undefined || plus.tasks <= Math.max(a.tasks, b.tasks)) {
        return t.matMul(a, b, options);
      }
      return add(t.matMul(a, b, { ...options, plus: undefined }), plus);
    },
    sumColumns: (a) => (a.columns === 1 ? a : t.matMul(a, t.constant(a.columns, 1, 1))),
    reshape: (a, rows, columns) => t.reshape(a, a.tasks, rows, columns),
    sigmoid: (a) => add(t.scale(t.tanh(t.scale(a, 0.5)), 0.5), t.constant(1, a.columns, 0.5)),
    detach: (a) => a,
    recomputed: (inputs, body) => host.tidy(() => body(calculus, inputs)),
  };
  const calculus: Calculus<M> = { ...primitives, ...compose(primitives) };
  return calculus;
}
