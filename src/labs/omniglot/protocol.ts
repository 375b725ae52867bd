/** What the page of the Omniglot lab asks its worker, and what it is told. */

import type { Snapshot } from '../../session/experiment';
import type { Glyphs, Split } from '../../tasks/glyphs/glyphs';
import type { Trained } from './methods/training';
import type { MethodName, OmniglotSpec, TrainedName } from './spec';

export interface OmniglotSnapshot extends Snapshot {
  /** Of each method in training; snapshots kept for looking back have the moments of Reptile alone. */
  readonly methods: Readonly<Partial<Record<TrainedName, Trained>>>;
  /** Methods whose weights stopped being numbers. */
  readonly diverged: readonly TrainedName[];
  /** The characters that it was trained on, for a run that goes on; null if any will do. */
  readonly characters: CharactersSeen | null;
}

export interface CharactersSeen {
  readonly source: Glyphs['source'];
  readonly counts: Readonly<Record<Split, number>>;
}

/** Weights that are asked about: those of now, or of a snapshot. */
export type Which = 'now' | OmniglotSnapshot;

/** One task of test characters, classified by every method. */
export interface EpisodeQuestion {
  readonly kind: 'episode';
  readonly which: Which;
  /** The task's number: the same number, seed, ways, shots and queries give the same task. */
  readonly number: number;
}

export interface Classification {
  /** Row-major [query points, ways], after 0, 1, … steps; one for methods that do not adapt. */
  readonly steps: readonly Float32Array[];
  /** Support, then query points in the plane that shows most of their embeddings, [points, 2]; null without. */
  readonly plane: Float32Array | null;
}

export interface EpisodeAnswer {
  readonly kind: 'episode';
  readonly iteration: number;
  readonly number: number;
  readonly source: Glyphs['source'];
  readonly ways: number;
  readonly shots: number;
  readonly statistics: OmniglotSpec['statistics'];
  /** Support drawings, class by class, and query drawings in random order, [points, PIXELS], ink 1. */
  readonly support: Float32Array;
  readonly query: Float32Array;
  /** The class of each query drawing. */
  readonly labels: readonly number[];
  /** The name of each class. */
  readonly names: readonly string[];
  readonly methods: Readonly<Partial<Record<MethodName, Classification>>>;
  /** Milliseconds that each method took, adapting included. */
  readonly times: Readonly<Partial<Record<MethodName, number>>>;
  readonly complete: boolean;
}

/** A drawing to be classified, given others: on its own, whatever the setting of statistics. */
export interface DrawQuestion {
  readonly kind: 'draw';
  readonly which: Which;
  /** Drawings class by class, as many of each, [ways × shots, PIXELS]. */
  readonly support: Float32Array;
  readonly shots: number;
  readonly query: Float32Array;
}

export interface DrawAnswer {
  readonly kind: 'draw';
  readonly iteration: number;
  /** The probability of each class, at the end of adaptation. */
  readonly methods: Readonly<Partial<Record<MethodName, Float32Array>>>;
  /** Milliseconds that each method took to adapt and predict. */
  readonly times: Readonly<Partial<Record<MethodName, number>>>;
  readonly complete: boolean;
}

/** A drawing that is wanted of the set: the characters and their drawings are numbered in an order of their own. */
export interface Wanted {
  /** Where it is to go: index of a support drawing, or −1 for the query. */
  readonly place: number;
  readonly character: number;
  readonly drawing: number;
}

/** Drawings of test characters, for places that nobody wants to draw. */
export interface GivenQuestion {
  readonly kind: 'given';
  readonly wanted: readonly Wanted[];
}

export interface GivenAnswer {
  readonly kind: 'given';
  readonly wanted: readonly Wanted[];
  /** [wanted, PIXELS]. */
  readonly drawings: Float32Array;
  readonly names: readonly string[];
}

/** Accuracy on tasks of test characters. */
export interface AccuracyQuestion {
  readonly kind: 'accuracy';
  readonly which: Which;
  readonly tasks: number;
}

export interface Accuracy {
  readonly mean: number;
  /** Half-width of the 95% interval of the mean over tasks; NaN for fewer than two. */
  readonly ci95: number;
  readonly tasks: number;
}

export interface AccuracyAnswer extends CharactersSeen {
  readonly kind: 'accuracy';
  readonly iteration: number;
  readonly statistics: OmniglotSpec['statistics'];
  readonly ways: number;
  readonly shots: number;
  readonly queries: number;
  readonly wanted: number;
  readonly methods: Readonly<Partial<Record<MethodName, Accuracy>>>;
  readonly complete: boolean;
}

export type OmniglotQuestion = EpisodeQuestion | DrawQuestion | GivenQuestion | AccuracyQuestion;
export type OmniglotAnswer = EpisodeAnswer | DrawAnswer | GivenAnswer | AccuracyAnswer;
