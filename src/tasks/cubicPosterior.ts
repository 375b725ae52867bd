/**
 * What can be known of a cubic from some of its points by who knows the family: the exact posterior of its coefficients,
 * uniform in their ranges before, and Gaussian noise on every target.
 *
 * It is a Gaussian that ends at the bounds of the ranges, which has no moments in closed form: they are integrated, one
 * coefficient after another, each by quadrature where it has its weight given those before it. Coefficients that points
 * push against a bound come first. A noise of nearly nothing takes no more than any other.
 */

import { gaussLegendre, integrated, sightOf } from '../math/cutGaussian';
import type { Range } from '../math/range';
import { LEAST_NOISE } from './sinusoidPosterior';
import type { Belief } from './task';

type Vector = ArrayLike<number>;
type Matrix = readonly (readonly number[])[];

const COEFFICIENTS = [0, 1, 2, 3] as const;
/** Places of a coefficient in its range are counted in widths from its middle: within ±BOUND. */
const BOUND = 0.5;
/** One over the variance of such a place. */
const SPREAD = 12;
/** A precision that is as good as none: points may say nothing of a coefficient. */
const LEAST = 1e-2;
/** Standard deviations on either side that are looked at: what is further off is one in a million. */
const REACH = 5;
/** Standard deviations beyond a bound from which on a coefficient is pushed against it. */
const PUSHED = 2;

const { nodes, weights } = gaussLegendre(14);

/** @param ranges of the coefficients, from the cubic one down to the constant */
export function cubicPosterior(
  ranges: readonly Range[],
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  noise: number,
): Belief {
  const sigma = Math.max(noise, leastNoise(targets));
  const middles = ranges.map(([low, high]) => (low + high) / 2);
  const widths = ranges.map(([low, high]) => high - low);
  const rows = Array.from(inputs, (x) => powers(x).map((p, i) => (p * widths[i]!) / sigma));
  const rests = rows.map((_, n) => (targets[n]! - dot(powers(inputs[n]!), middles)) / sigma);
  const { mean, covariance } = momentsInCube(rows, rests);
  const expected = mean.map((m, i) => middles[i]! + widths[i]! * m);
  return {
    mean: (x) => dot(powers(x), expected),
    sd(x) {
      const row = powers(x).map((p, i) => p * widths[i]!);
      return Math.sqrt(Math.max(0, dot(row, times(covariance, row))));
    },
  };
}

/** Points without noise are taken to have this much: they are kept in single precision. */
const leastNoise = (targets: ArrayLike<number>): number =>
  LEAST_NOISE * Math.max(1, ...Array.from(targets, (y) => Math.abs(y) / 10));

