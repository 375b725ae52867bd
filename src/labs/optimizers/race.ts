/** The race: every optimiser on the same held-out problems from the same starts. */

import { optimizerNames } from '../../algorithms/optimizers';
import type { Coordinatewise, Engine, Rows } from '../../compute/engine';
import { summarise } from '../../math/statistics';
import type { Family } from './families';
import type { Grids, RaceCurve } from './protocol';
import { courseOf, type Losses, runByHand, runLearned } from './runs';
import type { RacerName } from './spec';

/** Summaries of f after each step, filled in as a run goes. */
class CurveOf {
  private readonly mean: number[] = [];
  private readonly ci95: number[] = [];
  private readonly median: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private lost = 0;

  add(losses: Float32Array): void {
    const sorted = Float64Array.from(losses, (f) =>
      Number.isNaN(f) ? Number.POSITIVE_INFINITY : f,
    ).sort();
    const { mean, ci95, median } = summarise(sorted);
    this.mean.push(mean);
    this.ci95.push(ci95);
    this.median.push(median);
    this.lower.push(sorted[Math.floor(sorted.length / 4)]!);
    this.upper.push(sorted[Math.floor((3 * sorted.length) / 4)]!);
    this.lost = sorted.filter((f) => f === Number.POSITIVE_INFINITY).length;
  }

  get curve(): RaceCurve {
    return {
      mean: Float64Array.from(this.mean),
      ci95: Float64Array.from(this.ci95),
      median: Float64Array.from(this.median),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      lost: this.lost,
    };
  }
}

export interface RaceOptions {
  readonly seed: number;
  readonly steps: number;
  readonly problems: number;
}

/** Runs the race, handing over the racers that have finished after every step; the last value holds all. */
export async function* race(
  engine: Engine,
  family: Family,
  optimizer: Coordinatewise,
  phi: Rows,
  grids: Grids,
  { seed, steps, problems }: RaceOptions,
): AsyncGenerator<Partial<Record<RacerName, RaceCurve>>, void> {
  const course = courseOf(engine, family, family.draw(seed, 'test problems', 0, problems));
  const done: Partial<Record<RacerName, RaceCurve>> = {};
  const runs: [RacerName, () => Losses][] = [
    ['learned', () => runLearned(course, optimizer, phi, steps)],
    ...optimizerNames.map((name): [RacerName, () => Losses] => [
      name,
      () => runByHand(course, name, grids[name].chosen, steps),
    ]),
  ];
  for (const [name, run] of runs) {
    const curve = new CurveOf();
    for await (const losses of run()) {
      curve.add(losses);
      yield done;
    }
    done[name] = curve.curve;
  }
  yield done;
}
