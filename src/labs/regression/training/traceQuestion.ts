/** The next meta-iteration of a contender, line by line: what is asked, and the record. */

import { traceIteration } from '../../../contenders/outerLoop';
import { release } from '../../../contenders/state';
import { ownOf } from '../../kit/ownFields';
import type { Answer } from '../../kit/questions';
import { readLines, type TracedLine } from '../../kit/trace';
import type { Asked } from '../asked';
import { type ContenderName, contenderOf } from '../methods';

export interface TraceQuestion {
  readonly contender: ContenderName;
}

export interface TraceAnswer extends Answer {
  readonly contender: ContenderName;
  /** In the order in which they were passed; none of one that does not take part or has diverged. */
  readonly lines: readonly TracedLine[];
}

/** It is what the next meta-iteration will be, to the bit; the run stays where it is. */
export async function* answerTrace(
  run: Asked,
  { contender: name }: TraceQuestion,
): AsyncGenerator<TraceAnswer, void> {
  const { scope, iteration } = run;
  const { engine } = scope;
  const standing = run.contenders.find((one) => one.name === name && one.diverged === null);
  let lines: TraceAnswer['lines'] = [];
  if (standing !== undefined) {
    const { source, batches } = run.source();
    const is = contenderOf(name);
    const own = ownOf(name, is, run.spec);
    let trace: ReturnType<typeof traceIteration>;
    try {
      const { settings } = run;
      trace = traceIteration({ contender: is, scope, source, settings, own }, standing.state);
    } finally {
      engine.release(...batches.values());
    }
    release(engine, trace.result, standing.state);
    lines = await readLines(engine, trace.lines);
  }
  yield { iteration, contender: name, lines };
}
