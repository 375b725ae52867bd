/**
 * Runs a program and remembers what was applied to what. Gradients are computed on the same tape, so that they have
 * tangents too: a gradient's tangent along a direction is an exact Hessian-vector product.
 */

import type { Body, Matrices } from '../../networks/program';
import { type Calculus, compose, type Primitives } from './calculus';
import { lstmRules } from './lstmRules';
import { type Factors, type Part, type Rule, rules } from './rules';

/** A value on a tape. */
export interface Traced<M extends Matrices> extends Matrices {
  readonly value: M;
  /** How it came about; null for what does not depend on a variable, and for variables. */
  readonly made: { readonly rule: Rule; readonly inputs: readonly Traced<M>[] } | null;
  /** Its place on the tape; −1 for what does not depend on a variable. */
  readonly place: number;
  /** Whether something on the tape was made of it. */
  used: boolean;
}

/** What a gradient is the sum of: whole ones, products, and ones of parts. */
interface Gathered<M> {
  whole: M | null;
  readonly products: Factors<M>[];
  readonly parts: { readonly part: Part; readonly d: M }[];
}

export interface Tape<M extends Matrices> extends Calculus<Traced<M>> {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: its operations are assigned in the constructor
export class Tape<M extends Matrices> {
  private readonly made: Traced<M>[] = [];

  /** @param base what computes the values */
  constructor(private readonly base: Calculus<M>) {
    const own = primitivesOn(base, (inputs, value, rule) => this.note(inputs, value, rule), this);
    Object.assign(this, own, compose(own));
  }

  /** A value to differentiate with respect to. */
  variable(value: M): Traced<M> {
    return this.put(value, null);
  }

  /** A value that does not move. */
  constantly(value: M): Traced<M> {
    const { tasks, rows, columns } = value;
    return { tasks, rows, columns, value, made: null, place: -1, used: true };
  }

  /** Gradients of the sum of d ∘ output, on this tape; null for what it does not depend on. */
  gradients(
    output: Traced<M>,
    d: Traced<M>,
    of: readonly Traced<M>[],
  ): readonly (Traced<M> | null)[] {
    const gathered = new Map<Traced<M>, Gathered<Traced<M>>>();
    const to = (node: Traced<M>): Gathered<Traced<M>> => {
      let own = gathered.get(node);
      if (own === undefined) {
        own = { whole: null, products: [], parts: [] };
        gathered.set(node, own);
      }
      return own;
    };
    const give = (node: Traced<M>, more: Traced<M>): void => {
      const own = to(node);
      own.whole = own.whole === null ? more : this.add(own.whole, more);
    };
    if (output.place >= 0) give(output, d);
    for (let place = output.place; place >= 0; place--) {
      const node = this.made[place]!;
      const own = gathered.get(node);
      if (own === undefined || node.made === null) continue;
      const gradient = settled(this, node, own);
      gathered.set(node, { whole: gradient, products: [], parts: [] });
      const { inputs, rule } = node.made;
      if (rule.part !== undefined) {
        to(inputs[0]!).parts.push({ part: rule.part, d: gradient });
        continue;
      }
      const wanted = inputs.map((input) => input.place >= 0);
      const factors = wanted[1] && rule.factors?.({ inputs, output: node }, gradient);
      if (factors) {
        to(inputs[1]!).products.push(factors);
        wanted[1] = false;
      }
      rule.reverse(this, { inputs, output: node }, gradient, wanted).forEach((more, i) => {
        if (more !== null && wanted[i]) give(inputs[i]!, more);
      });
    }
    return of.map((node) => {
      const own = gathered.get(node);
      return own === undefined ? null : settled(this, node, own);
    });
  }

  /** How fast values move, if variables move along `seeds`; null for what does not move. */
  tangents(seeds: ReadonlyMap<Traced<M>, M>, of: readonly Traced<M>[]): readonly (M | null)[] {
    const wanted = new Set<Traced<M>>(of);
    const last = Math.max(-1, ...of.map(({ place }) => place));
    for (let place = last; place >= 0; place--) {
      const node = this.made[place]!;
      if (wanted.has(node)) for (const input of node.made?.inputs ?? []) wanted.add(input);
    }
    const dots = new Map<Traced<M>, M>(seeds);
    for (let place = 0; place <= last; place++) {
      const node = this.made[place]!;
      if (node.made === null || !wanted.has(node)) continue;
      const { inputs, rule } = node.made;
      if (!inputs.some((input) => dots.has(input))) continue;
      const own = inputs.map((input) => dots.get(input) ?? null);
      const at = { inputs: inputs.map(({ value }) => value), output: node.value };
      const dot = rule.forward(this.base, at, own);
      if (dot !== null) dots.set(node, dot);
    }
    return of.map((node) => dots.get(node) ?? null);
  }

  private note(inputs: readonly Traced<M>[], value: M, rule: Rule | null): Traced<M> {
    if (rule === null || inputs.every(({ place }) => place < 0)) return this.constantly(value);
    for (const input of inputs) input.used = true;
    return this.put(value, { rule, inputs });
  }

