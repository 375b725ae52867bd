import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../compute/engine';
import { createReferenceEngine } from '../../compute/reference';
import { createSimdEngine } from '../../compute/simd/engine';
import { stream } from '../../math/rng';
import { mlp } from '../../networks/network';
import { sinusoids } from '../../tasks/sinusoid';
import { sinusoidPosterior } from '../../tasks/sinusoidPosterior';
import { drawEpisodes, type Points } from '../../tasks/task';
import type { Known } from '../contender';
import { afterEachStep, afterLastStep, spreadOf } from '../evaluation';
import { bayes } from './bayes';

const family = { amplitude: [0.1, 5], phase: [0, Math.PI] } as const;
const noise = 0.3;
const known: Known = {
  noise,
  believes: (inputs, targets) => sinusoidPosterior(family, inputs, targets, noise),
};
const drawn = drawEpisodes(
  sinusoids(family.amplitude, family.phase),
  { inputRange: [-5, 5], inputs: 'random', noise },
  { tasks: 8, support: 3, query: 5 },
  stream(1, 'bayes'),
);

const rowOf = ({ points }: Points, values: Float32Array, task: number) =>
  values.subarray(task * points, (task + 1) * points);

function onTasks(engine: Engine) {
  const learner = engine.compile(mlp(1, [4], 1, 'relu'), 'mean-squared-error');
  const state = bayes.begin(engine, new Float32Array(3), {}, stream(1, 'init'));
  const support = learner.batch(drawn.support);
  const inner = { rate: 0.01, steps: 3 };
  const tasks = {
    contender: bayes,
    scope: { engine, learner, known },
    state,
    support,
    inner,
    own: {},
  };
  return { tasks, query: learner.batch(drawn.query) };
}

let engines: readonly Engine[];
beforeAll(async () => {
  engines = [createReferenceEngine(), await createSimdEngine()];
});

describe('Bayes, who knows the family', () => {
  it('has no weights, and gives the mean of what it believes, whatever the engine', async () => {
    const all: Float32Array[] = [];
    for (const engine of engines) {
      const { tasks, query } = onTasks(engine);
      expect(tasks.state).toEqual({ weights: {}, moments: {} });
      all.push(await afterLastStep(tasks, (phi, by) => by.predict(phi, query)));
    }
    expect(all[1]).toEqual(all[0]);
    for (let task = 0; task < 8; task++) {
      const { support, query } = drawn;
      const { mean } = known.believes(
        rowOf(support, support.inputs, task),
        rowOf(support, support.targets, task),
      );
      rowOf(query, query.inputs, task).forEach((x, i) => {
        expect(all[0]![5 * task + i]).toBeCloseTo(mean(x), 5);
      });
    }
  });

  it('takes no step: its loss is the same after each', async () => {
    const { tasks, query } = onTasks(engines[1]!);
    const losses: Float32Array[] = [];
    for await (const loss of afterEachStep(tasks, (phi, by) => by.at(phi, query).loss())) {
      losses.push(loss);
    }
    expect(losses).toHaveLength(4);
    for (const loss of losses) expect(loss).toEqual(losses[0]);
    const said = await afterLastStep(tasks, (phi, by) => by.predict(phi, query));
    const { targets } = drawn.query;
    losses[0]!.forEach((loss, task) => {
      let sum = 0;
      for (let i = 5 * task; i < 5 * task + 5; i++) sum += (said[i]! - targets[i]!) ** 2 / 5;
      expect(loss).toBeCloseTo(sum, 4);
    });
  });

  it('says how sure it is of a new point, noise included', async () => {
    const { tasks, query } = onTasks(engines[1]!);
    const said = (await spreadOf(tasks, query))!;
    const { support } = drawn;
    const { mean, sd } = known.believes(
      rowOf(support, support.inputs, 0),
      rowOf(support, support.targets, 0),
    );
    const x = drawn.query.inputs[0]!;
    expect(said[0]).toBeCloseTo(mean(x), 5);
    expect(said[1]).toBeCloseTo(Math.hypot(sd(x), noise), 5);
  });

  it('leaves nothing behind on the engine', async () => {
    const engine = engines[1]!;
    const { tasks, query } = onTasks(engine);
    const { handles } = engine.memory();
    await afterLastStep(tasks, (phi, by) => by.at(phi, query).loss());
    await spreadOf(tasks, query);
    expect(engine.memory().handles).toBe(handles);
  });
});
