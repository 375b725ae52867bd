/** What is compared: one object that owns all of itself, from its first weights to what it becomes on a task. */

import type { Batch, Engine, Learner, Predictor, Rows } from '../compute/engine';
import type { Stream } from '../math/rng';
import type { Field } from '../spec/field';
import type { Belief, Points } from '../tasks/task';
import type { State } from './state';
import type { ListingLine, Steps } from './steps';

/** What can be known of tasks before any of their points: their family, and the noise of their targets. */
export interface Known {
  /** Standard deviation of the noise of a target, at least as much as the belief takes it to be. */
  readonly noise: number;
  believes(inputs: Float32Array, targets: Float32Array): Belief;
}

/** Where a contender computes. */
export interface Scope {
  readonly engine: Engine;
  readonly learner: Learner;
  /** For who is told of the tasks. */
  readonly known?: Known;
}

/** How a learner adapts to a task: `steps` steps of gradient descent at `rate` (α). */
export interface InnerLoop {
  readonly rate: number;
  readonly steps: number;
}

/** What all contenders of a lab share in one meta-iteration. */
export interface Settings {
  readonly inner: InnerLoop;
  /** The outer optimiser and its rate (β). */
  readonly outer: { readonly optimizer: 'sgd' | 'adam'; readonly rate: number };
  /** The part of the run that is still to come: 1 at its beginning, 0 at its end. */
  readonly left: number;
}

/**
 * What a meta-iteration can learn from. Everything in it is a function of the seed and the meta-iteration alone, so what a
 * contender draws changes nothing for the others.
 */
export interface Source {
  /** The tasks of this meta-iteration, the same for every contender. */
  readonly tasks: { readonly support: Points; readonly query: Points };
  /** Points of many tasks, as if of one. */
  readonly mixed: Points;
  /** Two drawings of each of many characters, for a loss of pairs, where there are such. */
  readonly pairs?: Points;
  /** Streams of drawings with labels that come late, where there are such: a task is a stream, a point one of its steps. */
  readonly streams?: Points;
  /** The stream of this name in this meta-iteration. */
  random(name: string): Stream;
  /** Uploads points; they are released when the meta-iteration ends. The same points are uploaded once. */
  batch(points: Points): Batch;
}

/** How one answers that reads support points in place of adapting to them: by a network of its own, or by what it knows. */
export interface Reading {
  /** Answers with its mean. */
  readonly mean: Learner;
  /** Answers with mean and spread, side by side. */
  readonly spread: Predictor;
}

/** The settings that a contender alone has. */
export type OwnFields<Own> = { readonly [K in keyof Own]: Field<Own[K]> };

/** What one task costs in one meta-iteration. */
export interface Cost {
  readonly gradients: number;
  readonly products: number;
}

/**
 * @typeParam Own its own settings
 * @typeParam Drawn what a meta-iteration learns from, on the engine
 */
export interface Contender<Own = object, Drawn = unknown> {
  /** Settings that it alone has; a spec names them after it: `reptileSteps`. */
  readonly fields: OwnFields<Own>;
  /** Its outer step, in TeX. A bar is the mean over tasks. Its words stand in the catalogues. */
  readonly formula: string;
  cost(inner: InnerLoop, own: Own): Cost;
  /** Whether it adapts by another rule than gradient descent at the rate of all. */
  readonly ownLoop?: boolean;
  /** Whether it reads support points in place of adapting: it has no inner loop, and `read`. */
  readonly reads?: boolean;
  /** Whether it was told the family of the tasks, and learns nothing: see `Known`. */
  readonly told?: boolean;
  /** Settings to lower if its numbers run away, by their names in a spec or in `fields`; none for one that does not learn. */
  readonly knobs: readonly string[];
  /**
   * Its state before the first meta-iteration.
   *
   * @param theta the initial weights that all contenders share
   * @param random for weights that it alone has
   */
  begin(engine: Engine, theta: Float32Array, own: Own, random: Stream): State;
  /** Draws what it learns from, and only that. */
  draw(source: Source, settings: Settings, own: Own): Drawn;
  /** Its algorithm, line by line: what one meta-iteration passes, most lines more than once. */
  listing(own: Own): readonly ListingLine[];
  /**
   * The state after one meta-iteration, and on the way the lines of the listing. To be run within one `tidy`; the state
   * before is left alone.
   */
  step(scope: Scope, state: State, drawn: Drawn, settings: Settings, own: Own): Steps<State>;
  /**
   * What it becomes on each task of a batch after 0, 1, … K steps: weights of the learner, [tasks or 1, P]. Each is
   * released when the next is asked for, or when nobody asks any more.
   */
  adapt(
    scope: Scope,
    state: State,
    support: Batch,
    inner: InnerLoop,
    own: Own,
  ): Generator<Rows, void>;
  /** Of one that reads support points: it has no inner loop, `adapt` gives its weights once, and these answer. */
  read?(scope: Scope, support: Batch, own: Own): Reading;
}

// biome-ignore lint/suspicious/noExplicitAny: contenders with settings of every kind stand in one registry
export type AnyContender = Contender<any, any>;
