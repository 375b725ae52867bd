/**
 * The meta-step of a learned optimiser: the gradient of Σ f(θₜ) through an unroll of θₜ₊₁ = θₜ + m(∇f(θₜ)) with respect
 * to the optimiser's parameters. The gradients that the optimiser is given are constants, as in the paper.
 */

import { stream } from '../../math/rng';
import {
  type CoordinatewiseNetwork,
  coordinatewiseShapes,
  initialiseCoordinatewise,
} from '../../networks/coordinatewise';
import { drawQuadratics } from '../../tasks/quadratic';
import type { Shape } from './shapes';

export interface UnrollWorkload {
  readonly name: string;
  readonly what: string;
  readonly kind: 'unroll';
  /** Quadratics f(θ) = ‖Wθ − y‖² that the optimiser is applied to at once. */
  readonly problems: number;
  readonly dimension: number;
  readonly updates: number;
  /** With `log-sign` inputs: what the other contenders have written out. */
  readonly network: CoordinatewiseNetwork & { readonly preprocessing: 'log-sign' };
}

/** Row-major arrays: parameters [P], matrices [problems, dimension, dimension], targets and starts [problems, dimension]. */
export interface UnrollInputs {
  readonly parameters: Float32Array;
  readonly matrices: Float32Array;
  readonly targets: Float32Array;
  readonly starts: Float32Array;
}

export const unrollShapes = ({ network }: UnrollWorkload): readonly Shape[] =>
  coordinatewiseShapes(network).map(({ rows, columns }) => [rows, columns]);

export function unrollInputs({ name, problems, dimension, network }: UnrollWorkload): UnrollInputs {
  const random = stream(1, `bench ${name}`);
  const drawn = drawQuadratics('gaussian', problems, dimension, 0, random);
  return {
    parameters: initialiseCoordinatewise(network, random),
    matrices: drawn.inputs,
    targets: drawn.targets,
    starts: drawn.starts,
  };
}
