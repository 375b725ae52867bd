/** Published experiments as settings. What a paper does not state is chosen here, and said. */

import { algorithmNames } from '../../algorithms/registry';
import type { RegressionSpec } from './spec';

export interface Preset {
  readonly label: string;
  /** Where the settings come from, and which of them do not. */
  readonly source: string;
  readonly spec: RegressionSpec;
}

const finn: RegressionSpec = {
  task: 'sinusoid',
  shots: 10,
  queries: 10,
  amplitude: [0.1, 5],
  phase: [0, Math.PI],
  a: [-0.5, 0.5],
  b: [-0.5, 0.5],
  c: [-1, 1],
  d: [-1, 1],
  inputRange: [-5, 5],
  inputs: 'random',
  noise: 0,
  testAmplitude: [0.1, 5],
  testPhase: [0, Math.PI],
  testScale: 1,
  testInputRange: [-5, 5],
  hidden: [40, 40],
  activation: 'relu',
  initialiser: 'truncated-normal',
  innerRate: 0.01,
  innerSteps: 1,
  testSteps: 10,
  outerOptimizer: 'adam',
  outerRate: 0.001,
  metaBatch: 25,
  iterations: 70_000,
  reptileSteps: 5,
  reptileBatch: 10,
  reptileOptimizer: 'sgd',
  reptileRate: 1,
  contenders: algorithmNames,
  seed: 1,
  engine: 'auto',
};

export const presets = {
  'sinusoid-10shot': {
    label: 'Finn et al. 2017, sinusoid, 10-shot',
    source:
      'Section 5.1 of arXiv 1703.03400. Reptile is not in that paper: its steps and ε are ours, at the same inner rate.',
    spec: finn,
  },
  'sinusoid-5shot': {
    label: 'Finn et al. 2017, sinusoid, 5-shot',
    source:
      'Section 5.1 of arXiv 1703.03400. Reptile is not in that paper: its steps and ε are ours, at the same inner rate.',
    spec: { ...finn, shots: 5, queries: 5, reptileBatch: 5 },
  },
  'reptile-toy': {
    label: 'Nichol et al. 2018, Reptile’s toy',
    source:
      'The authors’ script: 50 fixed points, of which 10 are support. MAML is not in it: it takes 5 inner steps too, at the same rate.',
    spec: {
      ...finn,
      shots: 10,
      queries: 40,
      phase: [0, 2 * Math.PI],
      testPhase: [0, 2 * Math.PI],
      inputs: 'grid',
      hidden: [64, 64],
      activation: 'tanh',
      initialiser: 'fan-in-uniform',
      innerRate: 0.02,
      innerSteps: 5,
      testSteps: 32,
      metaBatch: 1,
      iterations: 30_000,
      reptileSteps: 5,
      reptileBatch: 10,
      reptileRate: 0.1,
    },
  },
  cubic: {
    label: 'Pan, Gao and Zhou 2020, cubic',
    source:
      'Two hidden layers of 40, one task per meta-step, α = 0.01, Reptile with 3 steps. Ranges, activation and outer rates are not stated: they are ours. First-order MAML is not in it, and drifts here: add it and see.',
    spec: {
      ...finn,
      task: 'cubic',
      shots: 40,
      queries: 80,
      inputRange: [-2, 2],
      testInputRange: [-2, 2],
      initialiser: 'fan-in-uniform',
      metaBatch: 1,
      iterations: 20_000,
      reptileSteps: 3,
      reptileBatch: 40,
      reptileRate: 0.1,
      contenders: ['maml', 'reptile', 'joint', 'random'],
    },
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
export const defaultPreset: PresetName = 'sinusoid-10shot';
