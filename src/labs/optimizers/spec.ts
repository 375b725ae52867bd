/** The settings of the optimizer lab: the contract of its page, its worker and its address. */

import { optimizerNames, optimizers } from '../../algorithms/optimizers';
import {
  choice,
  type Fields,
  integer,
  integerList,
  number,
  type SpecOf,
  selection,
} from '../../spec/field';
import { quadraticKinds } from '../../tasks/quadratic';
import { surfaceNames, surfaces } from '../../tasks/surfaces';
import { commonFields } from '../commonFields';

/** What runs in the race: the learned optimiser and those written by hand. */
export const racerNames = ['learned', ...optimizerNames] as const;
export type RacerName = (typeof racerNames)[number];
export const racerLabel = (name: RacerName): string =>
  name === 'learned' ? 'Learned LSTM' : optimizers[name].label;

export const familyNames = [...quadraticKinds, 'blobs', 'spirals'] as const;
export type FamilyName = (typeof familyNames)[number];

const familyLabels: Record<FamilyName, string> = {
  gaussian: 'Quadratics, N(0, 1), as in the paper',
  uniform: 'Quadratics, U[0, 1), as in its code',
  blobs: 'Logistic regression on two blobs',
  spirals: 'A small network on two spirals',
};

export const fields = {
  family: choice(
    quadraticKinds.map((value) => ({ value, label: familyLabels[value] })),
    { label: 'Problems', help: 'What the optimiser is trained on: ‖Wθ − y‖².' },
  ),
  dimension: integer({ min: 1, max: 40 }, { label: 'Dimension', help: 'Of θ.' }),
  problems: integer(
    { min: 1, max: 256, scale: 'log' },
    { label: 'Problems at once', help: 'Over which a meta-gradient is averaged.' },
  ),
  scaling: number(
    { min: 0, max: 3, step: 0.5 },
    {
      label: 'Random scaling',
      help: 'Coordinates of training problems are stretched by up to e to this power. Later work: Lv et al. 2017.',
    },
  ),

  hidden: integerList(
    { min: 1, max: 64, most: 3 },
    { label: 'LSTM layers', help: 'Units of each, with commas between. The paper has 20, 20.' },
  ),
  preprocessing: choice(
    [
      { value: 'log-sign', label: 'Logarithm and sign' },
      { value: 'none', label: 'None' },
    ],
    { label: 'Gradient as', help: 'The paper’s appendix A; its code leaves quadratics’ alone.' },
  ),
  outputScale: number(
    { min: 0.001, max: 1, scale: 'log' },
    { label: 'Output scale', help: 'What a proposed update is multiplied by.' },
  ),

  objective: choice(
    [
      { value: 'sum', label: 'Sum of f, as in the paper' },
      { value: 'log', label: 'Sum of log f' },
      { value: 'soft-log', label: 'Sum of softened log f' },
    ],
    {
      label: 'Minimise',
      help: 'Under the logarithm a problem that is nearly solved counts as much as one that is not; softened, hard ones keep more weight. Not in the paper.',
    },
  ),
  gradients: choice(
    [
      { value: 'constant', label: 'are constants' },
      { value: 'flow', label: 'let derivatives through' },
    ],
    { label: 'Gradients of f', help: 'The paper drops their derivatives.' },
  ),
  unroll: integer(
    { min: 1, max: 100 },
    { label: 'Unroll', help: 'Steps that a meta-gradient reaches back.' },
  ),
  horizon: integer(
    { min: 5, max: 400, scale: 'log' },
    { label: 'Horizon', help: 'Steps after which new problems are drawn.' },
  ),
  curriculum: choice(
    [
      { value: 'fixed', label: 'Fixed' },
      { value: 'growing', label: 'Growing' },
    ],
    {
      label: 'Horizon is',
      help: 'Growing from one unroll to all of it over the first fifth. Later work: Chen et al. 2020.',
    },
  ),
  rate: number(
    { min: 0.00001, max: 0.1, scale: 'log' },
    { label: 'Meta-rate', help: 'Of Adam, which trains the LSTM.' },
  ),
  decay: number(
    { min: 0.001, max: 1, scale: 'log' },
    { label: 'Falling to ×', help: 'What the meta-rate is multiplied by in the end; 1 keeps it.' },
  ),
  clip: number(
    { min: 0.01, max: 1000, scale: 'log' },
    { label: 'Clip at', help: 'Greatest length of a meta-gradient.' },
  ),
  iterations: integer(
    { min: 10, max: 100_000, scale: 'log' },
    { label: 'Meta-iterations', help: 'Unrolls, each with one update of the LSTM.' },
  ),
  begin: choice(
    [
      { value: 'checkpoint', label: 'A trained one' },
      { value: 'scratch', label: 'Scratch' },
    ],
    {
      label: 'Begin from',
      help: 'The shipped checkpoint was trained beforehand, by a command that it names.',
    },
  ),

  race: choice(
    familyNames.map((value) => ({ value, label: familyLabels[value] })),
    { label: 'Race on', help: 'Held-out problems.' },
  ),
  raceSteps: integer(
    { min: 10, max: 1000, scale: 'log' },
    { label: 'Race length', help: 'Go past the training horizon to see where it fails.' },
  ),
  raceProblems: integer(
    { min: 16, max: 2048, scale: 'log' },
    { label: 'Held-out problems', help: 'Over which the race is averaged.' },
  ),
  racers: selection(
    racerNames.map((value) => ({ value, label: racerLabel(value) })),
    { label: 'Compare' },
  ),
  surface: choice(
    surfaceNames.map((value) => ({ value, label: surfaces[value].label })),
    { label: 'Surface' },
  ),
  surfaceSteps: integer({ min: 10, max: 500, scale: 'log' }, { label: 'Steps on the surface' }),

  ...commonFields,
} satisfies Fields;

export type OptimizerSpec = SpecOf<typeof fields>;
export type FieldName = keyof OptimizerSpec;

/** What can change while training goes on; everything else offers a restart. */
export const liveFields = [
  'rate',
  'decay',
  'clip',
  'race',
  'raceSteps',
  'raceProblems',
  'racers',
  'surface',
  'surfaceSteps',
] as const satisfies readonly FieldName[];

/** Live fields that shape training. */
export const trainingLiveFields = ['rate', 'decay', 'clip'] as const satisfies readonly FieldName[];

/** What the speed of an engine depends on. */
export const workFields = [
  'dimension',
  'problems',
  'hidden',
  'unroll',
  'gradients',
] as const satisfies readonly FieldName[];
