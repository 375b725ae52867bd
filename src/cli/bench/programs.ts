/** Workloads that are programs: how their parameters lie, and how they begin. */

import type { Stream } from '../../math/rng';
import { type Program, programSize } from '../../networks/program';
import type { Shape } from './shapes';

/** Of biases, which are single rows. */
const BIAS_SD = 0.1;

export const shapesOfProgram = ({ parameters }: Program): readonly Shape[] =>
  Object.values(parameters).map(({ rows, columns }) => [rows, columns]);

/** Weights from N(0, 1 / fan-in), and biases that are not zero, so that their place matters. */
export function initialProgram(program: Program, random: Stream): Float32Array {
  const values = new Float32Array(programSize(program));
  let at = 0;
  for (const [rows, columns] of shapesOfProgram(program)) {
    const sd = rows === 1 ? BIAS_SD : 1 / Math.sqrt(rows);
    for (const end = at + rows * columns; at < end; at++) values[at] = random.normal(0, sd);
  }
  return values;
}
