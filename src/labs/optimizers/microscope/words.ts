/** What is said of a line, in the run's own numbers. */

import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import type { LineName, Standing } from '../../kit/microscope/walk';
import { short } from '../../kit/microscope/words';
import type { Recorded, RecordedLine } from './recorded';

type Lines = Words['microscope']['optimizers']['lines'];

export const lineWords = ({ microscope }: Words, name: LineName): Lines[keyof Lines] =>
  microscope.optimizers.lines[name as keyof Lines];

/** The step of the unroll in sight: the first before any, and the last after all. */
export const momentAt = ({ moments }: Recorded, { k, at }: Standing): number =>
  k ?? (at === 0 ? 0 : moments.length - 1);

export function saidOf(words: Words, recorded: Recorded, standing: Standing<RecordedLine>): string {
  const { moments, tasks, before, after } = recorded;
  const { line } = standing;
  const moment = moments[momentAt(recorded, standing)]!;
  const lengthOf = (of: string) => short(line?.seen[of]?.length ?? 0);
  const [first = 0, second] = moment.inputs;
  return say(lineWords(words, standing.name).said, {
    ...{ problems: sayNumber(tasks), steps: sayNumber(moments.length) },
    gradient: short(moment.gradient),
    inputs: second === undefined ? short(first) : `(${short(first)}; ${short(second)})`,
    update: short(moment.update),
    ...{ from: short(moment.before), to: short(moment.after) },
    slope: short(line?.slope ?? 0),
    ...{ meta: lengthOf('v'), moved: lengthOf('phi') },
    ...{ before: short(before, 5), after: short(after, 5) },
  });
}
