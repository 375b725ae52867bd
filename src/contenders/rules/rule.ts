/** What turns gradients into updates: an optimiser, whether somebody wrote it or it was learned. All are run alike. */

import type { Engine, Learner } from '../../compute/engine';
import type { Problems } from '../../tasks/quadratic';
import type { OwnFields } from '../contender';

/** Problems on an engine, for optimisers to run on. */
export interface Course {
  readonly engine: Engine;
  readonly learner: Learner;
  readonly problems: Problems;
}

/** f of every problem after 0, 1, … `steps` updates, one array at a time. */
export type Losses = AsyncGenerator<Float32Array, void>;

/** A rule at work: it remembers the gradients that it was given. */
export interface Updates {
  /** The update of every coordinate, for its gradient. */
  next(gradients: Float64Array): Promise<Float64Array>;
  /** Releases what it holds. */
  release(): void;
}

/**
 * @typeParam Given what it runs with: a rate, or what it has learned
 * @typeParam Own its own settings
 */
export interface Rule<Given, Own = object> {
  /** Settings that it alone has; a spec names them after it. */
  readonly fields: OwnFields<Own>;
  /** Its update, in TeX. Its words stand in the catalogues. */
  readonly formula: string;
  run(course: Course, given: Given, steps: number): Losses;
  /** Its updates for gradients from elsewhere, so many at once. */
  propose(engine: Engine, given: Given, coordinates: number): Updates;
}
