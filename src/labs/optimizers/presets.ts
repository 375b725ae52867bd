/** Published experiments as settings. What is not published is said. */

import { type OptimizerSpec, racerNames } from './spec';

export interface Preset {
  readonly label: string;
  readonly source: string;
  readonly spec: OptimizerSpec;
}

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
  racers: racerNames,
  surface: 'bowl',
  surfaceSteps: 100,
  seed: 1,
  engine: 'auto',
};

const trained: OptimizerSpec = {
  ...paper,
  problems: 32,
  objective: 'soft-log',
  rate: 0.005,
  decay: 0.3,
  clip: 1,
  iterations: 30_000,
  begin: 'checkpoint',
};

export const presets = {
  'lstm-quadratic': {
    label: 'Quadratics, trained',
    source:
      'The paper’s problems, network and unroll (Andrychowicz et al. 2016, section 3.1). Ours are the objective, a softened mean of log f, the clipped meta-gradient and the choice of the best on validation problems: the sum of f is ruled by the first steps of the steepest problems.',
    spec: trained,
  },
  'lstm-quadratic-repository': {
    label: 'Quadratics of the authors’ code, trained',
    source:
      'W and y from U[0, 1), start near the origin, as in deepmind/learning-to-learn. Objective and clipping as above.',
    spec: { ...trained, family: 'uniform', race: 'uniform', iterations: 45_000 },
  },
  paper: {
    label: 'Andrychowicz et al. 2016, from scratch',
    source:
      'arXiv 1606.04474, section 3.1: sum of f, unroll 20, horizon 100, gradients held constant. Batch and rate are those of the authors’ code; the paper searched its rate.',
    spec: paper,
  },
  repository: {
    label: 'The authors’ code, from scratch',
    source: 'deepmind/learning-to-learn: U[0, 1), no preprocessing of gradients, Adam at 0.001.',
    spec: {
      ...paper,
      family: 'uniform',
      race: 'uniform',
      preprocessing: 'none',
      outputScale: 0.01,
    },
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
export const defaultPreset: PresetName = 'lstm-quadratic';
