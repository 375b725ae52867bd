/** Ways down a function of two variables. */

import type { Engine } from '../../compute/engine';
import type { DescentRule, Landscape } from '../../contenders/rules/descent';
import type { Updates } from '../../contenders/rules/rule';
import { stream } from '../../math/rng';
import { mean } from '../../math/statistics';
import type { Turn } from '../../session/turn';
import { type Surface, type SurfaceName, surfaces } from '../../tasks/surfaces';
import { tuned, tunedNames } from './racers';
import { gridOf, RATES, type Rates, TUNING_STEPS } from './tuning';

/**
 * Walks down a surface from one or more starts at once.
 *
 * @param starts x, y of each
 * @returns x, y of each after 0 … steps updates, row-major [steps + 1, 2 starts]
 */
export async function walk(
  surface: SurfaceName,
  updates: Updates,
  starts: ArrayLike<number>,
  steps: number,
  turn: Turn,
): Promise<Float64Array> {
  const width = starts.length;
  const at = Float64Array.from(starts);
  const path = new Float64Array(width * (steps + 1));
  try {
    for (let t = 0; ; t++) {
      path.set(at, t * width);
      if (t === steps) return path;
      const gradients = new Float64Array(width);
      for (let i = 0; i < width; i += 2) {
        gradients.set(surfaces[surface].gradient(at[i]!, at[i + 1]!), i);
      }
      const changes = await updates.next(gradients);
      for (let i = 0; i < width; i++) at[i]! += changes[i]!;
      await turn.pause();
    }
  } finally {
    updates.release();
  }
}

/** Whether those that know a quadratic can come down on it. */
export const hasCurvature = (name: SurfaceName): boolean => 'curvature' in surfaces[name];

/** The way of one that has nothing to tune, as `walk` has it. */
export async function descend(
  surface: SurfaceName,
  rule: DescentRule,
  start: readonly [number, number],
  steps: number,
  turn: Turn,
): Promise<Float64Array> {
  const { value, gradient, curvature = () => [0, 0] }: Surface = surfaces[surface];
  const landscape: Landscape = {
    problems: 1,
    dimension: 2,
    at: async ([x, y]) => ({ f: [value(x!, y!)], gradient: gradient(x!, y!) }),
    curvature: async (_theta, [dx, dy]) => curvature(dx!, dy!),
  };
  const path = new Float64Array(2 * (steps + 1));
  let t = 0;
  for await (const { theta } of rule.descend(landscape, start)) {
    path.set(theta, 2 * t);
    if (t === steps) break;
    t += 1;
    await turn.pause();
  }
  return path;
}

const STARTS = 16;

/** Rates for a surface, tuned on random starts within its sight. */
export async function tuneOnSurface(
  engine: Engine,
  surface: SurfaceName,
  seed: number,
  turn: Turn,
): Promise<Rates> {
  const { value, x, y } = surfaces[surface];
  const random = stream(seed, 'tuning starts');
  const starts = Array.from({ length: STARTS }, () => [
    random.uniform(...x),
    random.uniform(...y),
  ]).flat();
  const chosen: [string, number][] = [];
  for (const name of tunedNames) {
    const means: number[] = [];
    for (const rate of RATES) {
      const updates = tuned[name].propose(engine, rate, starts.length);
      const path = await walk(surface, updates, starts, TUNING_STEPS, turn);
      const ends = path.subarray(-starts.length);
      means.push(
        mean(Array.from({ length: STARTS }, (_, i) => value(ends[2 * i]!, ends[2 * i + 1]!))),
      );
    }
    chosen.push([name, gridOf(means).chosen]);
  }
  return Object.fromEntries(chosen) as Rates;
}
