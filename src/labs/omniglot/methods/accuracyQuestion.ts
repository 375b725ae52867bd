/** Accuracy of every method on tasks of test characters: what is asked, and the answer as it grows. */

import { release, type State } from '../../../contenders/state';
import { summarise } from '../../../math/statistics';
import type { Turn } from '../../../session/turn';
import type { Answer, At } from '../../kit/questions';
import { evaluate } from './accuracy';
import { type Asked, iterationOf, startsAt } from './asked';
import { startOf } from './atWork';
import type { MethodName } from './registry';
import type { SharedSpec } from './sharedFields';
import type { ByMethod, CharactersSeen, OmniglotSnapshot } from './snapshot';

export interface AccuracyQuestion {
  readonly at: At<OmniglotSnapshot>;
  readonly tasks: number;
}

export interface Accuracy {
  readonly mean: number;
  /** Half-width of the 95% interval of the mean over tasks; NaN for fewer than two. */
  readonly ci95: number;
  readonly tasks: number;
}

export interface AccuracyAnswer
  extends Answer,
    CharactersSeen,
    Pick<SharedSpec, 'statistics' | 'ways' | 'shots' | 'queries'> {
  readonly wanted: number;
  /** Of the methods that have classified a task by now. */
  readonly methods: ByMethod<Accuracy>;
  readonly complete: boolean;
}

export async function* answerAccuracy(
  run: Asked,
  { at, tasks: wanted }: AccuracyQuestion,
  turn: Turn,
): AsyncGenerator<AccuracyAnswer, void> {
  const { engine, glyphs, spec, place, seen } = run;
  const { ways, shots, queries, statistics } = spec;
  const about = {
    ...{ iteration: iterationOf(run, at), statistics, ways, shots, queries, wanted },
    ...seen,
  };
  const running: {
    readonly name: MethodName;
    readonly state: State;
    readonly shares: number[];
    readonly tasks: AsyncGenerator<number[], void>;
  }[] = [];
  const answer = (complete: boolean): AccuracyAnswer => {
    const begun = running.filter(({ shares }) => shares.length > 0);
    const methods = begun.map(({ name, shares }): [MethodName, Accuracy] => {
      const { mean, ci95, count } = summarise(shares);
      return [name, { mean, ci95, tasks: count }];
    });
    return { ...about, methods: Object.fromEntries(methods), complete };
  };
  try {
    for (const { name, saved } of await startsAt(run, at)) {
      const state = startOf(engine, name, spec, saved);
      const work = { place, spec, name, state, turn };
      running.push({ name, state, shares: [], tasks: evaluate(work, glyphs, 'test', wanted) });
    }
    // A few tasks of every method in turn, so that all grow together.
    for (let going = true; going; ) {
      going = false;
      for (const { tasks, shares } of running) {
        const next = await tasks.next();
        if (!next.done) {
          shares.push(...next.value);
          going = true;
        }
        if (turn.due) yield answer(false);
      }
    }
    yield answer(true);
  } finally {
    for (const { state } of running) release(engine, state);
  }
}
