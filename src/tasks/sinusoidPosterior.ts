/**
 * What can be known of a sinusoid from some of its points by who knows the family: the exact posterior of amplitude and
 * phase, uniform in their ranges before, and Gaussian noise on every target.
 *
 * y = A sin(x − φ) = a sin x + b cos x, with a = A cos φ and b = −A sin φ, so that five sums say all that points say, and
 * five moments of (a, b) all that is believed of every value of the curve. The integral over A is a Gaussian's within its
 * bounds, by quadrature where that has its weight; that over φ is over cells, divided where they matter: so a noise of
 * nearly nothing, where the posterior is a spike, takes no more than any other.
 */

import { integrated } from '../math/cutGaussian';
import type { Range } from '../math/range';
import type { Stream } from '../math/rng';
import type { Belief } from './task';

export interface SinusoidFamily {
  readonly amplitude: Range;
  readonly phase: Range;
}

export interface Wave {
  readonly amplitude: number;
  readonly phase: number;
}

export interface Posterior extends Belief {
  /** Waves drawn from it. */
  draw(random: Stream): Wave;
}

/** Points without noise are taken to have this much: they are kept in single precision. */
export const LEAST_NOISE = 1e-4;

/** Cells of φ at first, and how many should matter before they are fine enough; the most often they are divided. */
const CELLS = 256;
const ENOUGH = 100;
const PARTS = 4;
const MOST_DIVISIONS = 16;
/** Cells whose logarithm of weight is as far below the greatest do not matter. */
const NEGLIGIBLE = 25;
/** @param noise standard deviation of the noise of each target; at least LEAST_NOISE */
export function sinusoidPosterior(
  { amplitude, phase }: SinusoidFamily,
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  noise: number,
): Posterior {
  const sigma = Math.max(noise, LEAST_NOISE);
  const sums = sumsOf(inputs, targets);
  const cells = cellsOf(phase, (phi) => slice(sums, amplitude, sigma, phi));
  const top = Math.max(...cells.map((cell) => cell.at.log + Math.log(cell.width)));
  const share = cells.map(({ at, width }) => Math.exp(at.log - top) * width);
  const total = share.reduce((sum, w) => sum + w, 0);
  const moment = (of: (cell: Cell) => number) =>
    cells.reduce((sum, cell, i) => sum + share[i]! * of(cell), 0) / total;
  const [a, b] = [
    moment(({ phi, at }) => at.mean * Math.cos(phi)),
    moment(({ phi, at }) => -at.mean * Math.sin(phi)),
  ];
  // About the means, or what is left of a spike would be lost in the difference.
  const centred = (of: (da: number, db: number) => number) =>
    moment(({ phi, at: { mean, variance } }) => {
      const [c, s] = [Math.cos(phi), -Math.sin(phi)];
      return of(mean * c - a, mean * s - b) + variance * of(c, s);
    });
  const [aa, ab, bb] = [centred((x) => x * x), centred((x, y) => x * y), centred((_, y) => y * y)];
  return {
    mean: (x) => a * Math.sin(x) + b * Math.cos(x),
    sd(x) {
      const [s, c] = [Math.sin(x), Math.cos(x)];
      return Math.sqrt(Math.max(0, aa * s * s + 2 * ab * s * c + bb * c * c));
    },
    draw(random) {
      const { phi, width } = chosen(cells, share, random.uniform(0, total));
      const drawn = phi + width * random.uniform(-0.5, 0.5);
      const [values, parts]: [number[], number[]] = [[], []];
      slice(sums, amplitude, sigma, drawn, (value, part) => {
        values.push(value);
        parts.push(part);
      });
      const sum = parts.reduce((all, part) => all + part, 0);
      return { amplitude: chosen(values, parts, random.uniform(0, sum)), phase: drawn };
    },
  };
}

/** The one in whose part of the line `at` lies. */
function chosen<T>(ones: readonly T[], parts: readonly number[], at: number): T {
  let left = at;
  const i = parts.findIndex((part) => {
    left -= part;
    return left < 0;
  });
  return ones.at(i)!;
}

/** All that points say. */
interface Sums {
  readonly ss: number;
  readonly sc: number;
  readonly cc: number;
  readonly sy: number;
  readonly cy: number;
  readonly yy: number;
}

function sumsOf(inputs: ArrayLike<number>, targets: ArrayLike<number>): Sums {
  let [ss, sc, cc, sy, cy, yy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < inputs.length; i++) {
    const [s, c, y] = [Math.sin(inputs[i]!), Math.cos(inputs[i]!), targets[i]!];
    ss += s * s;
    sc += s * c;
    cc += c * c;
    sy += s * y;
    cy += c * y;
    yy += y * y;
  }
  return { ss, sc, cc, sy, cy, yy };
}

/** What is believed of A at one φ. */
interface Slice {
  /** Logarithm of the weight of this φ, but for a constant. */
  readonly log: number;
  readonly mean: number;
  readonly variance: number;
}

/** @param each is told of amplitudes and their parts of the weight */
function slice(
  sums: Sums,
  amplitude: Range,
  sigma: number,
  phi: number,
  each?: (amplitude: number, part: number) => void,
): Slice {
  const [c, s] = [Math.cos(phi), -Math.sin(phi)];
  // Σ (y − A u)² = yy − 2 A uy + A² uu, with u = sin(x − φ) at every point.
  const uu = c * c * sums.ss + 2 * c * s * sums.sc + s * s * sums.cc;
  const uy = c * sums.sy + s * sums.cy;
  const cut = { linear: uy / sigma ** 2, curvature: uu / sigma ** 2 };
  const { peak, log, mean, variance } = integrated(cut, amplitude, each);
  const top = -(sums.yy - 2 * peak * uy + peak * peak * uu) / (2 * sigma * sigma);
  return { log: top + log, mean, variance };
}

/** A range of φ, its middle, and what is believed there. */
interface Cell {
  readonly phi: number;
  readonly width: number;
  readonly at: Slice;
}

function cellsOf([low, high]: Range, at: (phi: number) => Slice): readonly Cell[] {
  const cell = (phi: number, width: number): Cell => ({ phi, width, at: at(phi) });
  const first = Math.max(high - low, 1e-300) / CELLS;
  let cells = Array.from({ length: CELLS }, (_, i) => cell(low + (i + 0.5) * first, first));
  for (let division = 0; division < MOST_DIVISIONS; division++) {
    const most = Math.max(...cells.map((one) => one.at.log));
    const matters = cells.map((one) => one.at.log > most - NEGLIGIBLE);
    if (matters.filter(Boolean).length >= ENOUGH) break;
    // With those beside them: a peak may stand at a border.
    cells = cells
      .filter((_, i) => matters[i] || matters[i - 1] || matters[i + 1])
      .flatMap(({ phi, width }) =>
        Array.from({ length: PARTS }, (_, k) =>
          cell(phi + ((k + 0.5) / PARTS - 0.5) * width, width / PARTS),
        ),
      );
  }
  return cells;
}
