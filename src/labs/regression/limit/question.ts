/** The best that is possible on held-out tasks, by who knows their family: what is asked, and the answer. */

import { summarise } from '../../../math/statistics';
import type { Turn } from '../../../session/turn';
import type { Answer } from '../../kit/questions';
import type { Asked } from '../asked';
import { bayesOn } from '../bayes/bayesOn';
import { CHUNK, drawnTests } from '../heldOut/question';
import { asTested } from '../tasks';
import { familyKey } from './key';

/** Of as many held-out tasks: the same that contenders are judged on. */
export interface LimitQuestion {
  readonly tasks: number;
}

export interface LimitAnswer extends Answer {
  readonly tasks: number;
  /** Of which tasks it is. */
  readonly of: string;
  /** Mean squared error at their query points. */
  readonly mean: number;
  readonly ci95: number;
}

/** It depends on settings alone: it is found once for them. */
export function limitAnswers(run: Asked) {
  const known = new Map<string, LimitAnswer>();
  return async function* (
    { tasks }: LimitQuestion,
    turn: Turn,
  ): AsyncGenerator<LimitAnswer | null, void> {
    const { iteration, spec } = run;
    const of = familyKey(spec);
    const before = known.get(`${of} ${tasks}`);
    if (before !== undefined) {
      yield { ...before, iteration };
      return;
    }
    const losses: number[] = [];
    for (let done = 0; done < tasks; done += CHUNK) {
      const { support, query } = drawnTests(spec, done, tasks);
      for (const { loss } of bayesOn(asTested(spec), support, query)) {
        losses.push(loss);
        await turn.pause();
      }
      if (turn.due) yield null;
    }
    const { mean, ci95 } = summarise(losses);
    const found = { iteration, tasks, of, mean, ci95 };
    known.clear();
    known.set(`${of} ${tasks}`, found);
    yield found;
  };
}
