/**
 * The few dense operations from which layers are made. An engine is an implementation of these;
 * layers, losses and learners are written once, on top.
 */

import type { Rows } from './engine';

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
  /** Sum over rows and columns of each task's squares: [tasks, 1, 1]. */
  sumSquares(a: M): M;
  relu(a: M): M;
  /** z where y > 0, else 0: the slope of ReLU, in terms of its value y, times z. */
  reluSlope(y: M, z: M): M;
  tanh(a: M): M;
  /** (1 − y²) z: the slope of tanh, in terms of its value y, times z. */
  tanhSlope(y: M, z: M): M;
  /** Cuts flat rows into matrices of the given shapes, in order. */
  unpack(rows: Rows, shapes: readonly { readonly rows: number; readonly columns: number }[]): M[];
  /** The inverse of `unpack`. */
  pack(parts: readonly M[]): Rows;
}
