/** Losses over held-out tasks, step by step: what is asked, and the answer as it grows. */

import { afterEachStep, asJudged, spreadOf } from '../../../contenders/evaluation';
import { stream } from '../../../math/rng';
import type { Turn } from '../../../session/turn';
import { drawEpisodes } from '../../../tasks/task';
import type { Answer, At } from '../../kit/questions';
import { summariseTasks } from '../../kit/runaways';
import { type Asked, copiesAt, iterationOf, onTasks, releaseAll } from '../asked';
import type { RegressionSpec } from '../fields';
import type { ContenderName } from '../methods';
import type { RegressionSnapshot } from '../snapshot';
import { testTasks } from '../tasks';
import { added, type Covered, noneWithin, sharesOf, type Within } from './covered';

/** Adapt to this many held-out tasks, and measure the query loss after each step. */
export interface EvaluateQuestion {
  readonly at: At<RegressionSnapshot>;
  readonly tasks: number;
}

/** Query losses after k = 0 … K steps, over `tasks` held-out tasks; see `runaways.ts` for what ran away. */
export interface LossCurve {
  readonly mean: Float64Array;
  /** Half-widths of the 95% intervals of the means. */
  readonly ci95: Float64Array;
  readonly median: Float64Array;
  /** Tasks that have run away by then: mean and interval are of the others. */
  readonly ranAway: Float64Array;
  /** Of one that says how sure it is: the shares of query points within its bands of 50% and 90%. */
  readonly covered?: Covered;
}

export interface EvaluateAnswer extends Answer {
  readonly tasks: number;
  readonly complete: boolean;
  readonly curves: Readonly<Partial<Record<ContenderName, LossCurve>>>;
}

/** Held-out tasks evaluated at once: about 50 ms of the slowest engine in use. */
export const CHUNK = 25;
/** From one part of an answer to the next, twice as many tasks: parts of one run tell of the same ones. */
const isTold = (tasks: number): boolean => Number.isInteger(Math.log2(tasks / CHUNK));

/** The next of so many held-out tasks, after as many. */
export function drawnTests(spec: RegressionSpec, done: number, tasks: number) {
  const { family, sampling } = testTasks(spec);
  const count = { tasks: Math.min(CHUNK, tasks - done), support: spec.shots, query: spec.queries };
  return drawEpisodes(family, sampling, count, stream(spec.seed, 'test tasks', done));
}

export async function* answerEvaluate(
  run: Asked,
  { at, tasks }: EvaluateQuestion,
  turn: Turn,
): AsyncGenerator<EvaluateAnswer | null, void> {
  const { scope, spec } = run;
  const { engine, learner } = scope;
  const inner = { rate: spec.innerRate, steps: spec.testSteps };
  const iteration = iterationOf(run, at);
  const asked = copiesAt(run, at);
  const losses = new Map(asked.map(({ name }) => [name, stepsOf(inner.steps)] as const));
  const within = new Map<ContenderName, Within>();
  try {
    for (let done = 0; done < tasks; done += CHUNK) {
      const drawn = drawnTests(spec, done, tasks);
      const support = learner.batch(drawn.support);
      const query = learner.batch(drawn.query);
      try {
        for (const standing of asked) {
          let k = 0;
          const adapting = asJudged(onTasks(run, standing, support, inner));
          const path = afterEachStep(adapting, (phi, by) => by.at(phi, query).loss());
          for await (const values of path) {
            losses.get(standing.name)![k++]!.push(...values);
            await turn.pause();
          }
          const said = await spreadOf(adapting, query);
          if (said === null) continue;
          const before = within.get(standing.name) ?? noneWithin;
          within.set(standing.name, added(before, said, drawn.query.targets));
        }
      } finally {
        engine.release(support, query);
      }
      const evaluated = Math.min(done + CHUNK, tasks);
      const complete = evaluated === tasks;
      if (complete || isTold(evaluated)) {
        const curves = [...losses].map(([name, steps]) => {
          const counted = within.get(name);
          return [name, { ...curveOf(steps), ...(counted && { covered: sharesOf(counted) }) }];
        });
        yield { iteration, tasks: evaluated, complete, curves: Object.fromEntries(curves) };
      } else if (turn.due) yield null;
    }
  } finally {
    releaseAll(run, asked);
  }
}

const stepsOf = (steps: number): number[][] => Array.from({ length: steps + 1 }, () => []);

function curveOf(steps: readonly number[][]): LossCurve {
  const summaries = steps.map((losses) => summariseTasks(losses, steps[0]!));
  const column = (value: (s: (typeof summaries)[number]) => number) =>
    Float64Array.from(summaries, value);
  return {
    mean: column((s) => s.mean),
    ci95: column((s) => s.ci95),
    median: column((s) => s.median),
    ranAway: column((s) => s.ranAway),
  };
}
