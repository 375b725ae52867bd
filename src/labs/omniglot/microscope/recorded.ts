/** A meta-iteration of a method that was walked, as the page is told of it. */

import type { Walked } from '../../kit/microscope/recorded';
import type { Fitted } from '../../kit/microscope/walk';

/** What the network says with some weights, in the task in focus. */
export interface Fit {
  /** Its losses on the support drawings, and on the query drawings where there are any. */
  readonly support: number;
  readonly query: number | null;
  /** Probabilities of each class for each drawing that it is judged by, row-major [drawings, ways]. */
  readonly probabilities: Float32Array;
}

/** Drawings in sight: those of a task, class by class; of drawings without a task, the first few. */
export interface Drawings {
  readonly ways: number;
  /** Row-major [drawings, PIXELS], ink 1. */
  readonly support: Float32Array;
  readonly query: Float32Array;
  /** The class of each. */
  readonly supportLabels: readonly number[];
  readonly queryLabels: readonly number[];
}

/** How an episode is compared in the space of the network; the query drawing in focus among all. */
export interface Compared {
  readonly how: 'prototypes' | 'cosines';
  /** Support, then query drawings in the plane in which they differ most, row-major [drawings, 2]. */
  readonly plane: Float32Array;
  /** Of the query drawing in focus: with each prototype minus the squared distance, or with each support drawing the cosine. */
  readonly scores: Float32Array;
  /** Its probability of each class, and minus the logarithm of that of its own. */
  readonly probabilities: Float32Array;
  readonly loss: number;
  /** Numbers of an embedding. */
  readonly width: number;
  /** All query drawings of the episode, how many of which are recognised, and their mean loss. */
  readonly queries: number;
  readonly right: number;
  readonly mean: number;
}

export interface Recorded extends Walked<Fitted<Fit>> {
  readonly drawings: Drawings;
  /** At θ, before the first line; null where nothing adapts. */
  readonly start: Fit | null;
  /** Of one that compares. */
  readonly compared: Compared | null;
  /** Drawings, for one that learns from drawings of all characters at once. */
  readonly mixed: number | null;
  /** What θ is moved for: the mean loss on the same drawings, of adapters after adaptation, from θ before and after. */
  readonly before: number;
  readonly after: number;
}