  private put(value: M, made: Traced<M>['made']): Traced<M> {
    const { tasks, rows, columns } = value;
    const place = this.made.length;
    const node = { tasks, rows, columns, value, made, place, used: false };
    this.made.push(node);
    return node;
  }
}

/** The gradient of a value: the sum of what was gathered, products taken and parts put in their places. */
function settled<M extends Matrices>(
  o: Calculus<M>,
  { rows, columns }: Matrices,
  { whole, products, parts }: Gathered<M>,
): M {
  const sums: M[] = whole === null ? [] : [whole];
  if (products.length > 0) {
    // The sum of products is the product of what is stacked: weights of a scan are as large as what it reads in many steps.
    const stacked = (all: readonly M[]): M => (all.length === 1 ? all[0]! : o.concatRows(all));
    const left = stacked(products.map((factors) => factors.left));
    const right = stacked(products.map((factors) => factors.right));
    sums.push(o.matMul(left, right, { transposeA: true }));
  }
  for (const along of ['rows', 'columns'] as const) {
    let rest = parts
      .filter(({ part }) => part.along === along)
      .sort((a, b) => a.part.from - b.part.from);
    while (rest.length > 0) {
      // Parts that do not overlap are laid side by side.
      const pieces: M[] = [];
      const over: typeof rest = [];
      let at = 0;
      const zeros = (count: number): M =>
        along === 'rows' ? o.constant(count, columns, 0) : o.constant(rows, count, 0);
      for (const piece of rest) {
        const { part, d } = piece;
        if (part.from < at) {
          over.push(piece);
          continue;
        }
        if (part.from > at) pieces.push(zeros(part.from - at));
        pieces.push(d);
        at = part.from + d[along];
      }
      const size = along === 'rows' ? rows : columns;
      if (at < size) pieces.push(zeros(size - at));
      if (pieces.length === 1) sums.push(pieces[0]!);
      else sums.push(along === 'rows' ? o.concatRows(pieces) : o.concatColumns(pieces));
      rest = over;
    }
  }
  return sums.reduce((a, b) => o.add(a, b));
}

/** Rules that are the same wherever they are applied. */
const fixed = {
  ...{ add: rules.add(), subtract: rules.subtract(), multiply: rules.multiply() },
  ...{ square: rules.square(), sumRows: rules.sumRows(), sumColumns: rules.sumColumns() },
  ...{ concatRows: rules.concatRows(), concatColumns: rules.concatColumns() },
  ...{ reshape: rules.reshape(), transpose: rules.transpose(), relu: rules.relu() },
  ...{ reluSlope: rules.reluSlope(), tanh: rules.tanh(), tanhSlope: rules.tanhSlope() },
  ...{ sigmoid: rules.sigmoid(), exp: rules.exp(), log: rules.log() },
  ...{ reciprocal: rules.reciprocal(), inverseRoot: rules.inverseRoot() },
  ...{ softmax: rules.softmax(), logSoftmax: rules.logSoftmax() },
};

/** Of products by whether the first and the second factor are transposed. */
const productRules = (plus: boolean) =>
  [
    [rules.matMul(false, false, plus), rules.matMul(false, true, plus)],
    [rules.matMul(true, false, plus), rules.matMul(true, true, plus)],
  ] as const;
const products = productRules(false);
const productsPlus = productRules(true);

/** The operations on a tape: values are computed by `base`, and noted with the rule of the operation. */
function primitivesOn<M extends Matrices>(
  base: Calculus<M>,
  note: (inputs: readonly Traced<M>[], value: M, rule: Rule | null) => Traced<M>,
  tape: Calculus<Traced<M>>,
): Primitives<Traced<M>> {
  type T = Traced<M>;
  const one = (run: (a: M) => M, rule: Rule) => (a: T) => note([a], run(a.value), rule);
  const two = (run: (a: M, b: M) => M, rule: Rule | null) => (a: T, b: T) =>
    note([a, b], run(a.value, b.value), rule);
  const values = (nodes: readonly T[]): M[] => nodes.map(({ value }) => value);
  return {
    matMul(a, b, { transposeA = false, transposeB = false, plus } = {}) {
      const options = { transposeA, transposeB, plus: plus?.value };
      const value = base.matMul(a.value, b.value, options);
      return plus === undefined
        ? note([a, b], value, products[transposeA ? 1 : 0][transposeB ? 1 : 0])
        : note([a, b, plus], value, productsPlus[transposeA ? 1 : 0][transposeB ? 1 : 0]);
    },
    add: two(base.add, fixed.add),
    subtract: two(base.subtract, fixed.subtract),
    multiply: (a, b) =>
      a === b
        ? note([a], base.multiply(a.value, a.value), fixed.square)
        : note([a, b], base.multiply(a.value, b.value), fixed.multiply),
    scale: (a, factor) => note([a], base.scale(a.value, factor), rules.scale(factor)),
    constant: (rows, columns, value) => note([], base.constant(rows, columns, value), null),
    sumRows: (a) => (a.rows === 1 ? a : note([a], base.sumRows(a.value), fixed.sumRows)),
    sumColumns: (a) =>
      a.columns === 1 ? a : note([a], base.sumColumns(a.value), fixed.sumColumns),
    repeatRows: (a, rows) =>
      rows === 1 ? a : note([a], base.repeatRows(a.value, rows), rules.repeatRows(rows)),
    repeatColumns: (a, columns) =>
      columns === 1
        ? a
        : note([a], base.repeatColumns(a.value, columns), rules.repeatColumns(columns)),
    sliceRows: (a, from, count) =>
      note([a], base.sliceRows(a.value, from, count), rules.sliceRows(from, count)),
    sliceColumns: (a, from, count) =>
      note([a], base.sliceColumns(a.value, from, count), rules.sliceColumns(from, count)),
    concatRows: (parts) => note(parts, base.concatRows(values(parts)), fixed.concatRows),
    concatColumns: (parts) => note(parts, base.concatColumns(values(parts)), fixed.concatColumns),
    reshape: (a, rows, columns) => note([a], base.reshape(a.value, rows, columns), fixed.reshape),
    transpose: one(base.transpose, fixed.transpose),
    relu: one(base.relu, fixed.relu),
    reluSlope: two(base.reluSlope, fixed.reluSlope),
    tanh: one(base.tanh, fixed.tanh),
    tanhSlope: two(base.tanhSlope, fixed.tanhSlope),
    sigmoid: one(base.sigmoid, fixed.sigmoid),
    exp: one(base.exp, fixed.exp),
    log: one(base.log, fixed.log),
    reciprocal: one(base.reciprocal, fixed.reciprocal),
    inverseRoot: (a, epsilon) => note([a], base.inverseRoot(a.value, epsilon), fixed.inverseRoot),
    softmax: one(base.softmax, fixed.softmax),
    logSoftmax: one(base.logSoftmax, fixed.logSoftmax),
    patches: (a, windows) => note([a], base.patches(a.value, windows), rules.patches(windows)),
    scatterPatches: (a, windows) =>
      note([a], base.scatterPatches(a.value, windows), rules.scatterPatches(windows)),
    greater: two(base.greater, null),
    // What computes the values may be a tape itself.
    detach: (a) => note([], base.detach(a.value), null),
    lstmKept: two(base.lstmKept, lstm.lstmKept),
    lstmSlope: (kept, z, cell, d) => {
      const value = base.lstmSlope(kept.value, z.value, cell.value, d.value);
      return note([kept, z, cell, d], value, lstm.lstmSlope);
    },
    recomputed(inputs, body) {
      // One matrix of all results, which are cut out of it again: an operation has one output.
      let shapes: readonly Matrices[] = [];
      const packed: Body = (o, given) => {
        const made = body(o, given);
        shapes = made.map(({ tasks, rows, columns }) => ({ tasks, rows, columns }));
        return [o.concatColumns(made.map((m) => o.reshape(m, 1, m.rows * m.columns)))];
      };
      const value = base.recomputed(values(inputs), packed)[0]!;
      const all = note(inputs, value, recomputing(packed));
      let from = 0;
      return shapes.map(({ rows, columns }) => {
        const own = tape.sliceColumns(all, from, rows * columns);
        from += rows * columns;
        return tape.reshape(own, rows, columns);
      });
    },
  };
}

/** What was recomputed is computed again, on a tape of its own, for each derivative. */
const recomputing = (body: Body): Rule => ({
  forward(o, { inputs }, dots) {
    const moving = dots.flatMap((dot, i) => (dot === null ? [] : [{ dot, i }]));
    if (moving.length === 0) return null;
    const all = [...inputs, ...moving.map(({ dot }) => dot)];
    return o.recomputed(all, (on, given) => {
      const tape = new Tape(on as Calculus<(typeof given)[number]>);
      const own = given.slice(0, inputs.length).map((value) => tape.variable(value));
      const output = body(tape, own)[0]!;
      const seeds = moving.map(({ i }, n) => [own[i]!, given[inputs.length + n]!] as const);
      const [moved] = tape.tangents(new Map(seeds), [output]);
      return [moved ?? on.constant(output.rows, output.columns, 0)];
    })[0]!;
  },
  reverse(o, { inputs }, d, wanted) {
    const places = inputs.flatMap((_, i) => (wanted[i] ? [i] : []));
    const found = o.recomputed([...inputs, d], (on, given) => {
      const tape = new Tape(on as Calculus<(typeof given)[number]>);
      const own = given.slice(0, -1).map((value) => tape.variable(value));
      const output = body(tape, own)[0]!;
      const of = places.map((i) => own[i]!);
      const gradients = tape.gradients(output, tape.constantly(given.at(-1)!), of);
      return gradients.map(
        (gradient, n) => gradient?.value ?? on.constant(of[n]!.rows, of[n]!.columns, 0),
      );
    });
    return inputs.map((_, i) => (wanted[i] ? found[places.indexOf(i)]! : null));
  },
});

const lstm = lstmRules(recomputing);
