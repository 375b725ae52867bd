/** Means and spreads of gates over tasks and over the weights of a layer, and what they come to in a sentence. */

import type { Learner } from '../../../compute/engine';

export interface Layer {
  readonly from: number;
  readonly size: number;
}

/** Where the weights of each layer lie. */
export const layersOf = ({
  layerOffsets,
  parameterCount,
}: Pick<Learner, 'layerOffsets' | 'parameterCount'>): Layer[] =>
  layerOffsets.map((from, l) => ({
    from,
    size: (layerOffsets[l + 1] ?? parameterCount) - from,
  }));

/** How many, their sum and that of their squares. */
export type LayerSums = readonly [number, number, number];

export interface Moments {
  readonly mean: number;
  /** The standard deviation. */
  readonly spread: number;
}

/** The sums with what gates of these weights add: of input gates, or of what forget gates do not keep. @param gates [tasks, 2 P] */
export function sumsOf(
  gates: Float32Array,
  parameterCount: number,
  { from, size }: Layer,
  of: 'input' | 'lost',
  [count, sum, squares]: LayerSums,
): LayerSums {
  let [n, total, square] = [count, sum, squares];
  const first = from + (of === 'lost' ? parameterCount : 0);
  for (let row = first; row < gates.length; row += 2 * parameterCount) {
    for (let i = row; i < row + size; i++) {
      const value = of === 'lost' ? 1 - gates[i]! : gates[i]!;
      n += 1;
      total += value;
      square += value * value;
    }
  }
  return [n, total, square];
}

export function momentsOf([count, sum, squares]: LayerSums): Moments {
  const mean = sum / count;
  return { mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}

/** The layer whose means over all steps are smallest, and the one whose are largest. */
export function extremes(table: readonly (readonly Moments[])[]) {
  const means = table.map((layer) => layer.reduce((sum, { mean }) => sum + mean, 0) / layer.length);
  const at = (value: number) => ({ layer: means.indexOf(value), mean: value });
  return { least: at(Math.min(...means)), most: at(Math.max(...means)) };
}
