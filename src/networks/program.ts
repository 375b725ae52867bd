/**
 * Networks written as programs: functions over batches of matrices, from a few operations. An engine runs them and
 * differentiates them (`compute/programs/`); what has layers alone is a network (`network.ts`) and computes faster.
 *
 * A program knows one task; all tasks of a batch run through it at once, and nothing of one reaches another.
 */

import type { Windows } from './geometry';

/** A batch of matrices [tasks, rows, columns]; one task stands for all. */
export interface Matrices {
  readonly tasks: number;
  readonly rows: number;
  readonly columns: number;
}

export interface MatMulOptions<M> {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  /** Added to the product; a single row is added to every row. */
  readonly plus?: M | undefined;
}

/** [rows, width], each. */
export interface LstmStep<M> {
  readonly hidden: M;
  readonly cell: M;
}

/** What programs are made of. Two operands may differ where one of them has one task, one row or one column. */
export interface Operations<M extends Matrices> {
  /** op(a) · op(b). */
  matMul(a: M, b: M, options?: MatMulOptions<M>): M;
  add(a: M, b: M): M;
  subtract(a: M, b: M): M;
  multiply(a: M, b: M): M;
  divide(a: M, b: M): M;
  /** factor · a. */
  scale(a: M, factor: number): M;
  /** a + number. */
  shift(a: M, number: number): M;
  /** [1, rows, columns] of one number. */
  constant(rows: number, columns: number, value: number): M;
  /** [tasks, 1, columns]. */
  sumRows(a: M): M;
  /** [tasks, rows, 1]. */
  sumColumns(a: M): M;
  /** [tasks, 1, columns] → [tasks, rows, columns]. */
  repeatRows(a: M, rows: number): M;
  /** [tasks, rows, 1] → [tasks, rows, columns]. */
  repeatColumns(a: M, columns: number): M;
  sliceRows(a: M, from: number, count: number): M;
  sliceColumns(a: M, from: number, count: number): M;
  concatRows(parts: readonly M[]): M;
  concatColumns(parts: readonly M[]): M;
  /** The same numbers of each task in another shape. */
  reshape(a: M, rows: number, columns: number): M;
  transpose(a: M): M;
  relu(a: M): M;
  tanh(a: M): M;
  sigmoid(a: M): M;
  exp(a: M): M;
  /** Natural logarithm, of positive numbers. */
  log(a: M): M;
  /** 1 / a. */
  reciprocal(a: M): M;
  /** 1 / √(a + epsilon). */
  inverseRoot(a: M, epsilon: number): M;
  /** e^a / Σ e^a in each row. */
  softmax(a: M): M;
  /** a − log Σ e^a in each row. */
  logSoftmax(a: M): M;
  /** Each column less its mean over the rows, divided by √(its variance + epsilon). */
  standardise(a: M, epsilon: number): M;
  /** Cosines of the rows of a, [n, d], with those of b, [m, d]: [n, m]. A row of zeros has cosine 0 with all. */
  cosines(a: M, b: M): M;
  /**
   * A step of a long short-term memory: from what goes into its gates, [rows, 4 width] as input, forget, candidate and output
   * gate, and its cells before, [rows, width].
   */
  lstm(z: M, cell: M): LstmStep<M>;
  /** What lies in each window of images, a row for each; a convolution is a product with these. */
  patches(a: M, windows: Windows): M;
  /** The transpose of `patches`. */
  scatterPatches(a: M, windows: Windows): M;
  /** 1 where a > b, else 0. Its derivative is zero. */
  greater(a: M, b: M): M;
  /** a, taken as a constant: derivatives do not see where it comes from. */
  detach(a: M): M;
  /**
   * What `body` makes of `inputs`, keeping nothing of what lies between: derivatives compute that anew. Long scans need
   * memory for the steps of one segment at a time, and half as much time again.
   */
  recomputed(inputs: readonly M[], body: Body): readonly M[];
}

/** A part of a program. It must make the same of the same inputs, whoever runs it. */
export type Body = <M extends Matrices>(o: Operations<M>, inputs: readonly M[]) => readonly M[];

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** A network as a program. */
export interface Program {
  /** Numbers in the input of one point. */
  readonly inputs: number;
  /** Numbers in the output of one point, and in its target. */
  readonly outputs: number;
  /** By name, in the order in which they lie in the flat vector. */
  readonly parameters: Readonly<Record<string, Shape>>;
  /** The parameter that each layer begins with, by name: biases and the like are of the layer before them. */
  readonly layers: readonly string[];
  /**
   * @param p the parameters by name
   * @param x [points, inputs]; what the points are to each other (a set, a sequence) is the program's own matter
   * @param set other points, inputs and targets side by side, for a program that reads such: it answers in their light
   * @returns [points, outputs]
   */
  run<M extends Matrices>(o: Operations<M>, p: Readonly<Record<string, M>>, x: M, set?: M): M;
}

/** Numbers in the parameters of a program. */
export const programSize = ({ parameters }: Program): number =>
  Object.values(parameters).reduce((sum, { rows, columns }) => sum + rows * columns, 0);

/** Where layers begin in the flat vector. */
export function programLayerOffsets({ layers, parameters }: Program): number[] {
  let offset = 0;
  return Object.entries(parameters).flatMap(([name, { rows, columns }]) => {
    const own = offset;
    offset += rows * columns;
    return layers.includes(name) ? [own] : [];
  });
}

/** What goes through a scan. */
export interface Scan<M extends Matrices> {
  /** The state before the first step. */
  readonly start: readonly M[];
  /** What each step reads of its own: rows, as many for each step, in order. */
  readonly inputs: M;
  readonly steps: number;
  /** What every step reads, such as weights. */
  readonly given: readonly M[];
  /** Steps of which derivatives keep everything at once; all of them if left out. */
  readonly segment?: number | undefined;
}

type Step = <M extends Matrices>(
  o: Operations<M>,
  state: readonly M[],
  input: M,
  given: readonly M[],
) => { readonly state: readonly M[]; readonly output: M };

/**
 * A state that is carried from step to step.
 *
 * @returns what each step gave, in order
 * @throws RangeError if the inputs are no rows for every step
 */
export function scan<M extends Matrices>(
  o: Operations<M>,
  { start, inputs, steps, given, segment = steps }: Scan<M>,
  step: Step,
): readonly M[] {
  const rows = inputs.rows / steps;
  if (!Number.isInteger(rows) || !Number.isInteger(steps)) {
    throw new RangeError(`${inputs.rows} rows are no ${steps} steps`);
  }
  let state = start;
  const outputs: M[] = [];
  for (let from = 0; from < steps; from += segment) {
    const count = Math.min(segment, steps - from);
    const part: Body = <N extends Matrices>(
      on: Operations<N>,
      [own, ...rest]: readonly N[],
    ): N[] => {
      let carried = rest.slice(0, start.length);
      const fixed = rest.slice(start.length);
      const said: N[] = [];
      for (let t = 0; t < count; t++) {
        const next = step(on, carried, on.sliceRows(own!, t * rows, rows), fixed);
        carried = [...next.state];
        said.push(next.output);
      }
      return [...carried, ...said];
    };
    const own = count < steps ? o.sliceRows(inputs, from * rows, count * rows) : inputs;
    const all = [own, ...state, ...given];
    const made = count < steps ? o.recomputed(all, part) : part(o, all);
    state = made.slice(0, start.length);
    outputs.push(...made.slice(start.length));
  }
  return outputs;
}
