/** The settings of the Omniglot lab: the contract of its page, its worker and its address. */

import { matchingNetworks, prototypicalNetworks } from '../../algorithms/embedding';
import { firstOrderMaml, maml } from '../../algorithms/maml';
import { reptile } from '../../algorithms/reptile';
import { choice, type Fields, integer, number, type SpecOf, selection } from '../../spec/field';
import { commonFields } from '../commonFields';

/** Methods that are trained, in the order of the page. */
export const trainedNames = [
  'maml',
  'fomaml',
  'reptile',
  'prototypical',
  'matching',
  'joint',
] as const;
export type TrainedName = (typeof trainedNames)[number];
export const methodNames = [...trainedNames, 'random', 'pixels'] as const;
export type MethodName = (typeof methodNames)[number];

export const methodLabels: Readonly<Record<MethodName, string>> = {
  maml: maml.label,
  fomaml: firstOrderMaml.label,
  reptile: reptile.label,
  prototypical: prototypicalNetworks.label,
  matching: matchingNetworks.label,
  joint: 'Joint training, last layer tuned',
  random: 'Random initialisation, tuned',
  pixels: 'Nearest neighbour on pixels',
};

/** How queries are normalised for a method. */
export type Statistics = 'transductive' | 'inductive';

export const statisticsLabels: Readonly<Record<'paper' | Statistics, string>> = {
  paper: 'batch statistics as in each paper',
  transductive: 'transductive',
  inductive: 'one query at a time',
};

/** Finn et al. and Nichol et al. report transductive figures; embeddings are tested with running averages. */
export function statisticsOf(
  method: MethodName,
  { statistics }: { readonly statistics: 'paper' | Statistics },
): Statistics {
  if (method === 'pixels') return 'inductive';
  if (statistics !== 'paper') return statistics;
  return method === 'prototypical' || method === 'matching' || method === 'joint'
    ? 'inductive'
    : 'transductive';
}

export const isTrained = (name: MethodName): name is TrainedName =>
  (trainedNames as readonly string[]).includes(name);

const MOST_WAYS = 20;
/** Characters that a split must have: tasks have as many classes. */
export const LEAST_CHARACTERS = MOST_WAYS;

