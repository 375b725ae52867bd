/** Parameter matrices as jax-js arrays. */

import { numpy as np } from '@jax-js/jax';
import { cut, type Shape } from './shapes';

export type Parameters = np.Array[];

export const held = (parameters: Float32Array, shapes: readonly Shape[]): Parameters =>
  cut(parameters, shapes).map(({ values, shape }) => np.array(values).reshape(shape));

/** Owns its arguments, as jax-js has it. */
export const flat = (p: Parameters): np.Array => np.concatenate(p.map((w) => w.reshape([-1])));
