/** Ways down a function of two variables. */

import type { Engine } from '../../compute/engine';
import type { Updates } from '../../contenders/rules/rule';
import { stream } from '../../math/rng';
import { mean } from '../../math/statistics';
import type { Turn } from '../../session/turn';
import { type SurfaceName, surfaces } from '../../tasks/surfaces';
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
