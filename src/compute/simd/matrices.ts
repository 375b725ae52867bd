/** Matrices in the kernels' memory. */

import type { Matrices } from '../tensors';
import type { Block } from './pool';

/** Matrices with contiguous rows; tasks lie `taskStride` numbers apart, which lets flat rows be cut without copying. */
export interface SimdMatrices extends Matrices {
  readonly pointer: number;
  readonly taskStride: number;
  readonly block: Block;
  /** Whether zeros are so many that products had better pass over them. */
  readonly sparse?: boolean;
}

/** Numbers from which on it is worth while to look for zeros, and how far apart those lie that are looked at. */
const MANY = 4096;
const APART = 61;
/** The share of other numbers up to which zeros are passed over. */
const FEW = 0.2;

/** Whether numbers that come from outside are zeros for the most part, by a sample of them. */
export function mostlyZeros(values: Float32Array): boolean {
  if (values.length < MANY) return false;
  let others = 0;
  for (let i = 0; i < values.length; i += APART) if (values[i] !== 0) others += 1;
  return others < (FEW * values.length) / APART;
}

/** Bytes from one task to the next; none when all share one. */
export const taskBytes = (m: SimdMatrices): number => (m.tasks === 1 ? 0 : 4 * m.taskStride);

export const isContiguous = (m: SimdMatrices): boolean =>
  m.tasks === 1 || m.taskStride === m.rows * m.columns;

/** Where both of a term lie, and how far apart their tasks are. */
export const placesOf = ([p, a]: readonly [SimdMatrices, SimdMatrices]) =>
  [p.pointer, taskBytes(p), a.pointer, taskBytes(a)] as const;