const powers = (x: number): number[] => [x * x * x, x * x, x, 1];
const times = (m: Matrix, v: Vector): number[] => m.map((row) => dot(row, v));
function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Mean and covariance of exp(−|rows u − rests|² / 2) over the cube of all |uᵢ| ≤ BOUND. */
function momentsInCube(rows: Matrix, rests: readonly number[]) {
  const precision = COEFFICIENTS.map((i) =>
    COEFFICIENTS.map((j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
  const linear = COEFFICIENTS.map((i) =>
    rows.reduce((sum, row, n) => sum + row[i]! * rests[n]!, 0),
  );
  // From here on from the most likely place, or what is left of a spike would be lost in differences.
  const mode = modeInCube(precision, linear, rows, rests);
  const slopes = times(precision, mode).map((v, i) => linear[i]! - v);
  const bounds = mode.map((at): Range => [-BOUND - at, BOUND - at]);
  const pushed = COEFFICIENTS.filter(
    (i) =>
      Math.abs(mode[i]!) === BOUND && Math.abs(slopes[i]!) > PUSHED * Math.sqrt(precision[i]![i]!),
  );
  const free = COEFFICIENTS.filter((i) => !pushed.includes(i));
  const order = [...pushed, ...free];
  const last = order[3]!;
  // Of those that are pushed, and are still to come, it is taken that they stand at their bounds.
  const given = order.map((i, k) =>
    conditional(precision, slopes, i, pushed.includes(i) ? free : order.slice(k + 1)),
  );
  const rowsOf = precision.map((row) => Float64Array.from(row));
  const off = new Float64Array(4);
  const found: Found[] = [];
  const nest = (k: number, log: number): void => {
    const { i, linear, weights: through, curvature } = given[k]!;
    const cut = { linear: linear - dot(through, off), curvature };
    if (k === 3) {
      const { log: of, peak, mean, variance } = integrated(cut, bounds[last]!);
      off[last] = peak;
      let all = log + of;
      for (let i = 0; i < 4; i++) all += off[i]! * (slopes[i]! - dot(rowsOf[i]!, off) / 2);
      off[last] = mean;
      found.push({ log: all, off: off.slice(), variance });
    } else {
      const { from, to } = sightOf(cut, bounds[i]!, REACH);
      const half = Math.max(to - from, 1e-300) / 2;
      for (const [at, node] of nodes.entries()) {
        off[i] = from + half * (node + 1);
        nest(k + 1, log + Math.log(half * weights[at]!));
      }
    }
    off[i] = 0;
  };
  nest(0, 0);
  return moments(found, mode, last);
}

/** A place of all but the last coefficient, and what is believed of that there. */
interface Found {
  readonly log: number;
  /** From the mode; the last is a mean, with a variance. */
  readonly off: Float64Array;
  readonly variance: number;
}

function moments(found: readonly Found[], mode: readonly number[], last: number) {
  const top = found.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const parts = found.map(({ log }) => Math.exp(log - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const over = (of: (one: Found) => number) =>
    found.reduce((sum, one, n) => sum + parts[n]! * of(one), 0) / total;
  const mean = COEFFICIENTS.map((i) => over(({ off }) => off[i]!));
  const covariance = COEFFICIENTS.map((i) =>
    COEFFICIENTS.map((j) =>
      over(
        ({ off, variance }) =>
          (off[i]! - mean[i]!) * (off[j]! - mean[j]!) + (i === last && j === last ? variance : 0),
      ),
    ),
  );
  return { mean: mean.map((m, i) => mode[i]! + m), covariance };
}

/** What is believed of one coefficient given others: `linear` less `weights` times those, and a curvature. */
interface Conditional {
  readonly i: number;
  readonly linear: number;
  readonly weights: Float64Array;
  readonly curvature: number;
}

/**
 * @param unknown coefficients that are not given, but integrated out: as if the cube were a Gaussian, so that it counts that
 *   they have bounds
 */
function conditional(
  precision: Matrix,
  slopes: readonly number[],
  i: number,
  unknown: readonly number[],
): Conditional {
  const others = unknown.filter((j) => j !== i);
  const through = solved(
    others.map((j) => others.map((k) => precision[j]![k]! + (j === k ? SPREAD : 0))),
    others.map((j) => precision[j]![i]!),
  );
  const without = (of: (j: number) => number) =>
    of(i) - others.reduce((sum, j, at) => sum + through[at]! * of(j), 0);
  return {
    i,
    linear: without((j) => slopes[j]!),
    weights: Float64Array.from(COEFFICIENTS, (k) =>
      k === i || others.includes(k) ? 0 : without((j) => precision[j]![k]!),
    ),
    curvature: Math.max(
      0,
      without((j) => precision[j]![i]!),
    ),
  };
}

/** Where |rows u − rests| is least within the cube: every way of standing at bounds is tried. */
function modeInCube(
  precision: Matrix,
  linear: readonly number[],
  rows: Matrix,
  rests: readonly number[],
): readonly number[] {
  let best: readonly number[] = [0, 0, 0, 0];
  let least = Number.POSITIVE_INFINITY;
  for (let way = 0; way < 3 ** 4; way++) {
    const places = COEFFICIENTS.map((i) => Math.floor(way / 3 ** i) % 3);
    const free = COEFFICIENTS.filter((i) => places[i] === 0);
    const u = places.map((place) => [0, -BOUND, BOUND][place]!);
    const found = solved(
      free.map((i) => free.map((j) => precision[i]![j]! + (i === j ? LEAST : 0))),
      free.map((i) => linear[i]! - dot(precision[i]!, u)),
    );
    if (found.some((value) => Math.abs(value) > BOUND)) continue;
    for (const [at, i] of free.entries()) u[i] = found[at]!;
    const error = rows.reduce((sum, row, n) => sum + (dot(row, u) - rests[n]!) ** 2, 0);
    if (error < least) [best, least] = [u, error];
    // Nothing is pushed, so there is nothing better.
    if (way === 0) break;
  }
  return best;
}

/** The solution of a small positive definite system, by elimination. */
function solved(matrix: Matrix, right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) {
      const factor = rows[j]![i]! / rows[i]![i]!;
      for (let k = i; k <= rows.length; k++) rows[j]![k]! -= factor * rows[i]![k]!;
    }
  }
  const found = right.map(() => 0);
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i]!;
    const rest = found.reduce((sum, v, j) => (j > i ? sum + row[j]! * v : sum), 0);
    found[i] = (row.at(-1)! - rest) / row[i]!;
  }
  return found;
}
