/** What the page of the regression lab asks its worker, and what it is told. */

import type { AlgorithmName } from '../../algorithms/registry';
import type { Snapshot } from '../../session/experiment';

/** One contender at one meta-iteration. */
export interface ContenderSnapshot {
  readonly name: AlgorithmName;
  readonly theta: Float32Array;
  /** Adam's moments; empty in snapshots kept for looking back only. */
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly updates: number;
  /** The meta-iteration by which it diverged, if it did. */
  readonly diverged: number | null;
}

export interface RegressionSnapshot extends Snapshot {
  readonly contenders: readonly ContenderSnapshot[];
}

/** Initialisations to ask about: those of now, or of a snapshot. */
export type Initialisations = 'now' | RegressionSnapshot;

export type RegressionQuestion =
  | {
      /** Adapt to these points, and predict on the grid after each step. */
      readonly kind: 'adapt';
      readonly at: Initialisations;
      readonly inputs: Float32Array;
      readonly targets: Float32Array;
      readonly grid: Float32Array;
    }
  | {
      /** Adapt to this many held-out tasks, and measure the query loss after each step. */
      readonly kind: 'evaluate';
      readonly at: Initialisations;
      readonly tasks: number;
    };

export interface AdaptAnswer {
  readonly kind: 'adapt';
  readonly iteration: number;
  /** By contender, row-major [steps + 1, grid]. */
  readonly predictions: Readonly<Partial<Record<AlgorithmName, Float32Array>>>;
}

/** Query losses after k = 0 … K steps, over `tasks` held-out tasks. */
export interface LossCurve {
  readonly mean: Float64Array;
  /** Half-widths of the 95% intervals of the means. */
  readonly ci95: Float64Array;
  readonly median: Float64Array;
}

export interface EvaluateAnswer {
  readonly kind: 'evaluate';
  readonly iteration: number;
  readonly tasks: number;
  readonly complete: boolean;
  readonly curves: Readonly<Partial<Record<AlgorithmName, LossCurve>>>;
}

export type RegressionAnswer = AdaptAnswer | EvaluateAnswer;
