/**
 * The derivatives of each operation, forward and in reverse, written in operations: so they apply to themselves.
 *
 * Notation: y = f(a, b, …). A dot marks the derivative along a direction (`aDot`); d is the gradient of a loss with
 * respect to y. Tasks are never summed over: a value that all tasks share has a gradient for each of them.
 */

import type { Windows } from '../../networks/geometry';
import type { Matrices } from '../../networks/program';
import type { Calculus, Primitives } from './calculus';

/** An operation where it was applied. */
export interface Applied<M> {
  readonly inputs: readonly M[];
  readonly output: M;
}

export interface Rule {
  /** The derivative of the output, from those of the inputs; null does not move. */
  forward<M extends Matrices>(
    o: Calculus<M>,
    at: Applied<M>,
    dots: readonly (M | null)[],
  ): M | null;
  /** Gradients with respect to the inputs; those that are not wanted may be null. */
  reverse<M extends Matrices>(
    o: Calculus<M>,
    at: Applied<M>,
    d: M,
    wanted: readonly boolean[],
  ): readonly (M | null)[];
  /** Of a part of its input: where it lies there. Its gradient is put in that place. */
  readonly part?: Part;
  /**
   * Of a product: factors of the gradient with respect to its second input, leftᵀ · right. Those of all products that share
   * an input are multiplied at once, so `reverse` is not asked for it.
   */
  factors?<M extends Matrices>(at: Applied<M>, d: M): Factors<M>;
  /** Whether output and tangent are always numbers of their own, never a look at others; its tangent does not read the output. */
  readonly fresh?: boolean;
}

export interface Factors<M> {
  readonly left: M;
  readonly right: M;
}

export interface Part {
  readonly along: 'rows' | 'columns';
  readonly from: number;
}

/** Rows and columns that were repeated are summed over. */
function sumTo<M extends Matrices>(o: Calculus<M>, d: M, like: Matrices): M {
  const byRows = like.rows === 1 && d.rows > 1 ? o.sumRows(d) : d;
  return like.columns === 1 && d.columns > 1 ? o.sumColumns(byRows) : byRows;
}

/** As many rows and columns as its output has: what moves with one row moves all of them. */
function full<M extends Matrices>(o: Calculus<M>, dot: M, { rows, columns }: Matrices): M {
  const byRows = dot.rows < rows ? o.repeatRows(dot, rows) : dot;
  return dot.columns < columns ? o.repeatColumns(byRows, columns) : byRows;
}

function sum<M extends Matrices>(o: Calculus<M>, ...terms: readonly (M | null)[]): M | null {
  const moving = terms.filter((term) => term !== null);
  return moving.length === 0 ? null : moving.reduce((a, b) => o.add(a, b));
}

type OfOne = <M extends Matrices>(o: Calculus<M>, z: M, at: Applied<M>) => M;

/** An operation of one operand, by its derivative times something, and that derivative's transpose times something. */
const single = (forward: OfOne, reverse: OfOne): Rule => ({
  forward: (o, at, [dot]) => (dot === null || dot === undefined ? null : forward(o, dot, at)),
  reverse: (o, at, d) => [reverse(o, d, at)],
});
/** One whose derivative is its own transpose, as that of every function of single numbers is. */
const pointwise = (slope: OfOne): Rule => single(slope, slope);

const added = (sign: 1 | -1): Rule => ({
  forward(o, { output }, [a, b]) {
    if (a && b) return full(o, sign < 0 ? o.subtract(a, b) : o.add(a, b), output);
    const moving = a ?? (b && sign < 0 ? o.scale(b, -1) : b) ?? null;
    return moving === null ? null : full(o, moving, output);
  },
  reverse: (o, { inputs: [a, b] }, d, [ofA, ofB]) => [
    ofA ? sumTo(o, d, a!) : null,
    ofB ? sumTo(o, sign < 0 ? o.scale(d, -1) : d, b!) : null,
  ],
});

