/**
 * What is compared in this lab: one object that owns all of itself, from its first weights to what its paper reports.
 * To add one: a line in registry.ts, and its words.
 */

import type { Contender, OwnFields } from '../../../contenders/contender';
import type { State } from '../../../contenders/state';
import type { Turn } from '../../../session/turn';
import type { EpisodeShape } from '../../../tasks/glyphs/episodes';
import type { Glyphs } from '../../../tasks/glyphs/glyphs';
import type { PairShape } from '../../../tasks/glyphs/pairs';
import type { NetworkShape } from '../../kit/embedding/body';
import type { Trained } from './networks';
import type { Tasks } from './points';
import type { PublishedAccuracy, Statistics } from './published';
import type { SharedSpec } from './sharedFields';
import type { Workplace } from './workplace';

/** Tasks before a method. */
export interface Work<Own> {
  readonly place: Workplace;
  readonly spec: SharedSpec;
  readonly own: Own;
  /** What it starts with: the part of its state that it uses on a new task. */
  readonly state: State;
  readonly tasks: Tasks;
  readonly statistics: Statistics;
  /** Whether to answer after every step, or after the last one alone. */
  readonly every: boolean;
  readonly turn: Turn;
}

export interface Classified {
  /** Probabilities, row-major [tasks, query points, ways], after 0, 1, … steps; one for methods that do not adapt. */
  readonly steps: readonly Float32Array[];
  /** Embeddings of support, then query points of each task, row-major [tasks, points, width], for those that embed. */
  readonly embedded: Float32Array | null;
  /** The same with query points as they were before they read the support set, for those whose query points do. */
  readonly unread?: Float32Array;
}

/** How a method is trained, and what is kept of it. */
export interface Training<Own> {
  // biome-ignore lint/suspicious/noExplicitAny: what it draws is its own
  readonly contender: Contender<any, any>;
  learner(spec: SharedSpec, glyphs: Glyphs, own: Own): Trained;
  /** The tasks of a meta-iteration. */
  readonly shape?: (spec: SharedSpec, own: Own) => EpisodeShape;
  /** Where it learns from pairs of drawings instead. */
  readonly pairs?: (spec: SharedSpec, own: Own) => PairShape;
  /** Where there are none: how many drawings of all training characters. */
  readonly mixed?: (own: Own) => number;
  /** Its inner steps in training, where they are not those of the settings. */
  readonly innerSteps?: ((spec: SharedSpec, own: Own) => number) | undefined;
  /** Lengths of the rows that it has beside θ, by name, where they are not as long as θ. */
  readonly beside?: Readonly<Record<string, number>> | undefined;
  /** The part of its weights that it uses on a new task: but for a classifier's they fit tasks of any ways. */
  readonly keeps: 'classifier' | 'body' | 'all';
  /** Numbers in θ, of one that keeps all. */
  readonly count?: (shape: NetworkShape) => number;
  /** Moments that it goes on with on a new task. */
  readonly carries: readonly string[];
  /** Tasks for which files are shipped in public/checkpoints; ways and shots that are left out may be any. */
  readonly shipped: readonly { readonly ways?: number; readonly shots?: number }[];
  /** How what is shipped was trained, where that differs from its preset. */
  readonly recipe: Partial<SharedSpec>;
}

export interface Method<Own = object> {
  /** Settings that it alone has; a spec names them after it: `reptileSteps`. */
  readonly fields: OwnFields<Own>;
  /** Settings that it reads of those that some methods share. */
  readonly reads: readonly (keyof SharedSpec)[];
  /** What it does, in TeX. */
  readonly formula: string;
  /** Null for one that learns nothing beforehand. */
  readonly training: Training<Own> | null;
  /** How its paper normalises queries; null for one that normalises nothing. */
  readonly statistics: Statistics | null;
  /** Whether its probabilities say how sure it is. */
  readonly sure: boolean;
  /** How it compares embedded drawings, if it does; with `prototypes` the means are worth showing. */
  readonly embeds: 'prototypes' | 'points' | null;
  readonly published: readonly PublishedAccuracy[];
  /** The weights that it begins with; null if it has none. */
  initial(spec: SharedSpec, glyphs: Glyphs, own: Own): Float32Array | null;
  /** Steps that it takes on a new task. */
  steps(spec: SharedSpec, own: Own): number;
  classify(work: Work<Own>): Promise<Classified>;
}

// biome-ignore lint/suspicious/noExplicitAny: methods with settings of every kind stand in one registry
export type AnyMethod = Method<any>;

/** Whether its weights fit tasks of any ways. */
export const fitsAnyWays = (training: Pick<Training<never>, 'keeps'> | null): boolean =>
  training !== null && training.keeps !== 'classifier';

/** A method that begins every task as it was born. */
export const untrained = <Own>(method: Method<Own>): Method<Own> => ({ ...method, training: null });

/** How a method normalises queries, by the setting. */
export function statisticsOf(
  { statistics }: Pick<AnyMethod, 'statistics'>,
  { statistics: wanted }: Pick<SharedSpec, 'statistics'>,
): Statistics {
  if (statistics === null) return 'inductive';
  return wanted === 'paper' ? statistics : wanted;
}
