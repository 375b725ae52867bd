/** What is said of a line, in the run's own numbers. */

import { say, sayNumber } from '../../../words/format';
import type { Words } from '../../../words/words';
import type { RegressionSpec } from '../fields';
import type { Recorded } from './recorded';
import type { LineName, Standing } from './walk';

type Lines = Words['microscope']['lines'];

export const lineWords = ({ microscope }: Words, name: LineName): Lines[keyof Lines] =>
  microscope.lines[name as keyof Lines];

/** Three digits, as losses and lengths deserve; few are far from 1. One meta-iteration changes little: it takes more. */
export const short = (value: number, digits = 3): string =>
  sayNumber(value, { maximumSignificantDigits: digits });
export const percent = (part: number): string =>
  sayNumber(part, { style: 'percent', maximumFractionDigits: part < 0.1 ? 1 : 0 });
const degrees = (angle: number): string => `${sayNumber(angle, { maximumFractionDigits: 1 })}°`;

export function saidOf(
  words: Words,
  recorded: Recorded,
  standing: Standing,
  { shots, queries }: RegressionSpec,
): string {
  const { fit, fitBefore, seen, name } = standing;
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