/** y = c ∘ z for a c that says where: the slope of a function, times what is given. */
const sloped = (
  again: <M extends Matrices>(o: Calculus<M>, y: M, z: M) => M,
  /** What the slope's own change adds, per change of y. */
  bend: (<M extends Matrices>(o: Calculus<M>, y: M, z: M) => M) | null,
): Rule => ({
  forward(o, { inputs: [y, z] }, [yDot, zDot]) {
    const bent = bend !== null && yDot ? o.multiply(bend(o, y!, z!), yDot) : null;
    return sum(o, zDot ? again(o, y!, zDot) : null, bent);
  },
  reverse: (o, { inputs: [y, z] }, d, [ofY, ofZ]) => [
    ofY && bend !== null ? sumTo(o, o.multiply(bend(o, y!, z!), d), y!) : null,
    ofZ ? sumTo(o, again(o, y!, d), z!) : null,
  ],
});

const concatenated = (along: Part['along']): Rule => {
  const concat = <M extends Matrices>(o: Calculus<M>, parts: readonly M[]): M =>
    along === 'rows' ? o.concatRows(parts) : o.concatColumns(parts);
  return {
    forward: (o, { inputs }, dots) =>
      dots.every((dot) => dot === null)
        ? null
        : concat(
            o,
            inputs.map(({ rows, columns }, i) => dots[i] ?? o.constant(rows, columns, 0)),
          ),
    reverse(o, { inputs }, d, wanted) {
      let from = 0;
      return inputs.map((input, i) => {
        const count = input[along];
        from += count;
        if (!wanted[i]) return null;
        const at = from - count;
        return along === 'rows' ? o.sliceRows(d, at, count) : o.sliceColumns(d, at, count);
      });
    },
  };
};

const part = (along: Part['along'], from: number, count: number): Rule => ({
  part: { along, from },
  forward(o, _, [dot]) {
    if (!dot) return null;
    return along === 'rows' ? o.sliceRows(dot, from, count) : o.sliceColumns(dot, from, count);
  },
  reverse() {
    throw new Error('the gradient of a part is put in its place');
  },
});

/** Operations whose derivatives need a tape of their own. */
type Fused = 'recomputed' | 'lstmKept' | 'lstmSlope';

/** Operations that have derivatives by a rule written here. */
type Ruled = Exclude<keyof Primitives<Matrices>, 'constant' | 'greater' | 'detach' | Fused>;

