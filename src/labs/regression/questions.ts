/** What the page of the regression lab asks its worker, and what it is told. */

import type { SavedState } from '../../contenders/state';
import type { Snapshot } from '../../session/experiment';
import { type Answer, type At, question } from '../kit/questions';
import type { ContenderName } from './methods';

/** One contender at one meta-iteration. */
export interface ContenderSnapshot extends SavedState {
  readonly name: ContenderName;
  /** Its weights when they were last known to be finite; left out in snapshots kept for looking back only. */
  readonly good: SavedState['weights'] | null;
  /** The meta-iteration by which it diverged, if it did. */
  readonly diverged: number | null;
}

export interface RegressionSnapshot extends Snapshot {
  readonly contenders: readonly ContenderSnapshot[];
}

/** Adapt to these points, and predict on the grid after each step. */
export interface AdaptQuestion {
  readonly at: At<RegressionSnapshot>;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  readonly grid: Float32Array;
}

export interface AdaptAnswer extends Answer {
  /** By contender, row-major [steps + 1, grid]. */
  readonly predictions: Readonly<Partial<Record<ContenderName, Float32Array>>>;
}

/** Adapt to this many held-out tasks, and measure the query loss after each step. */
export interface EvaluateQuestion {
  readonly at: At<RegressionSnapshot>;
  readonly tasks: number;
}

/** Query losses after k = 0 … K steps, over `tasks` held-out tasks; see `runaways.ts` for what ran away. */
export interface LossCurve {
  readonly mean: Float64Array;
  /** Half-widths of the 95% intervals of the means. */
  readonly ci95: Float64Array;
  readonly median: Float64Array;
  /** Tasks that have run away by then: mean and interval are of the others. */
  readonly ranAway: Float64Array;
}

export interface EvaluateAnswer extends Answer {
  readonly tasks: number;
  readonly complete: boolean;
  readonly curves: Readonly<Partial<Record<ContenderName, LossCurve>>>;
}

/** How long a meta-iteration takes, of what is in sight: it is timed from where the run is, as long as any other. */
export interface PaceQuestion {
  readonly at: 'now' | Snapshot;
}

/** What one meta-iteration costs each contender, measured anew. */
export interface PaceAnswer extends Answer {
  readonly seconds: Readonly<Partial<Record<ContenderName, number>>>;
}

export const questions = {
  adapt: question<AdaptQuestion, AdaptAnswer>(),
  evaluate: question<EvaluateQuestion, EvaluateAnswer>(),
  pace: question<PaceQuestion, PaceAnswer>(),
};
export type RegressionQuestions = typeof questions;
