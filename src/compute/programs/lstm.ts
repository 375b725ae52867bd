/**
 * A step of a long short-term memory as one operation: engines have kernels for its value and its gradient, and what moves is
 * computed by what it is made of.
 *
 * An operation has one output, so what is kept of a step lies below one another, of one width: its hidden values, its cells,
 * their tanh, and its gates, each row of which makes four.
 */

import type { Body, Matrices, Operations } from '../../networks/program';

type Cutting<M extends Matrices> = Pick<Operations<M>, 'sliceRows' | 'reshape'>;

/** Rows that are kept for each row of a step. */
export const KEPT = 7;
/** Rows of its slope. */
export const SLOPE = 5;

/** Parts of what is kept, of a step with so many rows. */
export const partsOfKept = <M extends Matrices>(o: Cutting<M>, kept: M, rows: number) => {
  const part = (n: number) => (): M => o.sliceRows(kept, n * rows, rows);
  return {
    hidden: part(0),
    cell: part(1),
    cellTanh: part(2),
    gates: (): M => o.reshape(o.sliceRows(kept, 3 * rows, 4 * rows), rows, 4 * kept.columns),
  };
};

/** Parts of a slope, by what goes into the gates. */
export const partsOfSlope = <M extends Matrices>(
  o: Cutting<M>,
  slope: M,
  { rows, columns }: Matrices,
) => ({
  dz: (): M => o.reshape(o.sliceRows(slope, 0, 4 * rows), rows, columns),
  dCell: (): M => o.sliceRows(slope, 4 * rows, rows),
});

const cut = <M extends Matrices>(o: Operations<M>, gates: M): [M, M, M, M] => {
  const width = gates.columns / 4;
  const gate = (n: number): M => o.sliceColumns(gates, n * width, width);
  return [gate(0), gate(1), gate(2), gate(3)];
};

/** Each row of four gates as four rows. */
const asRows = <M extends Matrices>(o: Operations<M>, gates: readonly M[]): M => {
  const { rows, columns } = gates[0]!;
  return o.reshape(o.concatColumns(gates), 4 * rows, columns);
};

function step<M extends Matrices>(o: Operations<M>, z: M, before: M) {
  const [zi, zf, zg, zo] = cut(o, z);
  const [i, f, g, out] = [o.sigmoid(zi), o.sigmoid(zf), o.tanh(zg), o.sigmoid(zo)];
  const cell = o.add(o.multiply(f, before), o.multiply(i, g));
  return { i, f, g, out, cell, cellTanh: o.tanh(cell) };
}

/** `lstmKept` of z and the cells before, in other operations. */
export const keptBody: Body = (o, [z, before]) => {
  const { i, f, g, out, cell, cellTanh } = step(o, z!, before!);
  const gates = asRows(o, [i, f, g, out]);
  return [o.concatRows([o.multiply(out, cellTanh), cell, cellTanh, gates])];
};

/** `lstmSlope` of z, the cells before and the gradient with respect to what is kept, in other operations. */
export const slopeBody: Body = <M extends Matrices>(
  o: Operations<M>,
  [z, before, d]: readonly M[],
): M[] => {
  const { rows } = z!;
  const { i, f, g, out, cellTanh } = step(o, z!, before!);
  const [dHidden, dAfter] = [o.sliceRows(d!, 0, rows), o.sliceRows(d!, rows, rows)];
  const bySigmoid = (a: M, y: M): M => o.multiply(a, o.subtract(y, o.multiply(y, y)));
  const byTanh = (a: M, y: M): M => o.subtract(a, o.multiply(a, o.multiply(y, y)));
  const dCell = o.add(dAfter, byTanh(o.multiply(dHidden, out), cellTanh));
  const dz = asRows(o, [
    bySigmoid(o.multiply(dCell, g), i),
    bySigmoid(o.multiply(dCell, before!), f),
    byTanh(o.multiply(dCell, i), g),
    bySigmoid(o.multiply(dHidden, cellTanh), out),
  ]);
  return [o.concatRows([dz, o.multiply(dCell, f)])];
};
