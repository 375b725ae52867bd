/** Where the lines of a step stand in a record: every drawing passes the same ones. */

import type { Standing } from '../../kit/microscope/walk';
import type { Recorded } from './recorded';

/** The lines of a step, in their order. */
const namesIn = ({ lines }: Recorded): readonly string[] =>
  lines.filter(({ k }) => k === 0).map(({ line }) => line);

/** The place of a line at a step; of a line that no step has, the first of the step. */
export function placeIn(recorded: Recorded, step: number, name: string): number {
  const names = namesIn(recorded);
  return step * names.length + Math.max(0, names.indexOf(name)) + 1;
}

/** Whether a line was passed at the step in sight. */
export function isPassed(recorded: Recorded, { at, k, name }: Standing, line: string): boolean {
  if (at === 0) return false;
  if (k === null) return true;
  const names = namesIn(recorded);
  return names.includes(line) && names.indexOf(name) >= names.indexOf(line);
}
