/** Published experiments as settings. What is not published, or not followed, their words say. */

import type { Presets } from '../../spec/preset';
import type { MemorySpec } from './fields';

/**
 * Rates of training, by what it begins with: those that are trained ended with a tenth, and are trained on with it.
 * Against 128 units at 0.002, 64 units of the LSTM at 0.005 learn more in the same seconds: 59% in place of 52% at the second
 * instance after 60 s.
 */
const rates = {
  scratch: {
    mannRate: 0.002,
    kvRate: 0.003,
    snailRate: 0.003,
    lstmRate: 0.005,
    feedforwardRate: 0.002,
  },
  checkpoint: {
    mannRate: 0.0002,
    kvRate: 0.0003,
    snailRate: 0.0003,
    lstmRate: 0.0005,
    feedforwardRate: 0.0002,
  },
} as const satisfies Record<MemorySpec['begin'], Partial<MemorySpec>>;

/** The settings with the rates that suit their beginning. */
export const withRates = (spec: MemorySpec): MemorySpec => ({ ...spec, ...rates[spec.begin] });

/** The settings with every rate so many times what it is. */
export const withRatesTimes = (spec: MemorySpec, times: number): MemorySpec => ({
  ...spec,
  ...Object.fromEntries(
    Object.keys(rates.scratch).map((name) => [
      name,
      spec[name as keyof (typeof rates)['scratch']] * times,
    ]),
  ),
});

/** The settings with another beginning, and its rates. */
export const beginningWith = (spec: MemorySpec, begin: MemorySpec['begin']): MemorySpec =>
  begin === spec.begin ? spec : withRates({ ...spec, begin });

/** A preset is the same whatever a run begins with. */
export const like = (preset: MemorySpec, { begin }: MemorySpec): MemorySpec =>
  beginningWith(preset, begin);

const seconds: MemorySpec = {
  readers: ['mann', 'kv', 'snail', 'lstm', 'nearest', 'rare', 'feedforward'],
  ways: 5,
  labels: 'onehot',
  length: 30,
  testLength: 50,
  beyond: 0,
  order: 'independent',
  features: 'embedding',
  characters: 'omniglot',
  batch: 16,
  iterations: 10_000,
  mannController: 'feedforward',
  mannInput: 'pair',
  mannHidden: 128,
  mannSlots: 32,
  mannWidth: 32,
  mannHeads: 2,
  mannDecay: 0.95,
  mannSharpness: 'learned',
  mannWriting: 'lru',
  kvWidth: 16,
  kvHeads: 4,
  snailFilters: 32,
  snailBlocks: 1,
  snailWidth: 32,
  lstmHidden: 64,
  rareSlots: 32,
  feedforwardHidden: 128,
  begin: 'scratch',
  ...rates.scratch,
  seed: 1,
  engine: 'auto',
  workers: 'auto',
};

export const presets = {
  /** In seconds, from scratch: no published experiment, but its streams. */
  'memory-5': { spec: seconds },
  /** As they were trained beforehand: with a memory that has room for a whole stream, and on streams as long as those of the test. */
  'memory-trained': {
    spec: { ...beginningWith(seconds, 'checkpoint'), length: 50, mannSlots: 128 },
  },
  /** The memory of Santoro et al. 2016: their controller, slots and heads, with labels that are late by one drawing. */
  santoro: {
    spec: {
      ...seconds,
      length: 50,
      mannController: 'lstm',
      mannInput: 'late',
      mannHidden: 200,
      mannSlots: 128,
      mannWidth: 40,
      mannHeads: 4,
      mannRate: 0.001,
      lstmHidden: 200,
      lstmRate: 0.001,
      iterations: 100_000,
    },
  },
  /** Fifteen characters, labels as strings: the second table of Santoro et al. 2016. */
  'memory-strings': {
    spec: {
      ...seconds,
      ways: 15,
      labels: 'strings',
      length: 60,
      testLength: 150,
      mannSlots: 128,
    },
  },
  'three-characters': { spec: { ...seconds, ways: 3, mannSlots: 16 } },
} as const satisfies Presets<MemorySpec>;

/** The preset of labels of a kind that readers are trained beforehand with, where any are shipped: none with strings yet. */
export const trainedPreset = {
  onehot: presets['memory-trained'].spec,
  strings: presets['memory-strings'].spec,
} as const satisfies Record<MemorySpec['labels'], MemorySpec>;

/** The preset of trained readers, for who and on which machine these settings are. */
export const trainedLike = ({
  labels,
  readers,
  characters,
  seed,
  engine,
  workers,
}: MemorySpec): MemorySpec => ({
  ...trainedPreset[labels],
  ...{ readers, characters, seed, engine, workers },
});

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
export const defaultPreset: PresetName = 'memory-5';
