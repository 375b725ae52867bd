/** The loss against the number of points that a task is known by: what is asked, and the answer. */

import { afterLastStep, asJudged } from '../../../contenders/evaluation';
import { stream } from '../../../math/rng';
import { mean } from '../../../math/statistics';
import type { Turn } from '../../../session/turn';
import { drawEpisodes, firstOf, type Points, type Task } from '../../../tasks/task';
import type { Answer, At } from '../../kit/questions';
import { type Asked, copiesAt, iterationOf, onTasks, releaseAll } from '../asked';
import type { ContenderName } from '../methods';
import type { RegressionSnapshot } from '../snapshot';
import { testTasks } from '../tasks';
import { bayesOn, type Judged } from './bayesOn';

export interface PointsQuestion {
  readonly at: At<RegressionSnapshot>;
  /** Gradient steps that contenders take. */
  readonly steps: number;
  readonly tasks: number;
}

/** Mean squared errors against the waves themselves, at inputs of their query points: noise is nobody's fault. */
export interface PointsAnswer extends Answer {
  readonly steps: number;
  readonly counts: readonly number[];
  readonly tasks: number;
  readonly curves: Readonly<Partial<Record<ContenderName, readonly number[]>>>;
  /** Of who knows the family and the noise, and what it says itself that it will be. */
  readonly bayes: { readonly loss: readonly number[]; readonly said: readonly number[] };
}

const COUNTS = [1, 2, 3, 5, 10] as const;
const MOST = 10;
/** Held-out tasks that are looked at together. */
const CHUNK = 25;

type Said = ContenderName | 'told' | 'said';
/** Losses of one number of points, by task. */
type Losses = Map<Said, number[]>;

/** What Bayes finds depends on settings alone: it is found once for them. */
export function pointsAnswers(run: Asked) {
  let of = '';
  const known = new Map<string, readonly Judged[]>();
  return (question: PointsQuestion, turn: Turn) => {
    const settings = JSON.stringify(run.spec);
    if (settings !== of) known.clear();
    of = settings;
    return answered(run, question, turn, known);
  };
}

async function* answered(
  run: Asked,
  { at, steps, tasks }: PointsQuestion,
  turn: Turn,
  known: Map<string, readonly Judged[]>,
): AsyncGenerator<PointsAnswer | null, void> {
  const { scope, spec } = run;
  const { engine, learner } = scope;
  const { family, sampling } = testTasks(spec);
  const iteration = iterationOf(run, at);
  const copies = copiesAt(run, at);
  const all = COUNTS.map((): Losses => new Map());
  const add = (to: Losses, name: Said, values: Iterable<number>) =>
    void to.set(name, [...(to.get(name) ?? []), ...values]);
  try {
    for (let done = 0; done < tasks; done += CHUNK) {
      const count = { tasks: Math.min(CHUNK, tasks - done), support: MOST, query: spec.queries };
      const random = stream(spec.seed, 'numbers of points', done);
      const drawn = drawEpisodes(family, sampling, count, random);
      const query = withoutNoise(drawn.query, drawn.tasks);
      const judged = learner.batch(query);
      try {
        for (const [i, points] of COUNTS.entries()) {
          const first = firstOf(drawn.support, points);
          const support = learner.batch(first);
          try {
            for (const standing of copies) {
              const adapting = asJudged(
                onTasks(run, standing, support, { rate: spec.innerRate, steps }),
              );
              const loss = await afterLastStep(adapting, (phi, by) => by.at(phi, judged).loss());
              add(all[i]!, standing.name, loss);
            }
          } finally {
            engine.release(support);
          }
          const of = `${done} ${count.tasks} ${points}`;
          const found = known.get(of) ?? [...bayesOn(spec, first, query)];
          known.set(of, found);
          add(
            all[i]!,
            'told',
            found.map(({ loss }) => loss),
          );
          add(
            all[i]!,
            'said',
            found.map(({ said }) => said),
          );
          await turn.pause();
        }
      } finally {
        engine.release(judged);
      }
      if (turn.due) yield null;
    }
    const means = (name: Said) => all.map((losses) => mean(losses.get(name)!));
    const curves = copies.map(({ name }) => [name, means(name)]);
    yield {
      ...{ iteration, steps, counts: COUNTS, tasks },
      curves: Object.fromEntries(curves),
      bayes: { loss: means('told'), said: means('said') },
    };
  } finally {
    releaseAll(run, copies);
  }
}

export const withoutNoise = (points: Points, tasks: readonly Task[]): Points => ({
  ...points,
  targets: points.inputs.map((x, i) => tasks[Math.floor(i / points.points)]!.value(x)),
});
