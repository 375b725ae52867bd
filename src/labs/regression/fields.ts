/** The settings of the regression lab, and what of its view is worth a link. */

import { initialisers } from '../../networks/initialisers';
import {
  choice,
  type Fields,
  integer,
  integerList,
  number,
  points,
  range,
  type SpecOf,
  selection,
  text,
} from '../../spec/field';
import { commonFields, commonView, sharedOutFields } from '../kit/commonFields';
import { microscopeView } from '../kit/microscope/view';
import { ownFields } from '../kit/ownFields';
import { contenderNames, contenders } from './methods';

type Spec = Readonly<Record<string, unknown>>;
const ofSinusoids = ({ task }: Spec) => task === 'sinusoid';
const ofCubics = ({ task }: Spec) => task === 'cubic';

const coefficient = () =>
  range({ min: -2, max: 2, step: 0.1 }, { work: false, group: 'task', visible: ofCubics });
const amplitude = { min: 0, max: 10, step: 0.1 };
const phase = { min: -2 * Math.PI, max: 2 * Math.PI, step: Math.PI / 4 };
const inputs = { min: -10, max: 10, step: 0.5 };

/** In one meta-batch. */
const MOST_TASKS = 100;

export const fields = {
  contenders: selection(contenderNames, { preset: 'offers', hides: true }),

  task: choice(['sinusoid', 'cubic'], { work: false, group: 'task' }),
  shots: integer({ min: 1, max: 100, scale: 'log' }, { group: 'task' }),
  amplitude: range(amplitude, { work: false, group: 'task', visible: ofSinusoids }),
  phase: range(phase, { work: false, group: 'task', visible: ofSinusoids }),
  a: coefficient(),
  b: coefficient(),
  c: coefficient(),
  d: coefficient(),
  queries: integer({ min: 1, max: 200, scale: 'log' }, { group: 'task/points' }),
  inputRange: range(inputs, { work: false, group: 'task/points' }),
  inputs: choice(['random', 'grid'], { work: false, group: 'task/points' }),
  noise: number({ min: 0, max: 2, step: 0.05 }, { work: false, group: 'task/points' }),

  innerRate: number(
    { min: 0.0001, max: 1, scale: 'log' },
    { live: 'training', work: false, group: 'inner' },
  ),
  innerSteps: integer({ min: 1, max: 10 }, { live: 'training', group: 'inner' }),
  testSteps: integer({ min: 1, max: 50 }, { live: 'looking', group: 'inner' }),

  outerRate: number(
    { min: 0.00001, max: 1, scale: 'log' },
    { live: 'training', work: false, group: 'outer' },
  ),
  metaBatch: integer(
    { min: 1, max: MOST_TASKS, scale: 'log' },
    { live: 'training', group: 'outer' },
  ),
  seed: { ...commonFields.seed, group: 'outer' },
  outerOptimizer: choice(['adam', 'sgd'], { group: 'outer/optimiser' }),
  iterations: integer(
    { min: 10, max: 1_000_000, scale: 'log' },
    { work: false, group: 'outer/optimiser' },
  ),
  ...ownFields(contenders, 'contenders'),

  testAmplitude: range(amplitude, { live: 'looking', group: 'test', visible: ofSinusoids }),
  testPhase: range(phase, { live: 'looking', group: 'test', visible: ofSinusoids }),
  testScale: number(
    { min: 0, max: 3, step: 0.1 },
    { live: 'looking', group: 'test', visible: ofCubics },
  ),
  testInputRange: range(inputs, { live: 'looking', group: 'test' }),

  hidden: integerList({ min: 1, max: 256, most: 3 }, { group: 'network' }),
  activation: choice(['relu', 'tanh'], { group: 'network' }),
  initialiser: choice(initialisers, { work: false, group: 'network' }),
  // Addresses end in the last choice: links that were written before there were workers do.
  workers: { ...sharedOutFields.workers, group: 'network' },
  engine: { ...commonFields.engine, group: 'network' },
} satisfies Fields;

export type RegressionSpec = SpecOf<typeof fields>;

/** As many as a link holds. */
export const MOST_POINTS = 200;

/** The number of the last held-out task. */
const LAST_TASK = 999_999_999;
/** The held-out task after another; after the last comes the first. */
export const taskAfter = (shown: number): number => (shown >= LAST_TASK ? 0 : shown + 1);

/** As `contenders/starts/carried.ts` has them, which the page does without until then. */
export const fadedNames = ['off', 'blank', 'minus', 'same', 'plus', 'product'] as const;

export const view = {
  ...commonView,
  /** Number of the held-out task in sight. */
  shown: integer({ min: 0, max: LAST_TASK }),
  /** Its support points, if a person made them. */
  points: points(MOST_POINTS),
  /** A task of a person's own in the place of it, as `own/code.ts` reads it; nothing if there is none. */
  own: text({ most: 10_000, fits: () => true }),
  /** Gradient steps in sight. */
  step: integer({ min: 0, max: 50 }),
  /** A plot for each contender, or one for all; in that, who stands before the others. */
  arrange: choice(['side', 'overlay']),
  voice: choice(contenderNames),
  /** What the curve over held-out tasks shows. */
  average: choice(['mean', 'median']),
  /** What the curves of training run over. */
  abscissa: choice(['iterations', 'gradients', 'seconds']),
  ...microscopeView,
  /** Whether the next meta-iteration is walked through, or what else is looked at closely: the rate of the inner step, what Bayes believes, gates, how implicit MAML is solved. */
  microscope: choice(['shut', 'open', 'rates', 'bayes', 'gates', 'implicit']),
  /** The line of MAML that is left blank, and how a person fills it. */
  faded: choice(fadedNames),
} satisfies Fields;

export type RegressionView = SpecOf<typeof view>;
