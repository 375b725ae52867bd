/** Published experiments as settings. What a paper does not state is chosen here; their words say which that is. */

import type { Presets } from '../../spec/preset';
import type { RegressionSpec } from './fields';

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
  metasgdStart: 0.01,
  anilLayers: 1,
  anilRate: 0.03,
  imamlLambda: 30,
  imamlSteps: 20,
  imamlRate: 0.005,
  imamlProducts: 6,
  raviDerivatives: 'constants',
  raviForget: 'free',
  raviPreprocessing: 'log-sign',
  raviJudged: 'own',
  cnpWidth: 64,
  cnpRate: 0.003,
  acnpWidth: 64,
  acnpRate: 0.003,
  contenders: ['maml', 'fomaml', 'reptile', 'joint', 'random'],
  seed: 1,
  engine: 'auto',
  workers: 'auto',
};

export const presets = {
  'sinusoid-10shot': {
    spec: finn,
  },
  'sinusoid-5shot': {
    spec: { ...finn, shots: 5, queries: 5, reptileBatch: 5 },
  },
  'reptile-toy': {
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
  metasgd: {
    spec: { ...finn, contenders: ['maml', 'metasgd', 'random'] },
  },
  anil: {
    spec: {
      ...finn,
      innerSteps: 5,
      iterations: 20_000,
      contenders: ['maml', 'anil', 'random'],
    },
  },
} as const satisfies Presets<RegressionSpec>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
export const defaultPreset: PresetName = 'sinusoid-10shot';
