/** The best that is possible on held-out tasks, by who knows their family: what is asked, and the answer. */

import { summarise } from '../../../math/statistics';
import type { Turn } from '../../../session/turn';
import type { Answer } from '../../kit/questions';
import type { Asked } from '../asked';
import { believed } from '../bayes/family';
import type { RegressionSpec } from '../fields';
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
      for (const loss of lossesOf(spec, done, tasks)) {
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

/** Task by task: the mean of what is believed, at query points. */
function* lossesOf(spec: RegressionSpec, done: number, tasks: number): Generator<number, void> {
  const { support, query } = drawnTests(spec, done, tasks);
  const tested = asTested(spec);
  for (let task = 0; task < support.tasks; task++) {
    const of = ({ points }: typeof support, values: Float32Array) =>
      values.subarray(task * points, (task + 1) * points);
    const { mean } = believed(tested, of(support, support.inputs), of(support, support.targets));
    const [inputs, targets] = [of(query, query.inputs), of(query, query.targets)];
    yield inputs.reduce((sum, x, i) => sum + (mean(x) - targets[i]!) ** 2, 0) / inputs.length;
  }
}