/** The rule of each operation, for what it was applied with. */
export const rules = {
  /** @param plus whether something is added to the product */
  matMul: (transposeA: boolean, transposeB: boolean, plus: boolean): Rule => ({
    fresh: !plus,
    forward(o, { inputs: [a, b], output }, [aDot, bDot, plusDot]) {
      const rest = bDot
        ? o.matMul(a!, bDot, { transposeA, transposeB, plus: plusDot ?? undefined })
        : (plusDot ?? undefined);
      if (aDot) return o.matMul(aDot, b!, { transposeA, transposeB, plus: rest });
      return rest === undefined ? null : full(o, rest, output);
    },
    ...(transposeA
      ? {}
      : {
          factors: ({ inputs: [a] }, d) =>
            transposeB ? { left: d, right: a! } : { left: a!, right: d },
        }),
    reverse: (o, { inputs: [a, b, added] }, d, [ofA, ofB, ofAdded]) => [
      !ofA
        ? null
        : transposeA
          ? o.matMul(b!, d, { transposeA: transposeB, transposeB: true })
          : o.matMul(d, b!, { transposeB: !transposeB }),
      !ofB
        ? null
        : transposeB
          ? o.matMul(d, a!, { transposeA: true, transposeB: true })
          : o.matMul(a!, d),
      ofAdded ? sumTo(o, d, added!) : null,
    ],
  }),
  add: () => added(1),
  subtract: () => added(-1),
  multiply: (): Rule => ({
    forward: (o, { inputs: [a, b] }, [aDot, bDot]) =>
      sum(o, aDot ? o.multiply(aDot, b!) : null, bDot ? o.multiply(a!, bDot) : null),
    reverse: (o, { inputs: [a, b] }, d, [ofA, ofB]) => [
      ofA ? sumTo(o, o.multiply(d, b!), a!) : null,
      ofB ? sumTo(o, o.multiply(d, a!), b!) : null,
    ],
  }),
  /** `multiply` by itself. */
  square: () => pointwise((o, z, { inputs: [a] }) => o.scale(o.multiply(a!, z), 2)),
  scale: (factor: number) => pointwise((o, z) => o.scale(z, factor)),
  sumRows: (): Rule => ({
    ...single(
      (o, z) => o.sumRows(z),
      (o, d, { inputs: [a] }) => o.repeatRows(d, a!.rows),
    ),
    fresh: true,
  }),
  sumColumns: () =>
    single(
      (o, z) => o.sumColumns(z),
      (o, d, { inputs: [a] }) => o.repeatColumns(d, a!.columns),
    ),
  repeatRows: (rows: number) =>
    single(
      (o, z) => o.repeatRows(z, rows),
      (o, d) => o.sumRows(d),
    ),
  repeatColumns: (columns: number) =>
    single(
      (o, z) => o.repeatColumns(z, columns),
      (o, d) => o.sumColumns(d),
    ),
  sliceRows: (from: number, count: number) => part('rows', from, count),
  sliceColumns: (from: number, count: number) => part('columns', from, count),
  concatRows: () => concatenated('rows'),
  concatColumns: () => concatenated('columns'),
  reshape: () =>
    single(
      (o, z, { output }) => o.reshape(z, output.rows, output.columns),
      (o, d, { inputs: [a] }) => o.reshape(d, a!.rows, a!.columns),
    ),
  transpose: () => pointwise((o, z) => o.transpose(z)),
  relu: () => pointwise((o, z, { output }) => o.reluSlope(output, z)),
  // ReLU has no second derivative.
  reluSlope: () => sloped((o, y, z) => o.reluSlope(y, z), null),
  tanh: () => pointwise((o, z, { output }) => o.tanhSlope(output, z)),
  tanhSlope: () =>
    sloped(
      (o, y, z) => o.tanhSlope(y, z),
      (o, y, z) => o.scale(o.multiply(y, z), -2),
    ),
  sigmoid: () => pointwise((o, z, { output: y }) => o.multiply(o.subtract(y, o.multiply(y, y)), z)),
  exp: () => pointwise((o, z, { output }) => o.multiply(output, z)),
  log: () => pointwise((o, z, { inputs: [a] }) => o.multiply(o.reciprocal(a!), z)),
  reciprocal: () =>
    pointwise((o, z, { output: y }) => o.scale(o.multiply(o.multiply(y, y), z), -1)),
  inverseRoot: () =>
    pointwise((o, z, { output: y }) =>
      o.scale(o.multiply(o.multiply(o.multiply(y, y), y), z), -0.5),
    ),
  softmax: () =>
    pointwise((o, z, { output: p }) => {
      const pz = o.multiply(p, z);
      return o.subtract(pz, o.multiply(p, o.sumColumns(pz)));
    }),
  logSoftmax: () =>
    single(
      (o, z, { output }) => o.subtract(z, o.sumColumns(o.multiply(o.exp(output), z))),
      (o, d, { output }) => o.subtract(d, o.multiply(o.exp(output), o.sumColumns(d))),
    ),
  patches: (windows: Windows) =>
    single(
      (o, z) => o.patches(z, windows),
      (o, d) => o.scatterPatches(d, windows),
    ),
  scatterPatches: (windows: Windows) =>
    single(
      (o, z) => o.scatterPatches(z, windows),
      (o, d) => o.patches(d, windows),
    ),
} as const satisfies Record<Ruled | 'square', (...given: never[]) => Rule>;
