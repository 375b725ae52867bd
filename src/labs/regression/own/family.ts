/** How far a task of one's own is from the family that was practised on: the nearest of that family, and what is left. */

import { linspace, type Range } from '../../../math/range';
import type { Point } from '../../../spec/field';
import type { RegressionSpec } from '../fields';
import type { OwnTask } from './code';

/** Root mean squared error below which two curves are the same to the eye: a part of how high they go, … */
const SAME = 0.01;
/** … but no less than what points lose that are written with three decimals. */
const ROUNDED = 5e-4;
const PLACES = 201;
/** With values at fewer inputs of training, nothing can be said of it. */
export const LEAST_SHARE = 0.5;
/** Phases that are tried, then divisions of the best one's surroundings. */
const PHASES = 720;
const DIVISIONS = 40;
const SWEEPS = 4000;

type Parameters = Readonly<Record<string, number>>;
interface Fit {
  readonly parameters: Parameters;
  /** Root of the mean squared error. */
  readonly off: number;
}

export interface Verdict {
  /** In the family and its ranges; in the family with other parameters; not in it; with too few values to tell. */
  readonly code: 'inside' | 'ranges' | 'outside' | 'few';
  /** The nearest in the family without its ranges, and within them. */
  readonly free: Fit;
  readonly nearest: Fit;
  /** Part of the inputs of training at which it has a value; of points, 1. */
  readonly share: number;
  /** Its points that lie beyond the inputs of training, of all; none where it is no list of points. */
  readonly beyond: number;
  readonly of: number;
}

/** Null where it has no value at any input of training. */
export function verdictOf(spec: RegressionSpec, own: OwnTask): Verdict | null {
  const [low, high] = spec.inputRange;
  const all =
    own.points ??
    linspace(spec.inputRange, PLACES)
      .map((x): Point => ({ x, y: own.value(x) }))
      .filter(({ y }) => Number.isFinite(y));
  const within = all.filter(({ x }) => x >= low - 1e-9 && x <= high + 1e-9);
  if (within.length === 0) return null;
  const [free, nearest] = spec.task === 'sinusoid' ? waves(spec, within) : cubics(spec, within);
  const share = own.points === null ? within.length / PLACES : 1;
  const same = Math.max(ROUNDED, SAME * root(within.map(({ y }) => y)));
  const beyond = own.points === null ? 0 : all.length - within.length;
  const code =
    share < LEAST_SHARE
      ? 'few'
      : nearest.off <= same
        ? 'inside'
        : free.off <= same
          ? 'ranges'
          : 'outside';
  return { code, free, nearest, share, beyond, of: all.length };
}

/** Parameters of the nearest that its ranges do not reach, to the two decimals that are said of them. */
export function outOfRange(spec: RegressionSpec, { parameters }: Fit): Parameters {
  const ranges: Readonly<Record<string, Range>> =
    spec.task === 'sinusoid'
      ? { amplitude: spec.amplitude, phase: spec.phase }
      : { a: spec.a, b: spec.b, c: spec.c, d: spec.d };
  const out = Object.entries(parameters).filter(([name, value]) => {
    const [low, high] = ranges[name]!;
    return value < low - 0.005 || value > high + 0.005;
  });
  return out.length === 0 ? parameters : Object.fromEntries(out);
}

const root = (errors: readonly number[]): number =>
  Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);

function waves({ amplitude, phase }: RegressionSpec, points: readonly Point[]): [Fit, Fit] {
  const waveAt = ([low, high]: Range, phi: number): Fit => {
    let [ss, sy] = [0, 0];
    for (const { x, y } of points) {
      const s = Math.sin(x - phi);
      ss += s * s;
      sy += s * y;
    }
    const a = Math.min(high, Math.max(low, ss > 0 ? sy / ss : 0));
    const off = root(points.map(({ x, y }) => y - a * Math.sin(x - phi)));
    return { parameters: { amplitude: a, phase: phi }, off };
  };
  const best = (of: Range, [from, to]: Range): Fit => {
    const nearer = (a: Fit, b: Fit) => (b.off < a.off ? b : a);
    let found = linspace([from, to], PHASES + 1)
      .map((phi) => waveAt(of, phi))
      .reduce(nearer);
    let step = (to - from) / PHASES;
    for (let k = 0; k < DIVISIONS; k++) {
      step /= 2;
      for (const by of [-step, step]) {
        const phi = Math.min(to, Math.max(from, found.parameters.phase! + by));
        found = nearer(found, waveAt(of, phi));
      }
    }
    return found;
  };
  const nearest = best(amplitude, phase);
  // One turn about the middle of the phases of training: a wave is the same a turn later.
  const middle = (phase[0] + phase[1]) / 2;
  const free = best([0, Number.POSITIVE_INFINITY], [middle - Math.PI, middle + Math.PI]);
  return [free.off < nearest.off ? free : nearest, nearest];
}

const COEFFICIENTS = ['a', 'b', 'c', 'd'] as const;

/** Least squares within bounds, one coefficient at a time: the error is convex, so that this leads to its least. */
function cubics(spec: RegressionSpec, points: readonly Point[]): [Fit, Fit] {
  const within = COEFFICIENTS.map((name) => spec[name]);
  const anything: Range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const best = (ranges: readonly Range[]): Fit => {
    const columns = COEFFICIENTS.map((_, i) => points.map(({ x }) => x ** (3 - i)));
    const squares = columns.map((column) => column.reduce((sum, v) => sum + v * v, 0));
    const values = ranges.map(([low, high]) => Math.min(high, Math.max(low, 0)));
    const left = points.map(
      ({ y }, k) => y - values.reduce((sum, v, i) => sum + v * columns[i]![k]!, 0),
    );
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      let moved = 0;
      for (const [i, column] of columns.entries()) {
        if (squares[i] === 0) continue;
        const gain = column.reduce((sum, v, k) => sum + v * left[k]!, 0) / squares[i]!;
        const [low, high] = ranges[i]!;
        const to = Math.min(high, Math.max(low, values[i]! + gain));
        const by = to - values[i]!;
        values[i] = to;
        moved = Math.max(moved, Math.abs(by) * Math.sqrt(squares[i]!));
        for (const [k, v] of column.entries()) left[k]! -= by * v;
      }
      if (moved < 1e-9) break;
    }
    const parameters = Object.fromEntries(COEFFICIENTS.map((name, i) => [name, values[i]!]));
    return { parameters, off: root(left) };
  };
  return [best(COEFFICIENTS.map(() => anything)), best(within)];
}
