/** The race: every optimiser on the same held-out problems from the same starts. */

import type { Course } from '../../contenders/rules/rule';
import { summarise } from '../../math/statistics';
import type { Racer, RacerName } from './racers';

/** f after 0 … steps updates, over problems. */
export interface RaceCurve {
  readonly mean: Float64Array;
  readonly ci95: Float64Array;
  readonly median: Float64Array;
  /** Quartiles. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Problems on which f stopped being a number. */
  readonly lost: number;
}

export type Curves = Readonly<Partial<Record<RacerName, RaceCurve>>>;

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

/** Runs one after another; after every step it hands over the curves of those that have finished, in the end all. */
export async function* race(
  course: Course,
  racers: readonly Racer[],
  steps: number,
): AsyncGenerator<Curves, void> {
  const done: Partial<Record<RacerName, RaceCurve>> = {};
  for (const racer of racers) {
    const curve = new CurveOf();
    for await (const losses of racer.run(course, steps)) {
      curve.add(losses);
      yield done;
    }
    done[racer.name] = curve.curve;
  }
  yield done;
}
