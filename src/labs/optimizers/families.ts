/** Families of problems, as learners take them: f is a network's loss, θ its parameters. */

import type { Engine, LossName } from '../../compute/engine';
import type { Course } from '../../contenders/rules/rule';
import { stream } from '../../math/rng';
import { initialise } from '../../networks/initialisers';
import { denseWithoutBiases, mlp, type Network, parameterCount } from '../../networks/network';
import { drawBlobs, drawSpirals } from '../../tasks/classification';
import { drawQuadratics, type Problems } from '../../tasks/quadratic';
import type { FamilyName } from './fields';

export interface Family {
  readonly network: Network;
  readonly loss: LossName;
  /** Length of θ. */
  readonly dimension: number;
  /** Enough problems to choose a rate on: those that cost more have fewer. */
  readonly tuningProblems: number;
  /** `count` problems, a function of seed, the stream's name and `index` alone. */
  draw(seed: number, name: string, index: number, count: number, scaling?: number): Problems;
}

export const courseOf = (engine: Engine, family: Family, problems: Problems): Course => ({
  engine,
  learner: engine.compile(family.network, family.loss),
  problems,
});

const POINTS = 64;
const SPIRAL_UNITS = 16;

/** @param dimension of quadratics; the others have their own */
export function familyOf(name: FamilyName, dimension: number): Family {
  switch (name) {
    case 'gaussian':
    case 'uniform':
      return {
        // ‖Wθ − y‖² is linear regression without a bias: the rows of W are its inputs.
        network: { inputs: dimension, layers: [denseWithoutBiases(1)] },
        loss: 'sum-of-squares',
        dimension,
        tuningProblems: 512,
        draw: (seed, of, index, count, scaling = 0) =>
          drawQuadratics(name, count, dimension, scaling, stream(seed, of, index)),
      };
    case 'blobs':
      return classification(mlp(2, [], 2, 'tanh'), drawBlobs);
    case 'spirals':
      return classification(mlp(2, [SPIRAL_UNITS], 2, 'tanh'), drawSpirals);
    default:
      return name satisfies never;
  }
}

function classification(network: Network, drawPoints: typeof drawBlobs): Family {
  const dimension = parameterCount(network);
  return {
    network,
    loss: 'cross-entropy',
    dimension,
    tuningProblems: 32,
    draw(seed, name, index, count) {
      const random = stream(seed, name, index);
      const starts = new Float32Array(count * dimension);
      for (let p = 0; p < count; p++) {
        starts.set(initialise(network, 'fan-in-uniform', random), p * dimension);
      }
      return { ...drawPoints(count, POINTS, random), starts };
    },
  };
}
