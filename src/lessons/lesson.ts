/**
 * A lesson: scenes of one idea each. A scene is an address of a lab, so that every setting and all that is in sight is said by
 * the words that links have; a question that is asked first; what is then run; and what is said of the numbers of that run.
 */

import type { ComponentType } from 'react';
import type { AnyLab, SharedState } from '../labs/kit/context';
import type { Part, Sight } from '../labs/kit/story/story';
import type { Words } from '../words/words';

/** One of a few answers. None keeps a person from going on. */
export interface Choose<S> {
  readonly kind: 'choose';
  /** In the order in which they are offered; their words are the scene's. */
  readonly options: readonly string[];
  /** The one that the run bears out; null while its numbers are not there. */
  right(now: Sight<S>): string | null;
}

/** A curve that a person draws before it is shown. */
export interface Draw<S> {
  readonly kind: 'draw';
  /** Abscissas, and the ordinate at the top of the plot. */
  readonly at: readonly number[];
  readonly top: number;
  /** The curve as it was, at the same abscissas; null while its numbers are not there. */
  right(now: Sight<S>): readonly number[] | null;
}

/** A few names that a person puts into an order. */
export interface Rank<S> {
  readonly kind: 'rank';
  /** In the order in which they stand at first; their words are the scene's. */
  readonly options: readonly string[];
  /** As the run orders them; null while its numbers are not there. */
  right(now: Sight<S>): readonly string[] | null;
}

/** What the plot of a place is given. */
export interface Placing {
  /** Where a person has put the mark; null where nowhere yet. */
  readonly place: readonly number[] | null;
  /** Where it belongs, once it is told. */
  readonly best: readonly number[] | null;
  /** Null when it is too late. */
  readonly onPlace: ((place: readonly number[]) => void) | null;
}

/** A place that a person puts a mark at. */
export interface Drag<S> {
  readonly kind: 'drag';
  readonly coordinates: 1 | 2;
  /** In which it is put. */
  readonly plot: () => Promise<ComponentType<Placing>>;
  /** Where it belongs; null while that is not known. */
  right(now: Sight<S>): readonly number[] | null;
}

/** Parts of labs that can be out of sight: elements with this `data-part`. */
export type Hidden = 'heldOut' | 'score' | 'accuracy' | 'race';

export type Question<S> = Choose<S> | Draw<S> | Rank<S> | Drag<S>;

/** What is trained before the outcome is told. */
export interface Run {
  /** Pauses at this meta-iteration, */
  readonly until: number;
  /** or after so many seconds, with what there is then. */
  readonly seconds: number;
}

export interface LessonScene<L = AnyLab, S = SharedState> {
  /** In the catalogue. */
  readonly name: string;
  /** Settings and sight, as links have them. */
  readonly address: string;
  /** What is lit until the outcome is told. */
  readonly part?: Part;
  /** What would give the outcome away, out of sight until it is told. */
  readonly hides?: readonly Hidden[];
  /** What would give away the outcome of the next scene. */
  readonly withholds?: readonly Hidden[];
  /** Whether it speaks of what stands below the stage. */
  readonly below?: boolean;
  readonly question?: Question<S>;
  /**
   * The scene of this lesson that was asked about before: its question is asked once more, unless there is one of its own
   * about the same thing; and once it is told, so is what was said then, and what it was.
   */
  readonly again?: string;
  readonly run?: Run;
  /** Brings the outcome into sight, once it is there. */
  reveal?(lab: L): void;
  /** A picture of the lesson's own. */
  readonly picture?: () => Promise<ComponentType<{ readonly revealed: boolean }>>;
  /** The inequality that the outcome relies on; null while its numbers are not there. Tested for five seeds. */
  claim?(now: Sight<S>): boolean | null;
  /** What was seen, of the numbers of now, whether the claim holds or not; null while they are not there. */
  seen?(words: Words, now: Sight<S>): string | null;
}

export type Scenes = readonly LessonScene[];

/** The scenes of a lesson, whichever lab it is taught in. */
export function lessonOf(...scenes: readonly LessonScene<never, never>[]): Scenes {
  const all = scenes as unknown as Scenes;
  return all.map((scene) => {
    const { question } = all.find(({ name }) => name === scene.again) ?? {};
    return question === undefined || scene.question !== undefined ? scene : { ...scene, question };
  });
}
