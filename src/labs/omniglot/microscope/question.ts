/** The next meta-iteration of a method, line by line: what is asked, and the record. */

import type { Engine } from '../../../compute/engine';
import type { Answer } from '../../kit/questions';
import type { MethodName } from '../methods/registry';
import type { SharedSpec } from '../methods/sharedFields';
import type { Trainee } from '../methods/trainee';
import type { Workplace } from '../methods/workplace';
import { recordOf } from './record';
import type { Recorded } from './recorded';

export interface TraceQuestion {
  readonly method: MethodName;
  /** What is in focus: a task of the meta-batch, or of an episode that is compared, a query drawing. */
  readonly task: number;
}

export interface TraceAnswer extends Answer, TraceQuestion {
  /** Null of one that is not trained, takes no part, or has diverged. */
  readonly recorded: Recorded | null;
}

interface Traced {
  readonly iteration: number;
  readonly engine: Engine;
  readonly place: Workplace;
  readonly spec: SharedSpec;
  /** A method in training. */
  traineeOf(method: MethodName): Trainee | undefined;
}

/** It is what the next meta-iteration will be, to the bit; the run stays where it is. */
export async function* answerTrace(
  run: Traced,
  { method, task }: TraceQuestion,
): AsyncGenerator<TraceAnswer, void> {
  const { iteration, spec, place } = run;
  const trainee = run.traineeOf(method);
  const recorded =
    trainee === undefined
      ? null
      : await trainee.look(iteration, spec, (made, state) =>
          recordOf({ made, state, name: method, place, spec }, task),
        );
  yield { iteration, method, task, recorded };
}
