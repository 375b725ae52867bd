/** Published experiments as settings. What is not published, or not followed, their words say. */

import type { Presets } from '../../spec/preset';
import type { MemorySpec } from './fields';

const seconds: MemorySpec = {
  readers: ['mann', 'kv', 'lstm', 'nearest', 'feedforward'],
  ways: 5,
  length: 30,
  testLength: 50,
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
  mannRate: 0.002,
  kvWidth: 16,
  kvHeads: 4,
  kvRate: 0.003,
  // Against 128 units at 0.002, more in the same seconds: 59% in place of 52% at the second instance after 60 s.
  lstmHidden: 64,
  lstmRate: 0.005,
  feedforwardHidden: 128,
  feedforwardRate: 0.002,
  seed: 1,
  engine: 'auto',
  workers: 'auto',
};

export const presets = {
  /** In seconds, from scratch: no published experiment, but its streams. */
  'memory-5': { spec: seconds },
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
  'three-characters': { spec: { ...seconds, ways: 3, mannSlots: 16 } },
} as const satisfies Presets<MemorySpec>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
export const defaultPreset: PresetName = 'memory-5';
