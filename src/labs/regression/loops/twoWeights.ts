/**
 * Learning to learn with two weights: tasks whose losses are bowls in a plane, small enough to be drawn, and large enough for
 * every method to go its own way. What is drawn is computed here, by the rules of `contenders/starts`.
 *
 * A task's loss is ½ (φ − c)ᵀ H (φ − c), with one c for its support points and another for its query points.
 */

import { meanOf, minus, polar, times, type Vector } from '../../../math/vector';
import type { Mover, Picture } from './pictures';

export interface Bowl {
  /** Where its loss on the support points is least, and where that on the query points. */
  readonly support: Vector;
  readonly query: Vector;
  /** Direction in which it is steepest, in radians; its curvature there is 1. */
  readonly steep: number;
}

/** Curvature across. */
const FLAT = 0.6;

/** H v. */
function curved({ steep }: Bowl, v: Vector): Vector {
  const along = polar(1, steep);
  const share = (1 - FLAT) * (along[0] * v[0] + along[1] * v[1]);
  return [FLAT * v[0] + share * along[0], FLAT * v[1] + share * along[1]];
}

export const supportGradient = (bowl: Bowl, phi: Vector): Vector =>
  curved(bowl, minus(phi, bowl.support));
export const queryGradient = (bowl: Bowl, phi: Vector): Vector =>
  curved(bowl, minus(phi, bowl.query));

/** The weights after 0, 1, … steps on the support points, at a rate for each weight. */
export function adapt(bowl: Bowl, theta: Vector, rates: Vector, steps: number): Vector[] {
  const path = [theta];
  for (let k = 0; k < steps; k++) {
    const phi = path[k]!;
    path.push(minus(phi, times(rates, supportGradient(bowl, phi))));
  }
  return path;
}

/** The query gradient at the end of a path, carried back to its beginning: at each of its points. */
export function carriedBack(bowl: Bowl, path: readonly Vector[], rates: Vector): Vector[] {
  let v = queryGradient(bowl, path.at(-1)!);
  const all = [v];
  for (let k = path.length - 2; k >= 0; k--) {
    v = minus(v, curved(bowl, times(rates, v)));
    all.unshift(v);
  }
  return all;
}

/** The gradient, by the rates, of the query loss at the end of a path. */
export function ratesGradient(bowl: Bowl, path: readonly Vector[], rates: Vector): Vector {
  const back = carriedBack(bowl, path, rates);
  return path.slice(0, -1).reduce<Vector>(
    (sum, phi, k) => {
      return minus(sum, times(supportGradient(bowl, phi), back[k + 1]!));
    },
    [0, 0],
  );
}

interface Trained {
  readonly bowls: readonly Bowl[];
  readonly theta: Vector;
  readonly rates: Vector;
  readonly paths: readonly (readonly Vector[])[];
}

/** Where each mover moves θ, at a rate of 1. */
const moves: Readonly<Record<Mover, (all: Trained) => Vector>> = {
  carried: ({ bowls, paths, rates }) =>
    meanOf(bowls.map((bowl, i) => minus([0, 0], carriedBack(bowl, paths[i]!, rates)[0]!))),
  queries: ({ bowls, paths }) =>
    meanOf(bowls.map((bowl, i) => minus([0, 0], queryGradient(bowl, paths[i]!.at(-1)!)))),
  ends: ({ theta, paths }) => minus(meanOf(paths.map((path) => path.at(-1)!)), theta),
  mixed: ({ bowls, theta }) =>
    meanOf(
      bowls.flatMap((bowl) => [
        minus([0, 0], supportGradient(bowl, theta)),
        minus([0, 0], queryGradient(bowl, theta)),
      ]),
    ),
};

export const moveOf = (mover: Picture['mover'], all: Trained): Vector =>
  mover === null ? [0, 0] : moves[mover](all);
