/**
 * What a lab gives the worker: something that trains one meta-iteration at a time, can be photographed and
 * resumed, and answers questions in between.
 */

import type { Engine, Memory } from '../compute/engine';
import type { Turn } from './turn';

/** New rows of a table, column by column; columns have equal lengths. */
export type Columns = Readonly<Record<string, Float64Array>>;

/** Everything needed to go on from a meta-iteration: plain values and typed arrays. */
export interface Snapshot {
  readonly iteration: number;
}

/** Something a person should know that is no failure: a contender that diverged, say. The page has the words. */
export interface Remark {
  readonly iteration: number;
  /** What it is about: a contender's name. */
  readonly subject: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Experiment {
  readonly iteration: number;
  readonly finished: boolean;
  /** One meta-iteration. Nothing that is asked or photographed in between changes what it computes. */
  advance(turn: Turn): Promise<void>;
  /** Rows recorded since the last call. */
  takeRows(): Columns;
  takeRemarks(): Remark[];
  /** Whether this meta-iteration is one of those that are kept. */
  readonly keepsake: boolean;
  /** Arrays of its own: they are transferred. */
  snapshot(): Promise<Snapshot>;
  /** Changes settings that may change while training. Others in `spec` are ignored. */
  tune(spec: unknown): void;
  /**
   * Answers a question in parts: each holds all that is known so far, and is copied when it is sent. A part takes some
   * 50 ms at most; longer work calls `turn.pause()`. What it throws is told of this question, and the run goes on.
   */
  answer(kind: string, question: unknown, turn: Turn): AsyncGenerator<unknown, void>;
  /** What the engine holds. */
  memory(): Memory;
  /** Milliseconds of training so far, by contender, where that is known. */
  readonly busy?: Readonly<Record<string, number>> | undefined;
  dispose(): void;
}

/** How the contenders of a run are shared out: each part is a run of its own, with fewer contenders. */
export interface Division {
  readonly parts: number;
  /** The contenders of each part. */
  readonly names: readonly (readonly string[])[];
  /** A division by what contenders took, in any unit; null if parts would not be worth evening out. */
  evened(busy: Readonly<Record<string, number>>): Division | null;
  /** The settings of a part. */
  specOf(spec: unknown, part: number): unknown;
  /** What of a snapshot is a part's. */
  split(whole: Snapshot, part: number): Snapshot;
  /** The snapshot of the whole, of those of all parts at one meta-iteration. */
  join(parts: readonly Snapshot[]): Snapshot;
  /** The question to a part, of that to the whole. */
  questionOf(question: unknown, part: number): unknown;
  /** What an answer is of: parts of one key can be put together. */
  keyOf(kind: string, answer: unknown): string;
  merge(kind: string, answers: readonly unknown[]): unknown;
}

/** How a lab is started in the worker. */
export interface ExperimentMaker {
  /** How its contenders can be shared out over at most so many workers; null if there are not two that train. */
  divide?(spec: unknown, most: number): Division | null;
  /**
   * @param spec validated here, whatever its source
   * @param resume a snapshot of a run of the same spec
   */
  create(engine: Engine, spec: unknown, resume: Snapshot | null): Promise<Experiment>;
}

/** Ratio of successive kept meta-iterations: 191 of them in the first million. */
const SPACING = 1.075;

/** Whether `iteration` is one of the log-spaced ones that are kept for time travel. */
export function isKept(iteration: number, spacing = SPACING): boolean {
  if (iteration < 2) return true;
  const slot = (i: number) => Math.floor(Math.log(i) / Math.log(spacing));
  return slot(iteration) !== slot(iteration - 1);
}
