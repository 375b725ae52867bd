/**
 * The two tasks of the picture. One step comes home from almost anywhere in the steep bowl, and hardly moves in the flat one:
 * where the mean loss is least is near the steep one, where one step lands best for both is near the flat one, and where
 * first-order MAML comes to rest lies between.
 */

import type { Range } from '../../math/range';
import { type Bowl, bowl, type Vector } from './bowls';

export const example: readonly Bowl[] = [
  bowl([-1.5, -0.4], [1, 0.5], 0.5),
  bowl([1.5, 0.4], [0.5, 0.12], -0.3),
];

/** What is in sight, of either weight. */
export const sight: { readonly x: Range; readonly y: Range } = { x: [-2.5, 2.5], y: [-2, 2] };

/** Here all that leaves θ goes another way. */
export const start: Vector = [0, 1.2];

/** Of α. Up to 1, the largest curvature of both bowls, no step goes beyond its centre. */
export const rates = { least: 0, most: 1, step: 0.05, first: 0.8 };
