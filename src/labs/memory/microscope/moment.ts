/** One step of a recorded stream: what a line came to there. Knows no React. */

import type { Standing } from '../../kit/microscope/walk';
import type { Addressed } from '../questions';
import type { Part, Recorded } from './recorded';

/** The step in sight: the first before any, and the last after all. */
export const stepAt = ({ shown }: Recorded, { k, at }: Pick<Standing, 'k' | 'at'>): number =>
  k ?? (at === 0 ? 0 : shown.length - 1);

/** A row of a quantity at a step. */
export function rowOf({ rows, columns, values }: Part, step: number, row = 0): Float32Array {
  const at = (step * rows + row) * columns;
  return values.subarray(at, at + columns);
}

/** Where the greatest number stands, the first of them; −1 of none. */
export function greatestOf(values: ArrayLike<number>): number {
  let best = values.length === 0 ? -1 : 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

/** Heads of who addresses with several: their weights are a row each. */
export const headsIn = ({ parts }: Recorded): number => parts.weights?.rows ?? 1;

/** The head that reads most sharply over the whole stream: what it does can be seen. */
export function sharpestIn({ parts: { weights } }: Pick<Recorded, 'parts'>): number {
  if (weights === undefined) return 0;
  const steps = weights.values.length / (weights.rows * weights.columns);
  const sharpness = Array.from({ length: weights.rows }, (_, head) =>
    Array.from({ length: steps }, (_step, step) => {
      const row = rowOf(weights, step, head);
      return row[greatestOf(row)]!;
    }).reduce((sum, most) => sum + most, 0),
  );
  return greatestOf(sharpness);
}

/**
 * What a head addresses at a step, with what it gives each. Slots hold what was written to them; an item is the drawing
 * before its step, with its label, and that of the first step says nothing.
 *
 * @param round of who addresses twice
 */
export function placesAt(
  { parts, holds }: Pick<Recorded, 'parts' | 'holds'>,
  step: number,
  head: number,
  round = '',
): Addressed[] {
  const scores = parts.cosines ?? parts[`scores${round}`];
  const weights = parts[`weights${round}`];
  if (scores === undefined || weights === undefined) return [];
  const [score, weight] = [rowOf(scores, step, head), rowOf(weights, step, head)];
  const count = holds === null ? step + 1 : scores.columns;
  return Array.from({ length: count }, (_, number) => ({
    number,
    of: holds === null ? number - 1 : holds[step * count + number]!,
    ...{ score: score[number]!, weight: weight[number]! },
  }));
}

/** The share of what is read that comes from drawings of the character in sight. */
export const ownShare = (
  shown: readonly { readonly character: number }[],
  places: readonly Addressed[],
  step: number,
): number =>
  places.reduce(
    (sum, { of, weight }) =>
      sum + (of >= 0 && shown[of]!.character === shown[step]!.character ? weight : 0),
    0,
  );

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The gates of an LSTM at a step, in the order of its weights. */
export function gatesAt(recorded: Recorded, step: number) {
  const gates = recorded.parts.gates!;
  const [input, forget, candidate, output] = [0, 1, 2, 3].map((row) => rowOf(gates, step, row));
  return {
    input: input!.map(sigmoid),
    forget: forget!.map(sigmoid),
    candidate: candidate!.map(Math.tanh),
    output: output!.map(sigmoid),
  };
}

/** −log p of the right label at a step. */
export const lossAt = ({ probabilities, shown, ways }: Recorded, step: number): number =>
  -Math.log(probabilities[step * ways + shown[step]!.label]!);
