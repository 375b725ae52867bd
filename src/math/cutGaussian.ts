/** exp(linear·v − curvature·v² / 2) between two bounds, by quadrature where it has its weight: a Gaussian, or what bounds leave. */

import type { Range } from './range';

/** Standard deviations on either side of a Gaussian, and decays of an exponential, that matter. */
const REACH = 6;
const DECAYS = 30;

export interface Cut {
  readonly linear: number;
  /** At least 0. */
  readonly curvature: number;
}

/** Where it is greatest, and from where to where it matters; its slope there, nothing but at a bound. */
export function sightOf({ linear, curvature }: Cut, [low, high]: Range, reach = REACH) {
  const peak = curvature > 0 ? Math.min(Math.max(linear / curvature, low), high) : low;
  // From there it falls off as a Gaussian does, at a bound as an exponential.
  const sd = 1 / Math.sqrt(Math.max(curvature, 1e-300));
  const slope = linear - peak * curvature;
  const decays = slope !== 0 ? DECAYS / Math.abs(slope) : Number.POSITIVE_INFINITY;
  const far = Math.min(reach * sd, decays);
  return { peak, slope, from: Math.max(low, peak - far), to: Math.min(high, peak + far) };
}

/** Of its integral, the part that is told of its greatest value, and its mean and variance. */
export interface Integrated {
  readonly peak: number;
  /** Logarithm of the integral, over the value at the peak. */
  readonly log: number;
  readonly mean: number;
  readonly variance: number;
}

/** @param each is told of values and their parts of the integral */
export function integrated(
  cut: Cut,
  bounds: Range,
  each?: (value: number, part: number) => void,
): Integrated {
  const { peak, slope, from, to } = sightOf(cut, bounds);
  const { curvature } = cut;
  if (each === undefined && slope === 0 && from > bounds[0] && to < bounds[1]) {
    // Nothing of it is cut off that matters.
    const log = Math.log((2 * Math.PI) / curvature) / 2;
    return { peak, log, mean: peak, variance: 1 / curvature };
  }
  const half = curvature / 2;
  let [sum, first, second] = [0, 0, 0];
  for (let i = 0; i < sixteen.nodes.length; i++) {
    const d = from + ((to - from) * (sixteen.nodes[i]! + 1)) / 2 - peak;
    const part = sixteen.weights[i]! * Math.exp(d * (slope - d * half));
    sum += part;
    first += part * d;
    second += part * d * d;
    each?.(peak + d, part);
  }
  const mean = first / sum;
  // Of no width, where the value is known beforehand.
  const width = Math.max(to - from, 1e-300);
  return {
    peak,
    log: Math.log((sum * width) / 2),
    mean: peak + mean,
    variance: Math.max(0, second / sum - mean * mean),
  };
}

/** Nodes in [−1, 1] and weights, by Newton's method from Legendre's polynomial. */
export function gaussLegendre(count: number) {
  const at = (x: number) => {
    let [p, before] = [1, 0];
    for (let k = 1; k <= count; k++) {
      [p, before] = [((2 * k - 1) * x * p - (k - 1) * before) / k, p];
    }
    return { p, slope: (count * (x * p - before)) / (x * x - 1) };
  };
  const found = Array.from({ length: count }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    for (let turn = 0; turn < 20; turn++) {
      const { p, slope } = at(x);
      x -= p / slope;
    }
    return { node: x, weight: 2 / ((1 - x * x) * at(x).slope ** 2) };
  });
  return { nodes: found.map(({ node }) => node), weights: found.map(({ weight }) => weight) };
}

const sixteen = gaussLegendre(16);
