/**
 * The few dense operations from which layers are made. An engine is an implementation of these;
 * layers, losses and learners are written once, on top.
 */

import type { ImageShape, Windows } from '../networks/geometry';
import type { MatMulOptions, Matrices } from '../networks/program';
import type { Rows } from './engine';

export type { MatMulOptions, Matrices };

/** What a long short-term memory keeps of a step. */
export interface LstmGates<M> {
  /** Activated: [1, rows, 4 width]. */
  readonly gates: M;
  /** [1, rows, width], each. */
  readonly cell: M;
  readonly cellTanh: M;
  readonly hidden: M;
}

/** What gates of a cell of weights read: see `gatedCell.ts`. */
export interface GatesRead<M> {
  /** [1, 2, 7]. */
  readonly parameters: M;
  /** [tasks or 1, 1, width]. */
  readonly theta: M;
  /** [tasks, 1, width]. */
  readonly gradient: M;
  /** What gates were before their sigmoid one step ago, [tasks, 2, width]; null for nothing. */
  readonly memory: M | null;
  /** What is the same for all weights, [tasks, 2, 1]. */
  readonly offsets: M;
  /** Of `logSign`; null to read gradients as they are, and nothing in the place of the second number. */
  readonly p: number | null;
}

/** Steps of a cell of weights, as operations. */
export interface GateKernels<M> {
  /** What gates are before and after their sigmoid, [tasks, 2, width] each, and the next weights. */
  step(read: GatesRead<M>): { readonly z: M; readonly gates: M; readonly theta: M };
  /**
   * Gradients with respect to z, the weights and the memory; and sums [tasks, 2, 5] over weights of those with respect to z,
   * times what is read of the gradient (two), the weight, the memory, and 1.
   *
   * @param d with respect to the next weights
   * @param dMemory with respect to z, in what comes later
   */
  slope(
    read: GatesRead<M>,
    gates: M,
    d: M,
    dMemory: M | null,
  ): { readonly dz: M; readonly dTheta: M; readonly dPast: M; readonly sums: M };
  /** The gradient with respect to the learner's gradient. */
  inputs(read: GatesRead<M>, gates: M, dz: M, d: M): M;
}

/** What lies in the windows of images, P = `patches` of them, as a factor of products: written out or not. */
export interface Windowed<M> {
  /** plus + P · filters, a convolution: [tasks, points × windows, filters]. */
  times(filters: M, plus?: M): M;
  /** plus + Pᵀ · dy: [tasks, taps × channels, filters]. */
  transposedTimes(dy: M, plus?: M): M;
}

/** The greatest numbers in the windows of images, [tasks, points × windows, channels], and where they came from. */
export interface Pooled<M> {
  readonly value: M;
  /** What other images have in the same places. */
  take(images: M): M;
  /** The transpose of `take`: images with `d` in those places and zeros around. */
  spread(d: M): M;
}

