/** The next meta-iteration of a contender, line by line: what is asked, and the record. */

import type { Answer } from '../../kit/questions';
import type { Asked } from '../asked';
import { type ContenderName, sheetOf } from '../methods';
import { recordOf } from './record';
import type { Recorded } from './recorded';

export interface TraceQuestion {
  readonly contender: ContenderName;
  /** The task in focus: its number in the meta-batch. */
  readonly task: number;
  /** Inputs at which its curves are wanted. */
  readonly grid: Float32Array;
}

export interface TraceAnswer extends Answer {
  readonly contender: ContenderName;
  /** As it was asked about. */
  readonly task: number;
  /** Null of one that does not take part, has diverged, or reads support points in place of adapting to them. */
  readonly recorded: Recorded | null;
}

/** It is what the next meta-iteration will be, to the bit; the run stays where it is. */
export async function* answerTrace(
  run: Asked,
  { contender, task, grid }: TraceQuestion,
): AsyncGenerator<TraceAnswer, void> {
  const { iteration } = run;
  const standing = run.contenders.find(
    ({ name, diverged }) => name === contender && diverged === null && !sheetOf(name).reads,
  );
  const recorded = standing === undefined ? null : await recordOf(run, standing, task, grid);
  yield { iteration, contender, task, recorded };
}
