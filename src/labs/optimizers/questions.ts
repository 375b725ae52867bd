/** What the page of the optimizer lab asks its worker, and what it is told. */

import type { Snapshot } from '../../session/experiment';
import type { SurfaceName } from '../../tasks/surfaces';
import { type Answer, type At, question } from '../kit/questions';
import type { FamilyName, OptimizerView } from './fields';
import type { Insight } from './insight';
import type { Recorded } from './microscope/recorded';
import type { Curves } from './race';
import type { RacerName, TrainedName } from './racers';
import type { TrainedSnapshot } from './training';
import type { Grids, Tried } from './tuning';

export interface OptimizerSnapshot extends Snapshot {
  readonly trained: readonly TrainedSnapshot[];
}

/** Which learned optimisers a question is about: a snapshot's, or of the run of now those of now or the best so far. */
export interface About {
  readonly at: At<OptimizerSnapshot>;
  readonly shown: OptimizerView['shown'];
}

export interface RaceQuestion extends About {
  readonly family: FamilyName;
  readonly steps: number;
  readonly problems: number;
}

export interface RaceAnswer extends Answer, Pick<About, 'shown'> {
  /** The meta-iteration that each learned optimiser is of: an earlier one, where the best is in sight. */
  readonly of: Readonly<Record<TrainedName, number>>;
  readonly family: FamilyName;
  readonly problems: number;
  readonly complete: boolean;
  /** Null while rates are being tuned. */
  readonly grids: Grids | null;
  /** How far that is; null before and after. */
  readonly tuning: Tried | null;
  /** Of those that have finished. */
  readonly curves: Curves;
  /** Of the learned optimisers of now, where the best in sight are others. */
  readonly present: Curves;
}

export interface SurfaceQuestion extends About {
  readonly surface: SurfaceName;
  readonly start: readonly [number, number];
  readonly steps: number;
}

export interface SurfaceAnswer extends Answer {
  readonly surface: SurfaceName;
  /** x, y after 0 … steps updates, interleaved, of those that can run on it. */
  readonly paths: Readonly<Partial<Record<RacerName, Float64Array>>>;
}

export interface InsightQuestion extends About {
  readonly name: TrainedName;
}

export type InsightAnswer = Answer & Insight;

export interface TraceQuestion {
  readonly name: TrainedName;
  /** The one in focus. */
  readonly problem: number;
}

export interface TraceAnswer extends Answer {
  readonly name: TrainedName;
  readonly problem: number;
  readonly recorded: Recorded | null;
}

export const questions = {
  race: question<RaceQuestion, RaceAnswer>(),
  surface: question<SurfaceQuestion, SurfaceAnswer>(),
  insight: question<InsightQuestion, InsightAnswer>(),
  trace: question<TraceQuestion, TraceAnswer>(),
};
export type OptimizerQuestions = typeof questions;
