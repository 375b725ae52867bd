/** What is said of a line, in the run's own numbers. */

import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import { fitsAt, type LineName, type Standing } from '../../kit/microscope/walk';
import { degrees, percent, short } from '../../kit/microscope/words';
import type { RegressionSpec } from '../fields';
import type { Recorded, RecordedLine } from './recorded';

type Lines = Words['microscope']['lines'];

export const lineWords = ({ microscope }: Words, name: LineName): Lines[keyof Lines] =>
  microscope.lines[name as keyof Lines];

export function saidOf(
  words: Words,
  recorded: Recorded,
  standing: Standing<RecordedLine>,
  { shots, queries }: RegressionSpec,
): string {
  const { seen, name } = standing;
  const { fit, fitBefore } = fitsAt(recorded, standing);
  return say(lineWords(words, name).said, {
    tasks: sayNumber(recorded.tasks),
    ...{ points: sayNumber(shots), asked: sayNumber(queries) },
    length: short(seen?.length ?? 0),
    ...{ turned: degrees(seen?.turned ?? 0), changed: percent(seen?.changed ?? 0) },
    ...{ support: short(fit.support), supportBefore: short(fitBefore.support) },
    ...{ query: short(fit.query), queryBefore: short(fitBefore.query) },
    ...{ before: short(recorded.before, 5), after: short(recorded.after, 5) },
  });
}
