/** The meta-step of a learned optimiser on our engines, through the function that its lab trains with. */

import type { Engine } from '../../compute/engine';
import { unroll } from '../../contenders/rules/learnedOptimizer';
import { denseWithoutBiases } from '../../networks/network';
import type { Step } from './contender';
import { readRows } from './readRows';
import { type UnrollWorkload, unrollInputs } from './unroll';

export async function prepareOursUnroll(engine: Engine, workload: UnrollWorkload): Promise<Step> {
  const { problems, dimension, updates, network } = workload;
  const { parameters, matrices, targets, starts } = unrollInputs(workload);
  const quadratic = { inputs: dimension, layers: [denseWithoutBiases(1)] };
  const scope = {
    engine,
    optimizer: engine.compileCoordinatewise(network),
    problems: engine.compile(quadratic, 'sum-of-squares'),
  };
  const phi = engine.rows(parameters, 1);
  const start = {
    theta: engine.rows(starts, problems),
    state: scope.optimizer.start(problems * dimension),
  };
  const batch = scope.problems.batch({
    tasks: problems,
    points: dimension,
    inputs: matrices,
    targets,
  });
  const settings = { steps: updates, objective: 'sum', secondOrder: false } as const;
  return readRows(engine, () => unroll(scope, phi, start, batch, settings).gradient);
}
