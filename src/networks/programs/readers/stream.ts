/**
 * What goes into a learner that reads a stream (Santoro et al. 2016, arXiv 1605.06065, section 2). The points of a task are
 * the steps of one stream; the input of step t is the drawing xₜ, the drawing before and its label: [xₜ, xₜ₋₁, yₜ₋₁], with
 * zeros for what is before the first. It answers with the label of xₜ, before that is told.
 */

import type { Matrices, Operations, Program, Shape } from '../../program';

export interface StreamShape {
  /** Numbers of a drawing. */
  readonly features: number;
  /** Labels that there are. */
  readonly labels: number;
}

/** Numbers in the input of a step. */
export const streamInputs = ({ features, labels }: StreamShape): number => 2 * features + labels;

/** The parts of the input of every step. */
export function partsOf<M extends Matrices>(
  o: Operations<M>,
  { features, labels }: StreamShape,
  x: M,
): { readonly drawing: () => M; readonly before: () => M; readonly told: () => M } {
  return {
    drawing: () => o.sliceColumns(x, 0, features),
    before: () => o.sliceColumns(x, features, features),
    told: () => o.sliceColumns(x, 2 * features, labels),
  };
}

/** A drawing with the label of the one before: what the paper's networks read. */
export function late<M extends Matrices>(o: Operations<M>, shape: StreamShape, x: M): M {
  const { drawing, told } = partsOf(o, shape, x);
  return o.concatColumns([drawing(), told()]);
}

/** A program that reads a stream, in two ways. */
export interface ReaderProgram {
  /** Answers with the scores of the labels. */
  readonly plain: Program;
  /** Answers with these, and beside them with what can be seen within: of streams of so many steps. */
  watched(steps: number): Program;
  /** Answers with these, and beside them with all that a step comes to, part by part. */
  traced(steps: number): Traced;
}

/** A program that shows every quantity of a step. */
export interface Traced {
  readonly program: Program;
  /** By name, in the order in which they stand behind the scores; each row by row. */
  readonly parts: Readonly<Record<string, Shape>>;
}

/** Quantities of a step side by side in one row, as `Traced` has them. */
export const sideBySide = <M extends Matrices>(o: Operations<M>, parts: readonly M[]): M =>
  o.concatColumns(parts.map((part) => o.reshape(part, 1, part.rows * part.columns)));

/** Numbers in all parts together. */
export const widthOf = (parts: Traced['parts']): number =>
  Object.values(parts).reduce((sum, { rows, columns }) => sum + rows * columns, 0);

/** A layer and its biases, as parameters. */
export const layer = (name: string, rows: number, columns: number) => ({
  [name]: { rows, columns },
  [`${name} biases`]: { rows: 1, columns },
});
