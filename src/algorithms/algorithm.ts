/** What a meta-learner of initialisations is: a direction in which θ moves, and how far. */

import type { Batch, Engine, Learner, Rows } from '../compute/engine';

/** Where an algorithm computes. */
export interface Scope {
  readonly engine: Engine;
  readonly learner: Learner;
}

/** The points of one meta-batch of tasks. */
export interface Episode {
  readonly support: Batch;
  readonly query: Batch;
  /** The support and query points of all tasks, as if of one task. */
  readonly all: Batch;
  /** Shuffled parts of each task's points, one for each inner step, for methods that take them in turn. */
  readonly minibatches: readonly Batch[];
}

/** How a learner adapts to a task: `steps` steps of gradient descent at `rate` (α). */
export interface InnerLoop {
  readonly rate: number;
  readonly steps: number;
}

export interface AlgorithmSettings {
  readonly inner: InnerLoop;
  /** What Reptile takes its inner steps with. */
  readonly reptileOptimizer: 'sgd' | 'adam';
}

/** What the page says of an algorithm. */
export interface Explanation {
  /** Its outer step in TeX, and in words for those who cannot see it. A bar is the mean over tasks. */
  readonly formula: { readonly tex: string; readonly words: string };
  /** What it does, in a sentence or two. */
  readonly idea: string;
  /** What one task costs in one meta-iteration, given the inner steps of the others and those of Reptile. */
  cost(steps: { readonly inner: number; readonly reptile: number }): string;
  /** Authors, year and arXiv number; empty for what needs no source. */
  readonly source: string;
}

export interface Algorithm {
  readonly label: string;
  readonly explanation: Explanation;
  /**
   * How the direction is followed. `optimizer`: the outer optimiser with rate β. `interpolation`:
   * θ ← θ − ε · direction, with ε falling to 0 over the run. `none`: θ stays as it was drawn.
   */
  readonly outer: 'optimizer' | 'interpolation' | 'none';
  /** What θ moves against, one row. */
  direction(scope: Scope, theta: Rows, episode: Episode, settings: AlgorithmSettings): Rows;
}

/** "1 gradient", "3 gradients". */
export const times = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;
