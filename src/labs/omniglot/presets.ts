/** Published experiments as settings. What is not published, or not followed, their words say. */

import type { Presets } from '../../spec/preset';
import type { OmniglotSpec } from './fields';

/**
 * Rates of training, by what it begins with. Methods that are trained go on at a tenth of the papers' rates: at those,
 * they forget one per cent or two before they learn again.
 */
const rates = {
  checkpoint: { metaRate: 0.0001, reptileOuter: 0.1 },
  scratch: { metaRate: 0.001, reptileOuter: 1 },
} as const satisfies Record<OmniglotSpec['begin'], Partial<OmniglotSpec>>;

/** The settings with the rates that suit their beginning. */
export const withRates = (spec: OmniglotSpec): OmniglotSpec => ({ ...spec, ...rates[spec.begin] });

/** The settings with another beginning, and its rates. */
export const beginningWith = (spec: OmniglotSpec, begin: OmniglotSpec['begin']): OmniglotSpec =>
  begin === spec.begin ? spec : withRates({ ...spec, begin });

/** A preset is the same whatever a run begins with. */
export const like = (preset: OmniglotSpec, { begin }: OmniglotSpec): OmniglotSpec =>
  beginningWith(preset, begin);

const trained: OmniglotSpec = {
  methods: [
    ...(['maml', 'fomaml', 'reptile', 'prototypical', 'matching'] as const),
    ...(['joint', 'random', 'pixels'] as const),
  ],
  ways: 5,
  shots: 1,
  queries: 3,
  statistics: 'paper',
  characters: 'omniglot',
  within: 'any',
  drawers: 'any',
  split: 'characters',
  normalise: 'off',
  network: 'convolutional',
  filters: 32,
  pooling: 'flatten',
  tasks: 8,
  trainQueries: 1,
  innerRate: 0.4,
  innerSteps: 1,
  testSteps: 3,
  decay: 'linear',
  jitter: 0,
  reptileShots: 10,
  reptileSteps: 5,
  reptileBatch: 10,
  reptileRate: 0.001,
  reptileTestSteps: 50,
  metasgdStart: 0.4,
  anilLayers: 1,
  anilRate: 0.4,
  raviSteps: 5,
  raviStart: 0.4,
  raviDerivatives: 'constants',
  raviForget: 'free',
  raviPreprocessing: 'log-sign',
  matchingfceSteps: 5,
  metricWays: 60,
  metricShots: 1,
  metricQueries: 4,
  alphabetWidths: '16-32-64-128',
  alphabetRate: 0.008,
  alphabetKeep: 0.995,
  alphabetEpisodes: 4,
  alphabetWays: 20,
  alphabetBend: 1,
  jointBatch: 64,
  headRate: 1,
  headSteps: 30,
  iterations: 60_000,
  begin: 'checkpoint',
  ...rates.checkpoint,
  seed: 1,
  engine: 'auto',
  workers: 'auto',
};

const untrained = beginningWith(trained, 'scratch');

export const presets = {
  'omniglot-5way-1shot': {
    spec: trained,
  },
  'omniglot-5way-5shot': {
    spec: {
      ...trained,
      methods: ['maml', 'fomaml', 'prototypical', 'matching', 'joint', 'random', 'pixels'],
      shots: 5,
      tasks: 4,
    },
  },
  'omniglot-20way-1shot': {
    spec: {
      ...trained,
      methods: ['prototypical', 'matching', 'joint', 'pixels'],
      ways: 20,
      queries: 1,
      innerRate: 0.1,
      anilRate: 0.1,
      innerSteps: 5,
      testSteps: 5,
    },
  },
  scratch: {
    spec: {
      ...untrained,
      methods: ['maml', 'prototypical', 'pixels'],
      filters: 16,
      tasks: 4,
      metricWays: 20,
      metricQueries: 5,
      metaRate: 0.002,
      decay: 'constant',
      iterations: 20_000,
    },
  },
  paper: {
    spec: {
      ...untrained,
      methods: ['maml', 'fomaml'],
      filters: 64,
      tasks: 32,
      decay: 'constant',
    },
  },
  'within-alphabet': {
    spec: {
      ...trained,
      methods: ['prototypical', 'matching', 'joint', 'pixels'],
      ...{ ways: 20, queries: 1, within: 'alphabet' },
    },
  },
  lake: {
    spec: {
      ...trained,
      methods: ['alphabet', 'pixels'],
      ...{ ways: 20, queries: 1 },
      ...{ within: 'alphabet', drawers: 'two', split: 'alphabets', normalise: 'on' },
      iterations: 2400,
    },
  },
  'no-convolutions': {
    spec: {
      ...untrained,
      methods: ['maml', 'fomaml', 'prototypical', 'pixels'],
      network: 'dense',
      metricWays: 20,
    },
  },
} as const satisfies Presets<OmniglotSpec>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
export const defaultPreset: PresetName = 'omniglot-5way-1shot';
