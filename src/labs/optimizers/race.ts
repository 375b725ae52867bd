/** The race: every optimiser on the same held-out problems from the same starts. */

import type { Course } from '../../contenders/rules/rule';
import { summariseTasks } from '../kit/runaways';
import { type Racer, type RacerName, racerNames, tunedNames } from './racers';

/** f after 0 … steps updates, over problems. */
export interface RaceCurve {
  readonly mean: Float64Array;
  readonly ci95: Float64Array;
  readonly median: Float64Array;
  /** Quartiles. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Problems that it has run away on by then: mean and interval are of the others. */
  readonly ranAway: Float64Array;
}

export type Curves = Readonly<Partial<Record<RacerName, RaceCurve>>>;

/** By racer as they are named everywhere, whoever finished first. */
export const inOrder = (curves: Curves): Curves =>
  Object.fromEntries(
    racerNames.flatMap((name) => (curves[name] === undefined ? [] : [[name, curves[name]]])),
  );

/** Summaries of f after each step, filled in as a run goes. */
class CurveOf {
  private readonly mean: number[] = [];
  private readonly ci95: number[] = [];
  private readonly median: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly ranAway: number[] = [];
  private starts: Float32Array | null = null;

  add(losses: Float32Array): void {
    const sorted = Float64Array.from(losses, (f) =>
      Number.isNaN(f) ? Number.POSITIVE_INFINITY : f,
    ).sort();
    this.starts ??= losses.slice();
    const { mean, ci95, median, ranAway } = summariseTasks(losses, this.starts);
    this.mean.push(mean);
    this.ci95.push(ci95);
    this.median.push(median);
    this.lower.push(sorted[Math.floor(sorted.length / 4)]!);
    this.upper.push(sorted[Math.floor((3 * sorted.length) / 4)]!);
    this.ranAway.push(ranAway);
  }

  get curve(): RaceCurve {
    return {
      mean: Float64Array.from(this.mean),
      ci95: Float64Array.from(this.ci95),
      median: Float64Array.from(this.median),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      ranAway: Float64Array.from(this.ranAway),
    };
  }
}

/** The best of those that people wrote after so many steps, or at the end if the race is shorter. */
export function bestTuned(curves: Curves, at: number, average: 'mean' | 'median') {
  const finals = tunedNames.map((name) => {
    const along = curves[name]?.[average] ?? [];
    return { name, f: along[Math.min(at, along.length - 1)] ?? Number.POSITIVE_INFINITY };
  });
  return finals.reduce((a, b) => (b.f < a.f || !Number.isFinite(a.f) ? b : a));
}

/**
 * Runs one after another; after every step it hands over the curves of those that have finished, in the end all.
 *
 * @param racers as they come; null where one is to be waited for
 */
export async function* race(
  course: Course,
  racers: Iterable<Racer> | AsyncIterable<Racer | null>,
  steps: number,
): AsyncGenerator<Curves, void> {
  let done: Curves = {};
  for await (const racer of racers) {
    if (racer === null) {
      yield done;
      continue;
    }
    const curve = new CurveOf();
    for await (const losses of racer.run(course, steps)) {
      curve.add(losses);
      yield done;
    }
    done = { ...done, [racer.name]: curve.curve };
  }
  yield done;
}
