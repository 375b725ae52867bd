/** Settings that several methods share; those that a method alone has stand in its file. */

import { choice, type Fields, integer, number, type SpecOf } from '../../../spec/field';
import { commonFields, sharedOutFields } from '../../kit/commonFields';

const MOST_WAYS = 20;
/** Characters that a split must have: tasks have as many classes. */
export const LEAST_CHARACTERS = MOST_WAYS;
const MOST_SHOTS = 5;
/** Support drawings of a task at most. */
export const MOST_DRAWINGS = MOST_WAYS * MOST_SHOTS;
export const MOST_STEPS = 20;

export const sharedFields = {
  ways: integer({ min: 2, max: MOST_WAYS }, { group: 'tasks' }),
  shots: integer({ min: 1, max: MOST_SHOTS }, { group: 'tasks' }),
  queries: integer({ min: 1, max: 10 }, { live: 'looking', preset: 'offers', group: 'tasks' }),
  /** `paper`: as the paper of each method has them. */
  statistics: choice(['paper', 'transductive', 'inductive'], {
    live: 'looking',
    preset: 'keeps',
    group: 'tasks',
  }),
  characters: choice(['omniglot', 'procedural'], { preset: 'keeps', group: 'tasks' }),
  within: choice(['any', 'alphabet'], { group: 'tasks/alphabets' }),
  drawers: choice(['any', 'two'], { group: 'tasks/alphabets' }),
  split: choice(['characters', 'alphabets'], { group: 'tasks/alphabets' }),
  normalise: choice(['off', 'on'], { group: 'tasks/alphabets' }),

  innerRate: number({ min: 0.001, max: 1, scale: 'log' }, { work: false, group: 'adapting' }),
  testSteps: integer({ min: 1, max: MOST_STEPS }, { live: 'looking', group: 'adapting' }),
  headRate: number(
    { min: 0.01, max: 10, scale: 'log' },
    { live: 'looking', group: 'adapting/more' },
  ),
  headSteps: integer({ min: 1, max: 100 }, { live: 'looking', group: 'adapting/more' }),

  begin: choice(['checkpoint', 'scratch'], { work: false, preset: 'offers', group: 'outer' }),
  metaRate: number(
    { min: 0.00001, max: 0.1, scale: 'log' },
    { live: 'training', work: false, group: 'outer' },
  ),
  seed: { ...commonFields.seed, group: 'outer' },
  network: choice(['convolutional', 'dense'], { group: 'outer/network' }),
  filters: integer({ min: 8, max: 64, step: 8 }, { group: 'outer/network' }),
  pooling: choice(['flatten', 'mean'], { group: 'outer/network' }),
  iterations: integer(
    { min: 10, max: 200_000, scale: 'log' },
    { work: false, group: 'outer/length' },
  ),
  decay: choice(['constant', 'linear'], { work: false, group: 'outer/length' }),
  jitter: number({ min: 0, max: 1, step: 0.1 }, { group: 'outer/length' }),
  tasks: integer({ min: 1, max: 32 }, { group: 'outer/tasks' }),
  trainQueries: integer({ min: 1, max: 10 }, { group: 'outer/tasks' }),
  innerSteps: integer({ min: 1, max: 5 }, { group: 'outer/tasks' }),
  metricWays: integer({ min: 2, max: 60 }, { group: 'outer/embeddings' }),
  metricShots: integer({ min: 1, max: 5 }, { group: 'outer/embeddings' }),
  metricQueries: integer({ min: 1, max: 10 }, { group: 'outer/embeddings' }),
  // Addresses end in the last choice: links that were written before there were workers do.
  workers: { ...sharedOutFields.workers, group: 'engine' },
  engine: { ...commonFields.engine, group: 'engine' },
} satisfies Fields;

/** What a method may know of the settings beside its own. */
export type SharedSpec = SpecOf<typeof sharedFields>;
