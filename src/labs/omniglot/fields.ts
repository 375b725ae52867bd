/** The settings of the Omniglot lab, and what of its view is worth a link. */

import { choice, type Fields, integer, type SpecOf, selection, text } from '../../spec/field';
import { commonView } from '../kit/commonFields';
import { microscopeView } from '../kit/microscope/view';
import { ownFields } from '../kit/ownFields';
import { drawingsOf } from './draw/drawingsText';
import { isTrained, methodNames, methodOf, methods } from './methods/registry';
import { MOST_DRAWINGS, MOST_STEPS, type SharedSpec, sharedFields } from './methods/sharedFields';

type Spec = Readonly<Record<string, unknown>>;

/** Settings that only some methods read are shown when one of those takes part. */
function shownToReaders<F extends Fields>(fields: F): F {
  const shown = Object.entries(fields).map(([name, field]) => {
    const reads = (method: (typeof methodNames)[number]) =>
      methodOf(method).reads.includes(name as keyof SharedSpec);
    const readers = methodNames.filter(reads);
    const visible = ({ methods: chosen }: Spec) =>
      readers.some((method) => (chosen as readonly string[]).includes(method));
    return [name, readers.length === 0 ? field : { ...field, visible }];
  });
  return Object.fromEntries(shown) as F;
}

const { engine, ...shared } = shownToReaders(sharedFields);

export const fields = {
  methods: selection(methodNames, { preset: 'offers', hides: true }),
  ...shared,
  ...ownFields(methods, 'methods'),
  // Addresses end in the last choice.
  engine,
} satisfies Fields;

export type OmniglotSpec = SpecOf<typeof fields>;

/** Those of whose embeddings there is something to show. */
export const embeddingNames = methodNames.filter((name) => methodOf(name).embeds !== null);
/** Those of whose training there is something to walk through. */
export const trainedNames = methodNames.filter(isTrained);
export const judgeNames = [...methodNames, 'you'] as const;
export type Judge = (typeof judgeNames)[number];

/** Characters of drawings in a link: some twenty of them fit. */
export const MOST_TEXT = 6000;

/** The drawing in hand that is asked about; support drawings have their index. */
export const QUERY = -1;

/** The number of the last task. */
const LAST_EPISODE = 999_999;
/** The task after another; after the last comes the first. */
export const episodeAfter = (episode: number): number =>
  episode >= LAST_EPISODE ? 0 : episode + 1;

export const view = {
  ...commonView,
  /** Number of the task in sight. */
  episode: integer({ min: 0, max: LAST_EPISODE }),
  /** Gradient steps in sight; methods with more are shown as far through theirs. */
  step: integer({ min: 0, max: MOST_STEPS }),
  /** Whose verdicts are in sight. */
  judge: choice(judgeNames),
  /** Whether a person answers first, and nobody's answers are in sight meanwhile. */
  first: choice(['nobody', 'you']),
  /** Whether Lake's test stands in the place of the task; the number of the task is then that of the round. */
  test: choice(['tasks', 'lake']),
  /** Whose embedding is in sight. */
  plane: choice(embeddingNames),
  /** The drawing in hand. */
  place: integer({ min: QUERY, max: MOST_DRAWINGS - 1 }),
  /** Whose training is walked through, and how. */
  walked: choice(trainedNames),
  ...microscopeView,
  /** What a person drew. */
  drawings: text({ most: MOST_TEXT, fits: (drawn) => drawingsOf(drawn) !== null }),
} satisfies Fields;

export type OmniglotView = SpecOf<typeof view>;
