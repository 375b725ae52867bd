/** How the numbers of a record are written. */

import { sayNumber } from '../../../words/format';

/** Three digits, as losses and lengths deserve; few are far from 1. One meta-iteration changes little: it takes more. */
export const short = (value: number, digits = 3): string =>
  sayNumber(value, { maximumSignificantDigits: digits });
export const percent = (part: number): string =>
  sayNumber(part, { style: 'percent', maximumFractionDigits: part < 0.1 ? 1 : 0 });
export const degrees = (angle: number): string =>
  `${sayNumber(angle, { maximumFractionDigits: 1 })}°`;
