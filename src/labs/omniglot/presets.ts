/** Published experiments as settings. What is not published, or not followed, is said. */

import { methodNames, type OmniglotSpec } from './spec';

export interface Preset {
  readonly label: string;
  readonly source: string;
  readonly spec: OmniglotSpec;
}

/**
 * Rates of training, by what it begins with. Methods that are trained go on at a tenth of the papers' rates: at those,
 * they forget one per cent or two before they learn again.
 */
const rates = {
  checkpoint: { metaRate: 0.0001, reptileOuter: 0.1 },
  scratch: { metaRate: 0.001, reptileOuter: 1 },
} as const satisfies Record<OmniglotSpec['begin'], Partial<OmniglotSpec>>;

/** The settings with another beginning, and the rates that suit it. */
export const beginningWith = (spec: OmniglotSpec, begin: OmniglotSpec['begin']): OmniglotSpec =>
  begin === spec.begin ? spec : { ...spec, begin, ...rates[begin] };

const trained: OmniglotSpec = {
  methods: methodNames,
  ways: 5,
  shots: 1,
  queries: 3,
  statistics: 'paper',
  characters: 'omniglot',
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
  metricWays: 60,
  metricShots: 1,
  metricQueries: 4,
  jointBatch: 64,
  headRate: 1,
  headSteps: 30,
  iterations: 60_000,
  begin: 'checkpoint',
  ...rates.checkpoint,
  seed: 1,
  engine: 'auto',
};

const untrained = beginningWith(trained, 'scratch');

/** Where training departs from the papers, whatever the preset. */
export const deviations =
  'Ours: 32 filters in place of 64, fewer tasks at once, rates that fall to 0, ink 1 for Reptile too; embeddings trained with jittered drawings, 20-way for matching networks, with cosines times 10.';

const differences = `${deviations} Methods were trained beforehand, on training characters alone; Train goes on from there at a tenth of their rates.`;

export const presets = {
  'omniglot-5way-1shot': {
    label: '5-way 1-shot, trained',
    source: `Network, inner loop and rotations of Finn et al. 2017, section 5.2; Reptile as in Nichol et al. 2018; the other methods on the same body. ${differences}`,
    spec: trained,
  },
  'omniglot-5way-5shot': {
    label: '5-way 5-shot, trained',
    source: `As 5-way 1-shot, with five drawings of each character: the same weights, trained for one shot. Reptile is left out: its fifty steps on all of them take long. ${differences}`,
    spec: {
      ...trained,
      methods: ['maml', 'fomaml', 'prototypical', 'matching', 'joint', 'random', 'pixels'],
      shots: 5,
      tasks: 4,
    },
  },
  'omniglot-20way-1shot': {
    label: '20-way 1-shot, trained embeddings',
    source: `The same embeddings among twenty characters. The methods that adapt are left out: they would need a last layer of twenty, trained on its own. ${differences}`,
    spec: {
      ...trained,
      methods: ['prototypical', 'matching', 'joint', 'pixels'],
      ways: 20,
      queries: 1,
      innerRate: 0.1,
      innerSteps: 5,
      testSteps: 5,
    },
  },
  scratch: {
    label: 'From scratch, in minutes',
    source:
      'Settings that learn quickly rather than well: 16 filters, and embeddings trained 20-way with few drawings. Not from a paper.',
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
    label: 'Finn et al. 2017, from scratch',
    source:
      'arXiv 1703.03400, section 5.2: 64 filters, 32 tasks, α = 0.4, one inner step (three at test), Adam at 0.001, 60,000 meta-iterations. Hours on a laptop; a graphics device helps.',
    spec: {
      ...untrained,
      methods: ['maml', 'fomaml'],
      filters: 64,
      tasks: 32,
      decay: 'constant',
    },
  },
  'no-convolutions': {
    label: 'Finn et al. 2017, no convolutions',
    source: 'The paper’s network of dense layers, 256-128-64-64, which it reports at 89.7%.',
    spec: {
      ...untrained,
      methods: ['maml', 'fomaml', 'prototypical', 'pixels'],
      network: 'dense',
      metricWays: 20,
    },
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
export const defaultPreset: PresetName = 'omniglot-5way-1shot';
