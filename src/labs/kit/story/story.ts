/**
 * A story: scenes that each put the lab into a state, ask for one act at one control, wait for it, and say what was seen.
 * A scene has an address (`story=3`); the lab stays open to everything else meanwhile.
 */

import type { Snapshot } from '../../../session/experiment';
import type { RunState } from '../../../session/run';
import type { Words } from '../../../words/words';

/** Controls that a scene can point to: elements with this `data-part`. */
export type Part =
  | 'train'
  | 'steps'
  | 'task'
  | 'told'
  | 'compare'
  | 'hero'
  | 'surface'
  | 'score'
  | 'settings'
  | 'walk'
  | 'heldOut';

/** What a scene sees of its lab. */
export interface Sight<S> {
  readonly lab: S;
  /** Meta-iterations that were trained. */
  readonly iteration: number;
  readonly training: boolean;
}

export const sightOf = <S>(lab: S, { iteration, phase }: RunState<Snapshot>): Sight<S> => ({
  lab,
  iteration,
  training: phase === 'training',
});

export interface Scene<L, S> {
  /** In the catalogue. */
  readonly name: string;
  readonly part: Part;
  /** What is brought into sight when the scene begins. Runs stay as they are. */
  begin?(lab: L): void;
  /** What is asked for, done for whoever would rather watch. */
  act(lab: L): void;
  /** Whether it was done, since the scene began. */
  done(now: Sight<S>, then: Sight<S>): boolean;
  /** What was seen, of the numbers of now; null where they do not bear it out, or are not there yet. */
  seen(words: Words, now: Sight<S>): string | null;
}

export type Story<L, S> = readonly Scene<L, S>[];

/** Labs that have one, as the catalogue of stories calls them. */
export type StoryName = 'regression' | 'optimizers' | 'omniglot' | 'memory';