export const fields = {
  methods: selection(
    methodNames.map((value) => ({ value, label: methodLabels[value] })),
    { label: 'Methods', help: 'What is trained and compared.' },
  ),
  ways: integer({ min: 2, max: MOST_WAYS }, { label: 'Ways', help: 'Characters to tell apart.' }),
  shots: integer({ min: 1, max: 5 }, { label: 'Shots', help: 'Support drawings of each.' }),
  queries: integer(
    { min: 1, max: 10 },
    { label: 'Queries', help: 'Drawings of each character to classify.' },
  ),
  statistics: choice(
    [
      { value: 'paper', label: 'As in each paper' },
      { value: 'transductive', label: 'Transductive' },
      { value: 'inductive', label: 'One query at a time' },
    ],
    {
      label: 'Batch statistics',
      help: 'Transductive, as MAML has it: queries are normalised together, so each says something about the others. One at a time: with the support set alone for methods that adapt, with training drawings for those that embed.',
    },
  ),
  characters: choice(
    [
      { value: 'omniglot', label: 'Omniglot' },
      { value: 'procedural', label: 'Procedural characters' },
    ],
    {
      label: 'Characters',
      help: 'Omniglot if it is here; otherwise characters that the page makes up itself.',
    },
  ),

  network: choice(
    [
      { value: 'convolutional', label: 'Four convolutions' },
      { value: 'dense', label: 'Dense layers, no convolutions' },
    ],
    { label: 'Network', help: 'Each layer with batch normalisation and ReLU.' },
  ),
  filters: integer(
    { min: 8, max: 64, step: 8 },
    { label: 'Filters', help: 'Of each convolution.' },
  ),
  pooling: choice(
    [
      { value: 'flatten', label: 'Flattened' },
      { value: 'mean', label: 'Averaged over positions' },
    ],
    { label: 'Features are', help: 'The last convolution’s, before the last layer.' },
  ),

  tasks: integer(
    { min: 1, max: 32 },
    { label: 'Tasks at once', help: 'In one meta-iteration of MAML and Reptile.' },
  ),
  trainQueries: integer(
    { min: 1, max: 10 },
    { label: 'Training queries', help: 'Of each character, in MAML’s tasks.' },
  ),
  innerRate: number(
    { min: 0.001, max: 1, scale: 'log' },
    { label: 'Inner rate α', help: 'Of gradient descent on the support set.' },
  ),
  innerSteps: integer({ min: 1, max: 5 }, { label: 'Inner steps', help: 'In training.' }),
  testSteps: integer({ min: 1, max: 20 }, { label: 'Test steps', help: 'On a new task.' }),
  metaRate: number(
    { min: 0.00001, max: 0.1, scale: 'log' },
    { label: 'Meta-rate', help: 'Of Adam, which trains every method but Reptile.' },
  ),
  decay: choice(
    [
      { value: 'constant', label: 'Constant' },
      { value: 'linear', label: 'Falling to 0' },
    ],
    { label: 'Meta-rate is', help: 'The papers keep it, or halve it now and then.' },
  ),
  jitter: number(
    { min: 0, max: 1, step: 0.1 },
    {
      label: 'Jitter',
      help: 'How far training drawings are moved, turned and stretched. Not in the papers.',
    },
  ),
  reptileShots: integer({ min: 1, max: 15 }, { label: 'Shots in training' }),
  reptileSteps: integer({ min: 1, max: 20 }, { label: 'Inner steps' }),
  reptileBatch: integer({ min: 1, max: 50 }, { label: 'Inner batch' }),
  reptileRate: number(
    { min: 0.00001, max: 0.1, scale: 'log' },
    { label: 'Inner rate', help: 'Of Adam without momentum.' },
  ),
  reptileOuter: number(
    { min: 0.01, max: 1 },
    { label: 'Outer step ε', help: 'Falling to 0 over the run.' },
  ),
  reptileTestSteps: integer({ min: 1, max: 50 }, { label: 'Test steps' }),
  metricWays: integer(
    { min: 2, max: 60 },
    { label: 'Training ways', help: 'More than at test make a harder, better teacher.' },
  ),
  metricShots: integer({ min: 1, max: 5 }, { label: 'Training shots' }),
  metricQueries: integer({ min: 1, max: 10 }, { label: 'Training queries' }),
  jointBatch: integer({ min: 8, max: 256, scale: 'log' }, { label: 'Batch' }),
  headRate: number({ min: 0.01, max: 10, scale: 'log' }, { label: 'Last layer’s rate' }),
  headSteps: integer({ min: 1, max: 100 }, { label: 'Last layer’s steps' }),
  iterations: integer(
    { min: 10, max: 200_000, scale: 'log' },
    { label: 'Meta-iterations', help: 'Updates of each method.' },
  ),
  begin: choice(
    [
      { value: 'checkpoint', label: 'Trained ones' },
      { value: 'scratch', label: 'Random weights' },
    ],
    {
      label: 'Begin with',
      help: 'Trained ones were made beforehand, by this project’s own code, and are trained on at a tenth of the rates.',
    },
  ),
  ...commonFields,
} satisfies Fields;

export type OmniglotSpec = SpecOf<typeof fields>;

/** What can change while training goes on. */
export const liveFields = [
  'queries',
  'statistics',
  'testSteps',
  'reptileTestSteps',
  'headRate',
  'headSteps',
  'metaRate',
] as const satisfies readonly (keyof OmniglotSpec)[];
/** Those of them that shape training. */
export const trainingLiveFields = ['metaRate'] as const satisfies readonly (keyof OmniglotSpec)[];
/** What the speed of an engine depends on. */
export const workFields = [
  'methods',
  'ways',
  'shots',
  'network',
  'filters',
  'tasks',
  'innerSteps',
  'metricWays',
] as const satisfies readonly (keyof OmniglotSpec)[];
