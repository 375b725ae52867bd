/** The next meta-iteration of a reader, line by line: what is asked, and the record. */

import type { Turn } from '../../../session/turn';
import type { Traced } from './looked';
import { recordOf } from './record';
import type { TraceAnswer, TraceQuestion } from './recorded';

/** It is what the next meta-iteration will be, to the bit; the run stays where it is. */
export async function* answerTrace(
  run: Traced,
  { reader, stream }: TraceQuestion,
  turn: Turn,
): AsyncGenerator<TraceAnswer, void> {
  const found = await run.next(reader, turn, async (next) => ({
    iteration: next.iteration,
    recorded: await recordOf(run, reader, next, stream),
  }));
  yield { iteration: run.iteration, recorded: null, ...found, reader, stream };
}
