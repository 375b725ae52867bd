/** Few-shot recognition of images on our engines, through the very functions that its lab trains with. */

import type { Algorithm } from '../../algorithms/algorithm';
import { prototypicalNetworks } from '../../algorithms/embedding';
import { firstOrderMaml, maml } from '../../algorithms/maml';
import type { Engine, Loss } from '../../compute/engine';
import { joined } from '../../tasks/task';
import type { Step } from './contender';
import { type ImageWorkload, imageInputs, networkOf } from './images';
import { readRows } from './readRows';

const algorithms: Record<ImageWorkload['method'], Algorithm> = {
  maml,
  fomaml: firstOrderMaml,
  prototypical: prototypicalNetworks,
};

export async function prepareOursImages(engine: Engine, workload: ImageWorkload): Promise<Step> {
  const { method, tasks, ways, shots, queries } = workload;
  const { parameters, supportX, supportY, queryX, queryY } = imageInputs(workload);
  const loss: Loss =
    method === 'prototypical'
      ? { name: 'prototypical', support: ways * shots, ways }
      : 'cross-entropy';
  const learner = engine.compile(networkOf(workload), loss);
  const theta = engine.rows(parameters, 1);
  const supportPoints = { tasks, points: ways * shots, inputs: supportX, targets: supportY };
  const queryPoints = { tasks, points: ways * queries, inputs: queryX, targets: queryY };
  // Each method takes what it needs; only that is uploaded.
  const episode = (() => {
    if (method === 'prototypical') {
      const all = learner.batch(joined(supportPoints, queryPoints));
      return { support: all, query: all, all, minibatches: [] };
    }
    const support = learner.batch(supportPoints);
    return { support, query: learner.batch(queryPoints), all: support, minibatches: [] };
  })();
  const inner = { rate: method === 'prototypical' ? 0 : workload.innerRate, steps: 1 };
  return () =>
    readRows(engine, () =>
      algorithms[method].direction({ engine, learner }, theta, episode, {
        inner,
        reptileOptimizer: 'sgd',
      }),
    );
}
