/** Few-shot recognition of images on our engines, through the very functions that its lab trains with. */

import type { Engine, Loss } from '../../compute/engine';
import { gradientOfAll } from '../../contenders/starts/joint';
import { firstOrderMaml, maml } from '../../contenders/starts/maml';
import { drained } from '../../contenders/steps';
import { joined } from '../../tasks/task';
import type { Step } from './contender';
import { type ImageWorkload, imageInputs, networkOf } from './images';
import { readRows } from './readRows';

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
  const scope = { engine, learner };
  // Each method takes what it needs; only that is uploaded.
  if (method === 'prototypical') {
    const all = learner.batch(joined(supportPoints, queryPoints));
    return readRows(engine, () => drained(gradientOfAll(scope, theta, all)));
  }
  const split = { support: learner.batch(supportPoints), query: learner.batch(queryPoints) };
  const inner = { rate: workload.innerRate, steps: 1 };
  const { direction } = method === 'maml' ? maml : firstOrderMaml;
  return readRows(engine, () => drained(direction(scope, theta, split, { inner })));
}
