/**
 * What a program needs in memory for predictions and gradients, known before it runs: its operations on shapes alone.
 * What an inner loop keeps of its steps, and Hessian-vector products, come on top.
 */

import { patchShape, positionsOf } from '../../networks/geometry';
import { type Matrices, type Program, programSize } from '../../networks/program';
import type { Loss } from '../engine';
import { targetCount } from '../losses';
import { type Calculus, compose, type Primitives } from './calculus';
import { lossOf } from './losses';
import { KEPT, SLOPE } from './lstm';
import { Tape } from './tape';

/** Bytes of single precision at the peak, weights and points included. */
export interface Needs {
  readonly prediction: number;
  readonly gradient: number;
}

/** @param tasks that are computed at once, each with weights of its own */
export function needsOf(program: Program, loss: Loss, tasks: number, points: number): Needs {
  const targetWidth = targetCount(loss, program.outputs);
  const given = tasks * (programSize(program) + points * (program.inputs + targetWidth));
  const shape = (rows: number, columns: number): Matrices => ({ tasks, rows, columns });
  const inputs = shape(points, program.inputs);
  const named = <V>(value: (of: Matrices) => V): Readonly<Record<string, V>> =>
    Object.fromEntries(
      Object.entries(program.parameters).map(([name, { rows, columns }]) => [
        name,
        value(shape(rows, columns)),
      ]),
    );
  const bytes = (run: (o: Calculus<Matrices>) => void): number => {
    const { operations, peak } = counted();
    run(operations);
    return 4 * (given + peak());
  };
  return {
    prediction: bytes(
      (o) =>
        void program.run(
          o,
          named((of) => of),
          inputs,
        ),
    ),
    gradient: bytes((o) => {
      const tape = new Tape(o);
      const own = named((of) => tape.variable(of));
      const outputs = program.run(tape, own, tape.constantly(inputs));
      const total = lossOf(tape, loss, outputs, tape.constantly(shape(points, targetWidth)));
      tape.gradients(total, tape.constant(1, 1, 1), Object.values(own));
    }),
  };
}

/** Operations that make shapes, and how many numbers are held at most: until the end, but for what is recomputed. */
function counted(): { readonly operations: Calculus<Matrices>; peak(): number } {
  let [held, most] = [0, 0];
  const make = (tasks: number, rows: number, columns: number): Matrices => {
    held += tasks * rows * columns;
    most = Math.max(most, held);
    return { tasks, rows, columns };
  };
  const same = (a: Matrices): Matrices => make(a.tasks, a.rows, a.columns);
  const both = (a: Matrices, b: Matrices): Matrices =>
    make(
      ...([(m: Matrices) => m.tasks, rowsOf, columnsOf].map((of) =>
        Math.max(of(a), of(b)),
      ) as Three),
    );
  const tasksIn = (parts: readonly Matrices[]): number =>
    Math.max(...parts.map(({ tasks }) => tasks));
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const primitives: Primitives<Matrices> = {
    matMul: (a, b, { transposeA = false, transposeB = false } = {}) =>
      make(
        Math.max(a.tasks, b.tasks),
        transposeA ? a.columns : a.rows,
        transposeB ? b.rows : b.columns,
      ),
    ...{ add: both, subtract: both, multiply: both, greater: both },
    ...{ reluSlope: both, tanhSlope: both, scale: same, relu: same, tanh: same, sigmoid: same },
    ...{ exp: same, log: same, reciprocal: same, inverseRoot: same },
    ...{ softmax: same, logSoftmax: same, detach: (a: Matrices) => a },
    constant: (rows, columns) => make(1, rows, columns),
    sumRows: (a) => make(a.tasks, 1, a.columns),
    sumColumns: (a) => make(a.tasks, a.rows, 1),
    repeatRows: (a, rows) => make(a.tasks, rows, a.columns),
    repeatColumns: (a, columns) => make(a.tasks, a.rows, columns),
    sliceRows: (a, _, count) => make(a.tasks, count, a.columns),
    sliceColumns: (a, _, count) => make(a.tasks, a.rows, count),
    concatRows: (parts) => make(tasksIn(parts), sum(parts.map(rowsOf)), parts[0]!.columns),
    concatColumns: (parts) => make(tasksIn(parts), parts[0]!.rows, sum(parts.map(columnsOf))),
    reshape: (a, rows, columns) => make(a.tasks, rows, columns),
    transpose: (a) => make(a.tasks, a.columns, a.rows),
    patches(a, windows) {
      const down = patchShape(windows);
      const points = a.rows / positionsOf(windows.input);
      return make(a.tasks, points * positionsOf(down), down.channels);
    },
    scatterPatches(a, windows) {
      const points = a.rows / positionsOf(patchShape(windows));
      return make(a.tasks, points * positionsOf(windows.input), windows.input.channels);
    },
    lstmKept: (z, cell) => make(Math.max(z.tasks, cell.tasks), KEPT * cell.rows, cell.columns),
    lstmSlope: (kept, _, cell, d) =>
      make(Math.max(kept.tasks, d.tasks), SLOPE * cell.rows, cell.columns),
    recomputed(inputs, body) {
      const before = held;
      const made = body(operations, inputs);
      held = before;
      return made.map(same);
    },
  };
  const operations: Calculus<Matrices> = { ...primitives, ...compose(primitives) };
  return { operations, peak: () => most };
}

type Three = [number, number, number];
const rowsOf = ({ rows }: Matrices): number => rows;
const columnsOf = ({ columns }: Matrices): number => columns;
