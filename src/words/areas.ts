/** The areas of the page's words, and what each holds: English is the measure of every language. Types alone. */

import type { about } from './en/about';
import type { bowls } from './en/bowls';
import type { characters } from './en/characters';
import type { contenders } from './en/contenders';
import type { field } from './en/field';
import type { figures } from './en/figures';
import type { files } from './en/files';
import type { frame } from './en/frame';
import type { hall } from './en/hall';
import type { lake } from './en/lake';
import type { lessons } from './en/lessons';
import type { limit } from './en/limit';
import type { loops } from './en/loops';
import type { memory } from './en/memory';
import type { microscope } from './en/microscope';
import type { offline } from './en/offline';
import type { omniglot } from './en/omniglot';
import type { omniglotHow } from './en/omniglotHow';
import type { optimizers } from './en/optimizers';
import type { ownTask } from './en/ownTask';
import type { papers } from './en/papers';
import type { pictures } from './en/pictures';
import type { pins } from './en/pins';
import type { python } from './en/python';
import type { reading } from './en/reading';
import type { regression } from './en/regression';
import type { root } from './en/root';
import type { runs } from './en/runs';
import type { seeds } from './en/seeds';
import type { seen } from './en/seen';
import type { share } from './en/share';
import type { shown } from './en/shown';
import type { spec } from './en/spec';
import type { stories } from './en/stories';

export interface Words {
  readonly frame: typeof frame;
  readonly spec: typeof spec;
  /** Those that are everybody's, and those of labs that are here. */
  readonly contenders: typeof contenders &
    (typeof optimizers)['contenders'] &
    (typeof omniglot)['contenders'] &
    (typeof memory)['contenders'];
  readonly about: typeof about;
  readonly characters: typeof characters;
  readonly root: typeof root;
  readonly regression: typeof regression;
  readonly reading: typeof reading;
  readonly limit: typeof limit;
  readonly seen: typeof seen;
  readonly ownTask: typeof ownTask;
  readonly seeds: typeof seeds;
  readonly optimizers: typeof optimizers;
  readonly omniglot: typeof omniglot;
  readonly omniglotHow: typeof omniglotHow;
  readonly memory: typeof memory;
  readonly lake: typeof lake;
  readonly files: typeof files;
  readonly figures: typeof figures;
  readonly stories: typeof stories;
  readonly papers: typeof papers;
  readonly pins: typeof pins;
  readonly loops: typeof loops;
  readonly microscope: typeof microscope;
  readonly lessons: typeof lessons;
  readonly bowls: typeof bowls;
  readonly pictures: typeof pictures;
  readonly hall: typeof hall;
  readonly offline: typeof offline;
  readonly field: typeof field;
  readonly runs: typeof runs;
  readonly python: typeof python;
  readonly shown: typeof shown;
  readonly share: typeof share;
}

export type Area = keyof Words;
/** What the catalogue of each area holds. */
export type Areas = Omit<Words, 'contenders'> & { readonly contenders: typeof contenders };
/** Loads the catalogue of an area. */
export type LoadArea = <A extends Area>(area: A) => Promise<Areas[A]>;
