/** The next meta-iteration of a method, line by line: what is asked, and the record. */

import type { Answer } from '../../kit/questions';
import type { TracedLine } from '../../kit/trace';
import type { MethodName } from './registry';

export interface TraceQuestion {
  readonly method: MethodName;
  /** Quantities are large: those of one task are handed out. */
  readonly task: number;
}

export interface TraceAnswer extends Answer {
  readonly method: MethodName;
  readonly task: number;
  /** In the order in which they were passed; none of one that is not trained, or has diverged. */
  readonly lines: readonly TracedLine[];
}

interface Traced {
  readonly iteration: number;
  /** The lines of a method in training; none of any other. */
  trace(method: MethodName, task: number): Promise<readonly TracedLine[]>;
}

/** It is what the next meta-iteration will be, to the bit; the run stays where it is. */
export async function* answerTrace(
  run: Traced,
  { method, task }: TraceQuestion,
): AsyncGenerator<TraceAnswer, void> {
  const { iteration } = run;
  yield { iteration, method, task, lines: await run.trace(method, task) };
}
