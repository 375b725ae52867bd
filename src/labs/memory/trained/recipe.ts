/** How what is shipped was trained, where that differs from its preset. */

import type { MemorySpec } from '../fields';
import { beginningWith, trainedPreset, withRatesTimes } from '../presets';

/**
 * 100,000 streams, as many episodes as the figures of Santoro et al. 2016 show; of fifteen characters, whose streams are longer,
 * 16,000: some minutes of a core each.
 */
export const ITERATIONS = { onehot: 6250, strings: 1000 } as const satisfies Record<
  MemorySpec['labels'],
  number
>;

/** From where in the training on, as a share of it, rates are so much of what they begin with. */
const RATES = [
  { from: 0, times: 1 },
  { from: 0.6, times: 0.3 },
  { from: 0.85, times: 0.1 },
] as const;

/** A part of a training: until which meta-iteration, with which settings. */
export interface Part {
  readonly until: number;
  readonly spec: MemorySpec;
}

/** The parts of a training of so many meta-iterations: rates fall in two steps, and end with those of trained ones. */
export function recipeOf(
  labels: MemorySpec['labels'],
  readers: MemorySpec['readers'],
  seed: number,
  iterations: number,
): Part[] {
  const preset = beginningWith(trainedPreset[labels], 'scratch');
  const spec: MemorySpec = { ...preset, readers, seed, iterations };
  return RATES.map(({ times }, i) => ({
    until: Math.round(iterations * (RATES[i + 1]?.from ?? 1)),
    spec: withRatesTimes(spec, times),
  }));
}
