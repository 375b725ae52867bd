/** Which rates are looked at, and which of them is best. */

import { type ContenderName, sheetOf } from '../methods';

/** Query losses after one step, and how they change at the rate of now. */
export interface RateCurve {
  /** At each of the rates that are looked at. */
  readonly losses: Float64Array;
  /** At the rate of now, */
  readonly loss: number;
  /** and its derivative by the rate there: −⟨∇L_Q(φ), ∇L_S(θ)⟩, the mean over tasks. */
  readonly slope: number;
}

export interface Rates {
  /** Those that are looked at; of a contender that has rates of its own, times those. */
  readonly rates: readonly number[];
  /** That of now; 1 of a contender that has its own. */
  readonly rate: number;
}

/** Evenly spaced in their logarithm, eight to a power of ten. */
const logarithmic = (low: number, high: number): readonly number[] =>
  Array.from({ length: 8 * (high - low) + 1 }, (_, i) =>
    Number((10 ** (low + i / 8)).toPrecision(6)),
  );

/** Of all whose step is α times the gradient; and what the rates of those that have their own are multiplied by. */
export const rates = logarithmic(-3, 0);
export const factors = logarithmic(-1, 1);

/** Whether the α of the settings is not the one that it adapts by. */
export function hasOwnRate(name: ContenderName): boolean {
  const { knobs, fields, ownLoop = false } = sheetOf(name);
  return ownLoop || (knobs[0] !== undefined && Object.hasOwn(fields, knobs[0]));
}

/** The rate whose loss is least, of those that were looked at; null where none is a number. */
export function bestRate(
  { rates: all }: Pick<Rates, 'rates'>,
  { losses }: Pick<RateCurve, 'losses'>,
): number | null {
  const found = all.filter((_, i) => Number.isFinite(losses[i]!));
  if (found.length === 0) return null;
  const lossAt = (rate: number) => losses[all.indexOf(rate)]!;
  return found.reduce((best, rate) => (lossAt(rate) < lossAt(best) ? rate : best));
}

/** Where the rate should go: about where it is, if the best one is within a step of those that were looked at. */
export function wayTo({ rates: all, rate }: Rates, best: number): 'less' | 'stay' | 'more' {
  const step = all[1]! / all[0]!;
  if (best > rate * step * 1.01) return 'more';
  return best < rate / (step * 1.01) ? 'less' : 'stay';
}

/** The tangent at the rate of now where the abscissa is log₁₀ of the rate: its ordinates at some of these. */
export const tangentAt = (
  { loss, slope }: RateCurve,
  rate: number,
  logs: readonly number[],
): number[] => logs.map((log) => loss + slope * rate * Math.LN10 * (log - Math.log10(rate)));
