/** The settings of the memory lab, and what of its view is worth a link. */

import { choice, type Fields, integer, type SpecOf, selection, text } from '../../spec/field';
import { commonFields, commonView, sharedOutFields } from '../kit/commonFields';
import { microscopeView } from '../kit/microscope/view';
import { ownFields } from '../kit/ownFields';
import { MOST_BEFORE } from './course';
import { drawnOf, MOST_DRAWN_TEXT } from './drawnText';
import { editsOf } from './editsText';
import { readerNames, readers } from './methods';

export const MOST_WAYS = 15;
/** Characters that a split must have: streams have as many. */
export const LEAST_CHARACTERS = MOST_WAYS;
/** Characters that a stream of the test may have more: labels are letters of one alphabet. */
export const MOST_BEYOND = 10;
/** Drawings of a stream in training at most, and of one that is shown or tested. */
const MOST_TRAINED_LENGTH = 150;
export const MOST_LENGTH = 300;

export const fields = {
  readers: selection(readerNames, { preset: 'offers', hides: true }),

  /** Characters of a stream, N. */
  ways: integer({ min: 2, max: MOST_WAYS }, { group: 'stream' }),
  /** One of as many labels as characters; or a string of five letters, of five each, drawn anew for each character. */
  labels: choice(['onehot', 'strings'], { group: 'stream' }),
  /** Drawings of a stream in training, T, and of one that is shown or tested. */
  length: integer({ min: 5, max: MOST_TRAINED_LENGTH, scale: 'log' }, { group: 'stream' }),
  testLength: integer(
    { min: 5, max: MOST_LENGTH, scale: 'log' },
    { live: 'looking', group: 'stream' },
  ),
  /** Characters that streams have more where they are shown or tested than in training. */
  beyond: integer({ min: 0, max: MOST_BEYOND }, { live: 'looking', group: 'stream' }),
  /** Each drawing of a character drawn anew; or of each character as many, shuffled, which lets labels be counted. */
  order: choice(['independent', 'balanced'], { group: 'stream/more' }),
  /** What of a drawing goes in: what a network that is frozen makes of it, or its pixels. */
  features: choice(['embedding', 'pixels'], { group: 'stream/more' }),
  characters: choice(['omniglot', 'procedural'], { preset: 'keeps', group: 'stream/more' }),

  /** Streams of a meta-iteration. */
  batch: integer({ min: 1, max: 32 }, { group: 'outer' }),
  iterations: integer({ min: 10, max: 100_000, scale: 'log' }, { work: false, group: 'outer' }),
  begin: choice(['scratch', 'checkpoint'], { work: false, preset: 'offers', group: 'outer' }),
  seed: { ...commonFields.seed, group: 'outer' },
  ...ownFields(readers, 'readers'),

  // Addresses end in the last choice.
  workers: { ...sharedOutFields.workers, group: 'engine' },
  engine: { ...commonFields.engine, group: 'engine' },
} satisfies Fields;

export type MemorySpec = SpecOf<typeof fields>;

/** Characters of a stream that is shown or tested. */
export const testWays = ({ ways, beyond }: Pick<MemorySpec, 'ways' | 'beyond'>): number =>
  ways + beyond;

/** Whether networks have no words for the labels of streams that are tested: as many outputs as labels in training. */
export const isMute = ({ labels, beyond }: Pick<MemorySpec, 'labels' | 'beyond'>): boolean =>
  labels === 'onehot' && beyond > 0;

/** The number of the last held-out stream. */
const LAST_STREAM = 999_999;
/** The held-out stream after another; after the last comes the first. */
export const streamAfter = (shown: number): number => (shown >= LAST_STREAM ? 0 : shown + 1);

export const view = {
  ...commonView,
  ...microscopeView,
  /** Number of the held-out stream in sight. */
  stream: integer({ min: 0, max: LAST_STREAM }),
  /** The drawing in sight, from 0. */
  step: integer({ min: 0, max: MOST_LENGTH - 1 }),
  /** Whose inside is in sight. */
  reader: choice(readerNames),
  /** Labels that were told wrongly on purpose. */
  edits: text({ most: 350, fits: (written) => editsOf(written) !== null }),
  /** What a person drew into the stream. */
  drawn: text({ most: MOST_DRAWN_TEXT, fits: (written) => drawnOf(written) !== null }),
  /** Streams that are read before the one in sight with nothing wiped, and of which characters; see `Course`. */
  before: integer({ min: 0, max: MOST_BEFORE }),
  beforeOf: choice(['others', 'relabelled']),
  /** The place from which on labels are others, 0 for none. */
  shuffle: integer({ min: 0, max: MOST_LENGTH - 1 }),
  /** Whether the three lines of reading are shown with the numbers of the drawing in sight. */
  lines: choice(['shut', 'open']),
  /** Whether a person answers first, and sees nobody's answers before. */
  you: choice(['off', 'on']),
} satisfies Fields;

export type MemoryView = SpecOf<typeof view>;
