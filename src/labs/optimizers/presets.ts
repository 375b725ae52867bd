/** Published experiments as settings. What is not published is ours; their words say which that is. */

import type { Presets } from '../../spec/preset';
import type { PublishedRow } from '../kit/reproduction';
import type { OptimizerSpec } from './fields';
import { type RacerName, trainedNames, tunedNames } from './racers';

const paper: OptimizerSpec = {
  family: 'gaussian',
  dimension: 10,
  problems: 128,
  scaling: 0,
  hidden: [20, 20],
  preprocessing: 'log-sign',
  outputScale: 0.1,
  objective: 'sum',
  gradients: 'constant',
  unroll: 20,
  horizon: 100,
  curriculum: 'fixed',
  rate: 0.001,
  decay: 1,
  clip: 1000,
  iterations: 50_000,
  begin: 'scratch',
  race: 'gaussian',
  raceSteps: 200,
  raceProblems: 256,
  // L-BFGS is there for problems that are no quadratics.
  racers: [...trainedNames, ...tunedNames, 'cg'],
  surface: 'bowl',
  surfaceSteps: 100,
  seed: 1,
  engine: 'auto',
};

const shipped: OptimizerSpec = {
  ...paper,
  problems: 32,
  objective: 'soft-log',
  rate: 0.005,
  decay: 0.3,
  clip: 1,
  iterations: 30_000,
  begin: 'checkpoint',
};

const ofCode = { family: 'uniform', race: 'uniform' } as const;

export const presets = {
  'lstm-quadratic': { spec: shipped },
  'lstm-quadratic-repository': { spec: { ...shipped, ...ofCode, iterations: 45_000 } },
  paper: { spec: paper },
  repository: { spec: { ...paper, ...ofCode, preprocessing: 'none', outputScale: 0.01 } },
} as const satisfies Presets<OptimizerSpec>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
export const defaultPreset: PresetName = 'lstm-quadratic';

/** Steps of what was published. */
export const STEPS = 100;

const source = 'tuned on 2,048 problems; heavy-tailed, so another draw differs';
const rows = (means: Partial<Record<RacerName, number>>): readonly PublishedRow[] =>
  Object.entries(means).map(([method, mean]) => ({ method, steps: STEPS, mean, source }));

/** What is known from elsewhere, for the presets that were run beforehand. */
export const published = {
  'lstm-quadratic': rows({ sgd: 1.11, nesterov: 0.379, rmsprop: 0.86, adam: 0.319 }),
  'lstm-quadratic-repository': rows({ sgd: 0.21, nesterov: 0.079, rmsprop: 0.164, adam: 0.096 }),
};
export type ReportName = keyof typeof published;
