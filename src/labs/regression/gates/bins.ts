/**
 * Gates against the gradients that they read: over bins of log₁₀|g|, for each sign. What the gate of a layer makes of one and the
 * same gradient still differs from weight to weight, by the loss, the weight and the gate's past: that is the spread of a bin.
 * Gates of very different size share a bin, so that means and spreads are of log₁₀ i.
 */

import { type Layer, type Moments, momentsOf } from './statistics';

/** Powers of ten that have bins, so many in each; a gradient outside of them, or of 0, has none. */
export const LEAST = -6;
export const MOST = 3;
const BINS_A_POWER = 4;
const BINS = (MOST - LEAST) * BINS_A_POWER;
/** Fewer gates than this are no mean. */
const FEWEST = 12;

/** What gates of one layer at one step are counted into: count, sum and sum of squares of each bin, negative gradients first. */
export interface Counted {
  readonly bins: Float64Array;
  /** All gradients of the layer, and those of exactly 0. */
  all: number;
  zeros: number;
}

export const noneCounted = (): Counted => ({
  bins: new Float64Array(2 * BINS * 3),
  all: 0,
  zeros: 0,
});

/** In the place of log₁₀ 0, of a gate that single precision takes for shut. */
const SHUT = 1e-12;

/** A bin, with enough gates in it: its middle as log₁₀|g|, the sign of its gradients, and log₁₀ of its gates. */
export interface Bin extends Moments {
  readonly sign: -1 | 1;
  readonly log: number;
  readonly count: number;
}

/** Counts the input gates of these weights. @param gates [tasks, 2 P]; @param gradient [tasks, P] */
export function countInto(
  into: Counted,
  gates: Float32Array,
  gradient: Float32Array,
  parameterCount: number,
  { from, size }: Layer,
): void {
  const { bins } = into;
  for (let row = 0; row * parameterCount < gradient.length; row++) {
    for (let i = from; i < from + size; i++) {
      const g = gradient[row * parameterCount + i]!;
      into.all += 1;
      if (g === 0) {
        into.zeros += 1;
        continue;
      }
      const bin = Math.floor((Math.log10(Math.abs(g)) - LEAST) * BINS_A_POWER);
      if (bin < 0 || bin >= BINS) continue;
      const gate = Math.log10(Math.max(gates[2 * row * parameterCount + i]!, SHUT));
      const at = 3 * (bin + (g > 0 ? BINS : 0));
      bins[at]! += 1;
      bins[at + 1]! += gate;
      bins[at + 2]! += gate * gate;
    }
  }
}

export function binsOf({ bins }: Counted): Bin[] {
  return Array.from({ length: 2 * BINS }, (_, b): Bin => {
    const [count, sum, squares] = [bins[3 * b]!, bins[3 * b + 1]!, bins[3 * b + 2]!];
    return {
      sign: b < BINS ? -1 : 1,
      log: LEAST + ((b % BINS) + 0.5) / BINS_A_POWER,
      count,
      ...momentsOf([count, sum, squares]),
    };
  }).filter(({ count }) => count >= FEWEST);
}

/** The least and the greatest mean among bins; null of none. */
export function reachOf(bins: readonly Bin[]): { readonly least: Bin; readonly most: Bin } | null {
  if (bins.length === 0) return null;
  const by = (a: Bin, b: Bin) => a.mean - b.mean;
  return { least: bins.toSorted(by)[0]!, most: bins.toSorted(by).at(-1)! };
}
