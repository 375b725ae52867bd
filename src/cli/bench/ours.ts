/** Our engines, through the very functions that the labs train with. */

import type { Engine } from '../../compute/engine';
import { fineTune } from '../../contenders/adapt';
import { firstOrderMaml, maml } from '../../contenders/starts/maml';
import { reptileDirection } from '../../contenders/starts/reptile';
import { drained } from '../../contenders/steps';
import { mlp } from '../../networks/network';
import type { Step } from './contender';
import { prepareOursImages } from './oursImages';
import { prepareOursPairs } from './oursPairs';
import {
  prepareOursAttentionSet,
  prepareOursMannEpisode,
  prepareOursSequence,
} from './oursPrograms';
import { prepareOursUnroll } from './oursUnroll';
import { readRows } from './readRows';
import { GRID, type RegressionWorkload, regressionInputs } from './regression';
import type { Workload } from './workloads';

export function prepareOurs(engine: Engine, workload: Workload): Promise<Step> {
  switch (workload.kind) {
    case 'unroll':
      return prepareOursUnroll(engine, workload);
    case 'images':
      return prepareOursImages(engine, workload);
    case 'sequence':
      return prepareOursSequence(engine, workload);
    case 'set':
      return prepareOursAttentionSet(engine, workload);
    case 'episode':
      return prepareOursMannEpisode(engine, workload);
    case 'pairs':
      return prepareOursPairs(engine, workload);
    default:
      return prepareRegression(engine, workload);
  }
}

async function prepareRegression(engine: Engine, workload: RegressionWorkload): Promise<Step> {
  const { tasks, points, kind } = workload;
  const inputs = regressionInputs(workload);
  const learner = engine.compile(mlp(1, workload.hidden, 1, 'relu'), 'mean-squared-error');
  const scope = { engine, learner };
  const theta = engine.rows(inputs.parameters, 1);
  const inner = { rate: workload.innerRate, steps: workload.innerSteps };
  const upload = (x: Float32Array, y: Float32Array) =>
    learner.batch({ tasks, points, inputs: x, targets: y });

  if (kind === 'adapt') {
    const support = upload(inputs.supportX, inputs.supportY);
    const targets = new Float32Array(GRID);
    const grid = learner.batch({ tasks: 1, points: GRID, inputs: inputs.grid, targets });
    return async () => {
      const values = new Float32Array((inner.steps + 1) * GRID);
      let k = 0;
      for (const phi of fineTune(scope, theta, support, inner)) {
        const rows = engine.tidy(() => learner.predict(phi, grid));
        values.set(await engine.read(rows), k * GRID);
        engine.release(rows);
        k += 1;
      }
      return values;
    };
  }

  const size = tasks * points;
  const parts = kind === 'reptile' ? workload.innerSteps : 1;
  const minibatches = Array.from({ length: parts }, (_, i) =>
    upload(
      inputs.supportX.slice(i * size, (i + 1) * size),
      inputs.supportY.slice(i * size, (i + 1) * size),
    ),
  );
  if (kind === 'reptile') {
    return readRows(engine, () =>
      drained(reptileDirection(scope, theta, minibatches, inner.rate, 'sgd')),
    );
  }
  const split = { support: minibatches[0]!, query: upload(inputs.queryX, inputs.queryY) };
  const { direction } = kind === 'maml' ? maml : firstOrderMaml;
  return readRows(engine, () => drained(direction(scope, theta, split, { inner })));
}
