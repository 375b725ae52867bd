/** The network of alphabets on our engines, through the very function that it is trained with. */

import type { Engine } from '../../compute/engine';
import { gradientOfAll } from '../../contenders/starts/joint';
import { drained } from '../../contenders/steps';
import type { Step } from './contender';
import { type PairsWorkload, pairsInputs, pairsNetwork } from './pairs';
import { readRows } from './readRows';

export async function prepareOursPairs(engine: Engine, workload: PairsWorkload): Promise<Step> {
  const { groups, ways } = workload;
  const { parameters, images } = pairsInputs(workload);
  const characters = groups * ways;
  const learner = engine.compile(pairsNetwork(workload), {
    ...{ name: 'pairs', ways: characters, groups },
  });
  const points = 2 * characters;
  const width = characters + groups;
  const targets = new Float32Array(points * width);
  for (let i = 0; i < points; i++) {
    const character = i % characters;
    targets[i * width + character] = 1;
    targets[i * width + characters + Math.floor(character / ways)] = 1;
  }
  const batch = learner.batch({ tasks: 1, points, inputs: images, targets });
  const theta = engine.rows(parameters, 1);
  return readRows(engine, () => drained(gradientOfAll({ engine, learner }, theta, batch)));
}
