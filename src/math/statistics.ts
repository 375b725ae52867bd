/** Summaries of measured values. */

/** What a sample says of its population. */
export interface Summary {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  /** Half-width of the 95% confidence interval of the mean (Student's t); NaN for fewer than two values. */
  readonly ci95: number;
}

/** The 97.5% quantile of Student's t with `freedom` degrees of freedom. */
export function studentT975(freedom: number): number {
  if (freedom < 1) return Number.NaN;
  const small = [12.7062, 4.3027, 3.1824, 2.7764];
  const tabled = small[freedom - 1];
  if (tabled !== undefined) return tabled;
  // Expansion about the normal quantile, Abramowitz and Stegun 26.7.5.
  const z = 1.959964;
  const z3 = z ** 3;
  const z5 = z ** 5;
  const z7 = z ** 7;
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}

/** Arithmetic mean; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Middle value (mean of the two middle ones for an even count); NaN of nothing. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** That of the population, as its sample has it; NaN for fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number {
  const average = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - average) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/** Mean, median and 95% interval of a sample. */
export function summarise(values: ArrayLike<number>): Summary {
  const count = values.length;
  const sd = standardDeviation(values);
  return {
    count,
    mean: mean(values),
    median: median(values),
    ci95: count < 2 ? Number.NaN : (studentT975(count - 1) * sd) / Math.sqrt(count),
  };
}
