/** What the page of the optimizer lab asks its worker, and what it is told. */

import type { OptimizerName } from '../../algorithms/optimizers';
import type { Snapshot } from '../../session/experiment';
import type { SurfaceName } from '../../tasks/surfaces';
import type { FamilyName, RacerName } from './spec';

/** The optimiser that did best on validation problems so far. */
export interface Best {
  readonly iteration: number;
  readonly phi: Float32Array;
  /** Mean of log f, plus log of the mean of f, at the end of the horizon: what chose it. */
  readonly score: number;
}

/** Where meta-training stands within its problems. */
export interface Position {
  /** Number of the batch of problems, and steps taken on it. */
  readonly epoch: number;
  readonly step: number;
  readonly theta: Float32Array;
  readonly state: Float32Array;
}

export interface OptimizerSnapshot extends Snapshot {
  readonly phi: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly updates: number;
  readonly best: Best;
  /** Absent in snapshots kept for looking back only. */
  readonly position: Position | null;
}

/** Where a run begins that starts from a trained optimiser: its meta-iteration 0. */
export function snapshotOf(phi: Float32Array): OptimizerSnapshot {
  return {
    iteration: 0,
    phi,
    first: new Float32Array(),
    second: new Float32Array(),
    updates: 0,
    best: { iteration: 0, phi, score: Number.POSITIVE_INFINITY },
    position: null,
  };
}

/** Which learned optimiser a question is about. */
export type Which = 'now' | 'best' | { readonly iteration: number; readonly phi: Float32Array };

export interface RaceQuestion {
  readonly kind: 'race';
  readonly which: Which;
  readonly family: FamilyName;
  readonly steps: number;
  readonly problems: number;
}

export interface SurfaceQuestion {
  readonly kind: 'surface';
  readonly which: Which;
  readonly surface: SurfaceName;
  readonly start: readonly [number, number];
  readonly steps: number;
}

/** What the optimiser proposes for gradients of many sizes, and what it remembers. */
export interface InsightQuestion {
  readonly kind: 'insight';
  readonly which: Which;
}

export type OptimizerQuestion = RaceQuestion | SurfaceQuestion | InsightQuestion;

/** f after 0 … steps updates, over problems. */
export interface RaceCurve {
  readonly mean: Float64Array;
  readonly ci95: Float64Array;
  readonly median: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Problems on which f stopped being a number. */
  readonly lost: number;
}

/** A grid of rates on tuning problems, and the one that was chosen. */
export interface Grid {
  readonly rates: readonly number[];
  /** Mean f at the end; infinite where a problem diverged. */
  readonly means: readonly number[];
  readonly chosen: number;
}

export type Grids = Readonly<Record<OptimizerName, Grid>>;

export interface RaceAnswer {
  readonly kind: 'race';
  readonly iteration: number;
  readonly family: FamilyName;
  readonly problems: number;
  readonly complete: boolean;
  /** Null while rates are being tuned. */
  readonly grids: Grids | null;
  readonly curves: Readonly<Partial<Record<RacerName, RaceCurve>>>;
}

export interface SurfaceAnswer {
  readonly kind: 'surface';
  readonly iteration: number;
  readonly surface: SurfaceName;
  readonly start: readonly [number, number];
  readonly rates: Readonly<Record<OptimizerName, number>>;
  /** x, y after 0 … steps updates, interleaved. */
  readonly paths: Readonly<Record<RacerName, Float64Array>>;
}

/** Updates proposed for each gradient, after a history of steps with one gradient. */
export interface Response {
  readonly history: number;
  readonly updates: Float64Array;
}

export interface InsightAnswer {
  readonly kind: 'insight';
  readonly iteration: number;
  readonly gradients: Float64Array;
  readonly responses: readonly Response[];
  /** One coordinate of one held-out problem: its gradient and update at each step. */
  readonly trace: { readonly gradient: Float64Array; readonly update: Float64Array };
  /** Cells of the last layer over that trace, row-major [steps, units]. */
  readonly cells: Float64Array;
  readonly units: number;
}

export type OptimizerAnswer = RaceAnswer | SurfaceAnswer | InsightAnswer;
