/** The rates of the optimisers that people wrote, each chosen by a grid on problems of their own. */

import type { Engine } from '../../compute/engine';
import type { Course } from '../../contenders/rules/rule';
import { mean } from '../../math/statistics';
import { courseOf, type Family } from './families';
import { type TunedName, tuned, tunedNames } from './racers';

/** A quarter of a decade apart, from 10⁻⁴ to 10. */
export const RATES: readonly number[] = Array.from({ length: 21 }, (_, i) => 10 ** (i / 4 - 4));

/** Steps after which a rate is judged: the horizon of the paper. */
export const TUNING_STEPS = 100;

/** A grid of rates on tuning problems, and the one that was chosen. */
export interface Grid {
  readonly rates: readonly number[];
  /** Mean f after so many steps; infinite where a problem diverged. */
  readonly means: readonly number[];
  readonly steps: number;
  readonly chosen: number;
}

export type Grids = Readonly<Record<TunedName, Grid>>;
export type Rates = Readonly<Record<TunedName, number>>;

/** The grid's best: least mean at the end, over all problems; a rate at which one diverged has none. */
export function gridOf(means: readonly number[]): Grid {
  const finite = means.map((value) => (Number.isFinite(value) ? value : Number.POSITIVE_INFINITY));
  let best = 0;
  for (const [i, value] of finite.entries()) if (value < finite[best]!) best = i;
  return { rates: RATES, means: finite, steps: TUNING_STEPS, chosen: RATES[best]! };
}

/** Grids as they are found: a search that was broken off goes on with them. */
export type Found = { -readonly [N in TunedName]?: Grid };

export const isWhole = (found: Found): found is Grids =>
  tunedNames.every((name) => found[name] !== undefined);

export const ratesOf = (found: Found): Partial<Rates> =>
  Object.fromEntries(Object.entries(found).map(([name, { chosen }]) => [name, chosen]));

/** How many rates have been tried, of all grids. */
export interface Tried {
  readonly tried: number;
  readonly of: number;
}

/** Finds the grids that are not `found` yet; it halts after every step of every run, and when it has found one. */
export async function* tune(
  engine: Engine,
  family: Family,
  seed: number,
  found: Found,
  problems = family.tuningProblems,
): AsyncGenerator<Tried, void> {
  const course = courseOf(engine, family, family.draw(seed, 'tuning problems', 0, problems));
  const of = tunedNames.length * RATES.length;
  for (const [i, name] of tunedNames.entries()) {
    if (found[name] !== undefined) continue;
    const means: number[] = [];
    const told = (): Tried => ({ tried: i * RATES.length + means.length, of });
    for (const rate of RATES) means.push(yield* finalMean(course, name, rate, told()));
    found[name] = gridOf(means);
    yield told();
  }
}

/** Mean f at the end, or where it stopped being a number. */
async function* finalMean(
  course: Course,
  name: TunedName,
  rate: number,
  tried: Tried,
): AsyncGenerator<Tried, number> {
  let last = Number.POSITIVE_INFINITY;
  for await (const losses of tuned[name].run(course, rate, TUNING_STEPS)) {
    last = mean(losses);
    yield tried;
    if (!Number.isFinite(last)) break;
  }
  return last;
}
