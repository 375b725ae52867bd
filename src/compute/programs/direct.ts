/** Runs programs on an engine's tensors, without a thought of derivatives. */

import type { Matrices } from '../../networks/program';
import type { Host } from '../learner';
import { type Calculus, compose, type Primitives } from './calculus';
import { partsOfKept } from './lstm';

/** Whether sides of these lengths go together: a side of one is repeated. */
const alike = (a: number, b: number): boolean => a === b || a === 1 || b === 1;

export function directly<M extends Matrices>(
  host: Pick<Host<M>, 'tensors' | 'upload' | 'tidy'>,
): Calculus<M> {
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
    ...lstmOn(host),
    detach: (a) => a,
    recomputed: (inputs, body) => host.tidy(() => body(calculus, inputs)),
  };
  const calculus: Calculus<M> = { ...primitives, ...compose(primitives) };
  return calculus;
}

/** The kernels for a step know one task: those of all tasks lie below one another. */
function lstmOn<M extends Matrices>({
  tensors: t,
  upload,
}: Pick<Host<M>, 'tensors' | 'upload'>): Pick<Primitives<M>, 'lstmKept' | 'lstmSlope'> {
  const flat = (m: M): M => t.reshape(m, 1, m.tasks * m.rows, m.columns);
  /** One for each task. */
  const every = (m: M, tasks: number): M => {
    if (m.tasks === tasks) return m;
    const size = tasks * m.rows * m.columns;
    return t.add(upload(new Float32Array(size), tasks, m.rows, m.columns), m);
  };
  return {
    lstmKept(z, cell) {
      const tasks = Math.max(z.tasks, cell.tasks);
      const made = t.lstm(flat(every(z, tasks)), flat(every(cell, tasks)));
      const { rows, columns } = cell;
      const part = (m: M, count = rows): M => t.reshape(m, tasks, count, columns);
      const gates = part(made.gates, 4 * rows);
      return t.concatRows([part(made.hidden), part(made.cell), part(made.cellTanh), gates]);
    },
    lstmSlope(kept, _, cell, d) {
      const tasks = Math.max(kept.tasks, d.tasks);
      const { rows, columns } = cell;
      const parts = partsOfKept(
        { ...t, reshape: (a, r, c) => t.reshape(a, a.tasks, r, c) },
        every(kept, tasks),
        rows,
      );
      const gates = {
        hidden: flat(parts.hidden()),
        cell: flat(parts.cell()),
        cellTanh: flat(parts.cellTanh()),
        gates: flat(parts.gates()),
      };
      const own = every(d, tasks);
      const dHidden = flat(t.sliceRows(own, 0, rows));
      const dCell = flat(t.sliceRows(own, rows, rows));
      const { dz, dBefore } = t.lstmSlope(gates, flat(every(cell, tasks)), dHidden, dCell);
      return t.concatRows([
        t.reshape(dz, tasks, 4 * rows, columns),
        t.reshape(dBefore, tasks, rows, columns),
      ]);
    },
  };
}
