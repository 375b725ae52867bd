/** The settings of the regression lab: the contract of its page, its worker and its address. */

import { algorithmNames, algorithms } from '../../algorithms/registry';
import { initialisers } from '../../networks/initialisers';
import {
  choice,
  type Fields,
  integer,
  integerList,
  number,
  range,
  type SpecOf,
  selection,
} from '../../spec/field';
import { commonFields } from '../commonFields';

const coefficient = { min: -2, max: 2, step: 0.1 };

export const fields = {
  task: choice(
    [
      { value: 'sinusoid', label: 'Sinusoid A sin(x − φ)' },
      { value: 'cubic', label: 'Cubic ax³ + bx² + cx + d' },
    ],
    { label: 'Tasks', help: 'The family that tasks are drawn from.' },
  ),
  shots: integer(
    { min: 1, max: 100, scale: 'log' },
    { label: 'Shots K', help: 'Support points: what a learner may adapt to.' },
  ),
  queries: integer(
    { min: 1, max: 200, scale: 'log' },
    { label: 'Query points', help: 'Points on which the adapted learner is judged.' },
  ),
  amplitude: range(
    { min: 0, max: 10, step: 0.1 },
    { label: 'Amplitude A', help: 'Range of amplitudes in meta-training.' },
  ),
  phase: range(
    { min: -2 * Math.PI, max: 2 * Math.PI, step: Math.PI / 4 },
    { label: 'Phase φ', help: 'Range of phases in meta-training.', unit: 'rad' },
  ),
  a: range(coefficient, { label: 'Coefficient a', help: 'Of x³.' }),
  b: range(coefficient, { label: 'Coefficient b', help: 'Of x².' }),
  c: range(coefficient, { label: 'Coefficient c', help: 'Of x.' }),
  d: range(coefficient, { label: 'Coefficient d', help: 'The constant.' }),
  inputRange: range(
    { min: -10, max: 10, step: 0.5 },
    { label: 'Inputs x', help: 'Where the points of a task lie.' },
  ),
  inputs: choice(
    [
      { value: 'random', label: 'Uniformly random' },
      { value: 'grid', label: 'Evenly spaced' },
    ],
    {
      label: 'Placed',
      help: 'Evenly spaced: support and query points share one fixed grid.',
    },
  ),
  noise: number(
    { min: 0, max: 2, step: 0.05 },
    { label: 'Noise', help: 'Standard deviation of the noise on every target.' },
  ),

  testAmplitude: range(
    { min: 0, max: 10, step: 0.1 },
    { label: 'Test amplitude', help: 'Amplitudes of held-out tasks.' },
  ),
  testPhase: range(
    { min: -2 * Math.PI, max: 2 * Math.PI, step: Math.PI / 4 },
    { label: 'Test phase', help: 'Phases of held-out tasks.', unit: 'rad' },
  ),
  testScale: number(
    { min: 0, max: 3, step: 0.1 },
    {
      label: 'Test coefficients ×',
      help: 'Held-out cubics have coefficients this many times larger.',
    },
  ),
  testInputRange: range(
    { min: -10, max: 10, step: 0.5 },
    { label: 'Test inputs', help: 'Where the points of held-out tasks lie.' },
  ),

  hidden: integerList(
    { min: 1, max: 256, most: 3 },
    { label: 'Hidden units', help: 'Widths of the hidden layers, with commas between.' },
  ),
  activation: choice(
    [
      { value: 'relu', label: 'ReLU' },
      { value: 'tanh', label: 'tanh' },
    ],
    { label: 'Activation' },
  ),
  initialiser: choice(
    initialisers.map((value) => ({ value, label: initialiserLabel(value) })),
    { label: 'Initial weights', help: 'All contenders start from the same draw.' },
  ),

  innerRate: number(
    { min: 0.0001, max: 1, scale: 'log' },
    { label: 'Rate α', help: 'Step size of adaptation.' },
  ),
  innerSteps: integer(
    { min: 1, max: 10 },
    { label: 'Steps in training', help: 'Inner steps that MAML differentiates through.' },
  ),
  testSteps: integer(
    { min: 1, max: 50 },
    { label: 'Steps at test', help: 'How far adaptation is shown and measured.' },
  ),

  outerOptimizer: choice(
    [
      { value: 'adam', label: 'Adam' },
      { value: 'sgd', label: 'SGD' },
    ],
    { label: 'Outer optimiser', help: 'Of MAML, first-order MAML and joint pre-training.' },
  ),
  outerRate: number(
    { min: 0.00001, max: 1, scale: 'log' },
    { label: 'Rate β', help: 'Step size of the outer optimiser.' },
  ),
  metaBatch: integer(
    { min: 1, max: 100, scale: 'log' },
    { label: 'Tasks per meta-step', help: 'Every contender sees the same ones.' },
  ),
  iterations: integer(
    { min: 10, max: 1_000_000, scale: 'log' },
    { label: 'Meta-iterations', help: 'Where training ends; Reptile’s ε reaches 0 there.' },
  ),

  reptileSteps: integer(
    { min: 1, max: 50 },
    { label: 'Inner steps', help: 'Reptile with one step is joint pre-training.' },
  ),
  reptileBatch: integer(
    { min: 1, max: 300, scale: 'log' },
    { label: 'Minibatch', help: 'Points in each of Reptile’s inner steps.' },
  ),
  reptileOptimizer: choice(
    [
      { value: 'sgd', label: 'SGD' },
      { value: 'adam', label: 'Adam' },
    ],
    { label: 'Inner optimiser' },
  ),
  reptileRate: number(
    { min: 0.001, max: 1, scale: 'log' },
    { label: 'Outer step ε', help: 'At the start; it falls in a straight line to 0.' },
  ),

  contenders: selection(
    algorithmNames.map((value) => ({ value, label: algorithms[value].label })),
    { label: 'Compare' },
  ),
  ...commonFields,
} satisfies Fields;

export type RegressionSpec = SpecOf<typeof fields>;
export type FieldName = keyof RegressionSpec;

/** What can change while training goes on; everything else offers a restart. */
export const liveFields = [
  'innerRate',
  'innerSteps',
  'testSteps',
  'outerRate',
  'metaBatch',
  'reptileSteps',
  'reptileBatch',
  'reptileRate',
  'testAmplitude',
  'testPhase',
  'testScale',
  'testInputRange',
] as const satisfies readonly FieldName[];

/** Live fields that shape training, so that a run in which they moved is not the run of one address. */
export const trainingLiveFields = [
  'innerRate',
  'innerSteps',
  'outerRate',
  'metaBatch',
  'reptileSteps',
  'reptileBatch',
  'reptileRate',
] as const satisfies readonly (typeof liveFields)[number][];

/** What the speed of an engine depends on. */
export const workFields = [
  'shots',
  'queries',
  'hidden',
  'activation',
  'innerSteps',
  'outerOptimizer',
  'metaBatch',
  'reptileSteps',
  'reptileBatch',
  'reptileOptimizer',
  'contenders',
] as const satisfies readonly FieldName[];

function initialiserLabel(name: (typeof initialisers)[number]): string {
  switch (name) {
    case 'truncated-normal':
      return 'Truncated normal, σ = 0.01';
    case 'fan-in-uniform':
      return 'Uniform ±1/√fan-in';
    case 'he-normal':
      return 'He normal, σ = √(2/fan-in)';
    default:
      return name satisfies never;
  }
}