/** Operands with one task or one row are broadcast. */
export interface Tensors<M extends Matrices> {
  /** op(a) · op(b), task by task. */
  matMul(a: M, b: M, options?: MatMulOptions<M>): M;
  add(a: M, b: M): M;
  subtract(a: M, b: M): M;
  multiply(a: M, b: M): M;
  /** scale · a. */
  scale(a: M, scale: number): M;
  /** Sum over rows: [tasks, 1, columns]. */
  sumRows(a: M): M;
  /** Sum over rows of a ∘ b: [tasks, 1, columns]. */
  sumProducts(a: M, b: M): M;
  /**
   * Each column less its mean over the rows, times `scales` = 1 / √(its variance + epsilon), [tasks, 1, columns]: u; and
   * y = gains ∘ u + shifts, or the ReLU of that.
   */
  normalise(
    a: M,
    gains: M,
    shifts: M,
    epsilon: number,
    rectified: boolean,
  ): { readonly u: M; readonly scales: M; readonly y: M };
  /** d = a, or `reluSlope(y, a)` where there is a y; with its sum over rows and, below it, that of d ∘ u: [tasks, 2, columns]. */
  sumsWith(a: M, u: M, y?: M): { readonly d: M; readonly sums: M };
  /** Σ p ∘ a over the terms [p, a], plus r, with every p and r [tasks, 1, columns]; `reluSlope(y, …)` of it where there is a y. */
  blend(terms: readonly (readonly [M, M])[], r: M, y?: M): M;
  /** [1, rows, columns] of one number. */
  constant(rows: number, columns: number, value: number): M;
  /** [tasks, 1, columns] → [tasks, rows, columns]. */
  repeatRows(a: M, rows: number): M;
  /** Rows from `from` on. */
  sliceRows(a: M, from: number, count: number): M;
  /** The rows of all of these, one after another. */
  concatRows(parts: readonly M[]): M;
  /** Columns from `from` on. */
  sliceColumns(a: M, from: number, count: number): M;
  /** The columns of all of these, side by side. */
  concatColumns(parts: readonly M[]): M;
  /** Rows and columns exchanged. */
  transpose(a: M): M;
  /** The same numbers in another shape. */
  reshape(a: M, tasks: number, rows: number, columns: number): M;
  /**
   * What lies in each window of images, a row for each: [tasks, points × positions, channels] →
   * [tasks, points × windows, taps × channels]. A convolution is a product with these.
   */
  patches(a: M, windows: Windows): M;
  /** The transpose of `patches`: every number is added to where it was taken from. */
  scatterPatches(a: M, windows: Windows): M;
  /** Images, [tasks, points × positions, channels], as a convolution sees them. */
  windowed(images: M, windows: Windows): Windowed<M>;
  /**
   * scatterPatches of Σ dy · filtersᵀ over the terms [dy, filters]: the transpose of `windowed(…).times`, in the images;
   * [tasks, points × positions, channels].
   */
  throughWindows(terms: readonly (readonly [dy: M, filters: M])[], windows: Windows): M;
  /** The greatest of each 2 × 2 positions of images, channel by channel; of equal ones, the first. */
  pooled(images: M, input: ImageShape): Pooled<M>;
  /** Sum over rows and columns of each task's squares: [tasks, 1, 1]. */
  sumSquares(a: M): M;
  relu(a: M): M;
  /** z where y > 0, else 0: the slope of ReLU, in terms of its value y, times z. */
  reluSlope(y: M, z: M): M;
  tanh(a: M): M;
  /** (1 − y²) z: the slope of tanh, in terms of its value y, times z. */
  tanhSlope(y: M, z: M): M;
  exp(a: M): M;
  /** Natural logarithm, of positive numbers. */
  log(a: M): M;
  /** 1 where a > b, else 0. */
  greater(a: M, b: M): M;
  /** 1 / a. */
  reciprocal(a: M): M;
  /** 1 / √(a + epsilon). */
  inverseRoot(a: M, epsilon: number): M;
  /** e^a / Σ e^a in each row. */
  softmax(a: M): M;
  /** a − log Σ e^a in each row. */
  logSoftmax(a: M): M;
  /** p ∘ z − p (p · z) in each row: the slope of softmax, in terms of its value p, times z. */
  softmaxSlope(p: M, z: M): M;
  /** Each task's sum over rows of log Σ e^a − a · target, with targets that sum to one in each row: [tasks, 1, 1]. */
  crossEntropy(a: M, targets: M): M;
  /**
   * The gates of a long short-term memory, from what goes into them.
   *
   * @param z [1, rows, 4 width], as input, forget, candidate and output gate
   * @param cell the cells before, [1, rows, width]
   */
  lstm(z: M, cell: M): LstmGates<M>;
  /** Gradients with respect to z and the cells before, from those of the hidden values and cells after. */
  lstmSlope(gates: LstmGates<M>, before: M, dHidden: M, dCell: M): { dz: M; dBefore: M };
  /** [1, rows, 1] → [1, rows, 2]: (log|a| / p, sign a) where |a| ≥ e⁻ᵖ, else (−1, eᵖ a). */
  logSign(a: M, p: number): M;
  /** The slope of logSign at a, times z [1, rows, 2]. */
  logSignSlope(a: M, p: number, z: M): M;
  /** A cell of weights in one pass; left out, it is made of other operations. */
  readonly gated?: GateKernels<M>;
  /** Cuts flat rows into matrices of the given shapes, in order. */
  unpack(rows: Rows, shapes: readonly { readonly rows: number; readonly columns: number }[]): M[];
  /** The inverse of `unpack`. */
  pack(parts: readonly M[]): Rows;
}
