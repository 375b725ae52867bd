/** The rate of every hand-written optimiser, chosen by a grid on problems of their own. */

import { type OptimizerName, optimizerNames, optimizers } from '../../algorithms/optimizers';
import type { Engine } from '../../compute/engine';
import { stream } from '../../math/rng';
import { mean } from '../../math/statistics';
import { type SurfaceName, surfaces } from '../../tasks/surfaces';
import type { Family } from './families';
import type { Grid, Grids } from './protocol';
import { courseOf, runByHand } from './runs';

/** A quarter of a decade apart, from 10⁻⁴ to 10. */
export const RATES: readonly number[] = Array.from({ length: 21 }, (_, i) => 10 ** (i / 4 - 4));

/** Steps after which a rate is judged: the horizon of the paper. */
export const TUNING_STEPS = 100;

/** The grid's best: least mean at the end, over all problems; a rate at which one diverged has none. */
function gridOf(means: readonly number[]): Grid {
  let best = 0;
  for (const [i, value] of means.entries()) if (value < means[best]!) best = i;
  return { rates: RATES, means, chosen: RATES[best]! };
}

/** Tunes every optimiser on a family, pausing now and then; the last value holds all grids. */
export async function* tune(
  engine: Engine,
  family: Family,
  seed: number,
  problems = family.tuningProblems,
): AsyncGenerator<Grids | null, void> {
  const course = courseOf(engine, family, family.draw(seed, 'tuning problems', 0, problems));
  const grids: Partial<Record<OptimizerName, Grid>> = {};
  for (const name of optimizerNames) {
    const means: number[] = [];
    for (const rate of RATES) {
      let last = Number.POSITIVE_INFINITY;
      for await (const losses of runByHand(course, name, rate, TUNING_STEPS)) {
        last = mean(losses);
        yield null;
        if (!Number.isFinite(last)) break;
      }
      means.push(Number.isFinite(last) ? last : Number.POSITIVE_INFINITY);
    }
    grids[name] = gridOf(means);
  }
  yield grids as Grids;
}

const SURFACE_STARTS = 16;

/** A walk down a surface: x, y after 0 … steps updates, interleaved. */
export function walk(
  surface: SurfaceName,
  name: OptimizerName,
  rate: number,
  start: readonly [number, number],
  steps: number,
): Float64Array {
  const path = new Float64Array(2 * (steps + 1));
  const update = optimizers[name].create(rate, 2);
  let [x, y] = start;
  for (let t = 0; ; t++) {
    path[2 * t] = x;
    path[2 * t + 1] = y;
    if (t === steps) return path;
    const change = Float64Array.from(surfaces[surface].gradient(x, y));
    update(change);
    x += change[0]!;
    y += change[1]!;
  }
}

/** Rates for a surface, tuned on random starts within its sight. */
export function tuneOnSurface(surface: SurfaceName, seed: number): Record<OptimizerName, number> {
  const { value, x, y } = surfaces[surface];
  const random = stream(seed, 'tuning starts');
  const starts = Array.from(
    { length: SURFACE_STARTS },
    () => [random.uniform(...x), random.uniform(...y)] as const,
  );
  const chosen = (name: OptimizerName): number =>
    gridOf(
      RATES.map((rate) => {
        const ends = starts.map((start) => {
          const path = walk(surface, name, rate, start, TUNING_STEPS);
          return value(path.at(-2)!, path.at(-1)!);
        });
        const average = mean(ends);
        return Number.isFinite(average) ? average : Number.POSITIVE_INFINITY;
      }),
    ).chosen;
  return Object.fromEntries(optimizerNames.map((name) => [name, chosen(name)])) as Record<
    OptimizerName,
    number
  >;
}
