/** The next meta-iteration of a contender, line by line: what is asked, and the record. */

import { traceIteration } from '../../../contenders/outerLoop';
import { release } from '../../../contenders/state';
import { ownOf } from '../../kit/ownFields';
import type { Answer } from '../../kit/questions';
import type { Asked } from '../asked';
import { type ContenderName, contenderOf } from '../methods';

export interface TraceQuestion {
  readonly contender: ContenderName;
}

/** Row-major [tasks, width]; one row serves all tasks. */
export interface Quantity {
  readonly tasks: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** A line that was passed, by its name in the contender's listing. */
export interface TracedLine {
  readonly line: string;
  /** The inner step that it is part of. */
  readonly k: number | null;
  readonly quantities: Readonly<Record<string, Quantity>>;
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
  const lines: TracedLine[] = [];
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
    try {
      for (const { line, k, quantities } of trace.lines) {
        const read: Record<string, Quantity> = {};
        for (const [of, rows] of Object.entries(quantities)) {
          const { tasks, width } = rows;
          read[of] = { tasks, width, values: await engine.read(rows) };
        }
        lines.push({ line: line.name, k, quantities: read });
      }
    } finally {
      engine.release(...trace.lines.flatMap(({ quantities }) => Object.values(quantities)));
    }
  }
  yield { iteration, contender: name, lines };
}
