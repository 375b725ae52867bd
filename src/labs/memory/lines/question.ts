/** The stream in sight, as those read it who address, weigh and read: in the numbers of the head that reads most sharply. */

import type { Turn } from '../../../session/turn';
import { lengthOf } from '../../kit/microscope/plane';
import { asking, iterationAt, type Run, streamRead, weightsAt } from '../answers';
import { plainCourse } from '../course';
import type { ReaderName } from '../methods';
import { placesAt, rowOf, sharpestIn } from '../microscope/moment';
import { holdsOf } from '../microscope/record';
import { type LinesAnswer, OLDER, type ReadInLines, type StreamQuestion } from '../questions';
import { type Closely, closelyOf } from '../reading';

/** Those who read in these lines once at each step. */
const inLines: readonly ReaderName[] = ['mann', 'kv'];

export async function* answerLines(
  run: Run,
  question: StreamQuestion,
  turn: Turn,
): AsyncGenerator<LinesAnswer, void> {
  const { at, stream, length, course = plainCourse } = question;
  const iteration = iterationAt(run, at);
  const found = await streamRead(run, question, turn);
  const { characters, first, mine: drawn, meant: edits, read } = found;
  const readers: Partial<Record<ReaderName, ReadInLines>> = {};
  for (const one of await weightsAt(run, at, { characters, length })) {
    if (!inLines.includes(one.name)) continue;
    const closely = await asking(run, one, characters, (asked) =>
      closelyOf({ ...asked, theta: asked.theta! }, read),
    );
    readers[one.name] = inLinesOf(closely, first.length, run.spec.mannWriting);
    await turn.pause();
  }
  yield { iteration, stream, characters, length, edits, drawn, course, readers };
}

/** @param from drawings that were read before the stream in sight */
function inLinesOf({ parts }: Closely, from: number, writing: 'lru' | 'fifo'): ReadInLines {
  const { weights, found, strength } = parts;
  const { rows: heads, columns } = weights!;
  const steps = weights!.values.length / (heads * columns);
  const holds = holdsOf(parts, writing, steps);
  const head = sharpestIn({ parts });
  const here = (of: number): number => (of < 0 ? of : of < from ? OLDER : of - from);
  return {
    ...{ head, heads },
    steps: Array.from({ length: steps - from }, (_, i) => ({
      places: placesAt({ parts, holds }, from + i, head).map((place) => ({
        ...place,
        of: here(place.of),
      })),
      length: lengthOf(rowOf(found!, from + i, head)),
      strength: strength === undefined ? 1 : rowOf(strength, from + i, head)[0]!,
    })),
  };
}
