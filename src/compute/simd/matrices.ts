/** Matrices in the kernels' memory. */

import type { Matrices } from '../tensors';
import type { Block } from './pool';

/** Matrices with contiguous rows; tasks lie `taskStride` numbers apart, which lets flat rows be cut without copying. */
export interface SimdMatrices extends Matrices {
  readonly pointer: number;
  readonly taskStride: number;
  readonly block: Block;
}

/** Bytes from one task to the next; none when all share one. */
export const taskBytes = (m: SimdMatrices): number => (m.tasks === 1 ? 0 : 4 * m.taskStride);

export const isContiguous = (m: SimdMatrices): boolean =>
  m.tasks === 1 || m.taskStride === m.rows * m.columns;

/** Where both of a term lie, and how far apart their tasks are. */
export const placesOf = ([p, a]: readonly [SimdMatrices, SimdMatrices]) =>
  [p.pointer, taskBytes(p), a.pointer, taskBytes(a)] as const;
