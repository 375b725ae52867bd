/** A contender of this lab in small, for the contract of contenders on any engine. For tests. */

import type { Engine } from '../../compute/engine';
import type { ContenderCase } from '../../contenders/contract';
import { stream } from '../../math/rng';
import { initialise } from '../../networks/initialisers';
import { mlp } from '../../networks/network';
import { drawEpisodes, joined } from '../../tasks/task';
import { ownOf } from '../kit/ownFields';
import { knownOf } from './bayes/family';
import type { RegressionSpec } from './fields';
import { type ContenderName, contenderNames } from './methods';
import { presets } from './presets';
import { contenderOf } from './registry';
import { trainingTasks } from './tasks';

/** Settings that are computed quickly. */
export const small: RegressionSpec = {
  ...presets['sinusoid-10shot'].spec,
  hidden: [12, 9],
  initialiser: 'fan-in-uniform',
  metaBatch: 5,
  iterations: 1000,
  contenders: contenderNames,
};

export function contenderCase(engine: Engine, name: ContenderName): ContenderCase {
  const network = mlp(1, small.hidden, 1, small.activation);
  const learner = engine.compile(network, 'mean-squared-error');
  const contender = contenderOf(name);
  const { family, sampling } = trainingTasks(small);
  const draw = (iteration: number) =>
    drawEpisodes(
      family,
      sampling,
      { tasks: 4, support: 5, query: 6 },
      stream(1, 'train tasks', iteration),
    );
  return {
    contender,
    own: ownOf(name, contender, small),
    scope: { engine, learner, known: knownOf(small) },
    theta: initialise(network, small.initialiser, stream(1, 'init')),
    settings: {
      inner: { rate: 0.02, steps: 2 },
      outer: { optimizer: 'adam', rate: 0.001 },
      left: 0.5,
    },
    source(iteration, batch) {
      const tasks = draw(iteration);
      const all = joined(tasks.support, tasks.query);
      const mixed = { ...all, tasks: 1, points: all.tasks * all.points };
      return { tasks, mixed, batch, random: (of) => stream(1, of, iteration) };
    },
    support: draw(99).support,
  };
}
