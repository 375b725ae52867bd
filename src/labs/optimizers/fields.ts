/** The settings of the optimizer lab, and what of its view is worth a link. */

import { objectiveNames } from '../../contenders/rules/learnedOptimizer';
import type { CoordinatewiseNetwork } from '../../networks/coordinatewise';
import {
  choice,
  type Fields,
  integer,
  integerList,
  number,
  point,
  type SpecOf,
  selection,
} from '../../spec/field';
import { quadraticKinds } from '../../tasks/quadratic';
import { surfaceNames } from '../../tasks/surfaces';
import { commonFields, commonView } from '../kit/commonFields';
import { microscopeView } from '../kit/microscope/view';
import { ownFields } from '../kit/ownFields';
import { racerNames, racers } from './racers';

/** Problems to race on; those that are trained on are among them. */
export const familyNames = [...quadraticKinds, 'blobs', 'spirals'] as const;
export type FamilyName = (typeof familyNames)[number];
export const isQuadratic = (name: FamilyName): boolean =>
  quadraticKinds.some((kind) => kind === name);

const looked = { live: 'looking', preset: 'keeps' } as const;
const surfaceSteps = { min: 10, max: 500 };

export const fields = {
  racers: selection(racerNames, looked),

  race: choice(familyNames, { live: 'looking', preset: 'offers', group: 'race' }),
  raceSteps: integer({ min: 10, max: 1000, scale: 'log' }, { ...looked, group: 'race' }),
  raceProblems: integer({ min: 16, max: 2048, scale: 'log' }, { ...looked, group: 'race' }),
  surface: choice(surfaceNames, looked),
  surfaceSteps: integer({ ...surfaceSteps, scale: 'log' }, looked),

  begin: choice(['checkpoint', 'scratch'], { work: false, preset: 'offers', group: 'optimiser' }),
  hidden: integerList({ min: 1, max: 64, most: 3 }, { group: 'optimiser' }),
  preprocessing: choice(['log-sign', 'none'], { group: 'optimiser/ends' }),
  outputScale: number(
    { min: 0.001, max: 1, scale: 'log' },
    { work: false, group: 'optimiser/ends' },
  ),

  family: choice(quadraticKinds, { work: false, group: 'training' }),
  objective: choice(objectiveNames, { group: 'training' }),
  unroll: integer({ min: 1, max: 100 }, { group: 'training' }),
  horizon: integer({ min: 5, max: 400, scale: 'log' }, { group: 'training' }),
  rate: number(
    { min: 0.00001, max: 0.1, scale: 'log' },
    { live: 'training', work: false, group: 'training' },
  ),
  seed: { ...commonFields.seed, group: 'training' },
  ...ownFields(racers, 'racers'),
  dimension: integer({ min: 1, max: 40 }, { group: 'training/problems' }),
  problems: integer({ min: 1, max: 256, scale: 'log' }, { group: 'training/problems' }),
  scaling: number({ min: 0, max: 3, step: 0.5 }, { work: false, group: 'training/problems' }),
  gradients: choice(['constant', 'flow'], { group: 'training/length' }),
  curriculum: choice(['fixed', 'growing'], { group: 'training/length' }),
  decay: number(
    { min: 0.001, max: 1, scale: 'log' },
    { live: 'training', work: false, group: 'training/length' },
  ),
  clip: number(
    { min: 0.01, max: 1000, scale: 'log' },
    { live: 'training', work: false, group: 'training/length' },
  ),
  iterations: integer(
    { min: 10, max: 100_000, scale: 'log' },
    { work: false, group: 'training/length' },
  ),

  engine: { ...commonFields.engine, group: 'engine' },
} satisfies Fields;

export type OptimizerSpec = SpecOf<typeof fields>;

/** The network of every learned optimiser. */
export const networkOf = ({
  preprocessing,
  hidden,
  outputScale,
}: Pick<OptimizerSpec, 'hidden' | 'preprocessing' | 'outputScale'>): CoordinatewiseNetwork => ({
  preprocessing,
  hidden,
  outputScale,
});

export const view = {
  ...commonView,
  /** Where the surface is entered, if a person moved that. */
  start: point(),
  /** The learned optimisers in sight: those of now, or the best so far. */
  shown: choice(['now', 'best']),
  /** Step in sight on the surface. */
  step: integer({ min: 0, max: surfaceSteps.max }),
  /** Whether a person brought the trained optimiser: no link holds it, but a link can say so. */
  from: choice(['shipped', 'file']),
  /** What the race shows of many problems. */
  average: choice(['median', 'mean']),
  ...microscopeView,
} satisfies Fields;

export type OptimizerView = SpecOf<typeof view>;
