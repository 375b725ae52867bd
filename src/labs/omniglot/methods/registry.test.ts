import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createSimdEngine } from '../../../compute/simd/engine';
import { describeContender } from '../../../contenders/contract';
import { release } from '../../../contenders/state';
import { stream } from '../../../math/rng';
import { gatesFrom } from '../../../networks/gatedCell';
import { undisturbed } from '../../../session/turn';
import { drawGlyphEpisodes } from '../../../tasks/glyphs/episodes';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import type { Points } from '../../../tasks/task';
import { bodyOf } from '../../kit/embedding/body';
import { FrozenBodies } from '../../kit/embedding/frozen';
import type { OmniglotSpec } from '../fields';
import { presets } from '../presets';
import { accuracies, said } from './accuracy';
import { beginningOf, classify, startOf } from './atWork';
import type { Training } from './method';
import { compiled } from './networks';
import { type Tasks, tasksOf } from './points';
import { isTrained, type MethodName, methodNames, methodOf, ownIn, trainingOf } from './registry';
import { TrainingTasks, trainingSource } from './trainingTasks';
import { Workplace } from './workplace';

const WAYS = 5;
const glyphs = proceduralGlyphs();
const small: OmniglotSpec = {
  ...presets.scratch.spec,
  ...{ filters: 8, ways: WAYS, reptileTestSteps: 2, jointBatch: 8, metricWays: 5, tasks: 2 },
  ...{ alphabetWidths: '8-16-32-64', alphabetEpisodes: 2, alphabetWays: 4 },
};
let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

for (const name of methodNames.filter(isTrained)) {
  describeContender(name, async () => {
    const training = trainingOf(name)!;
    const own = ownIn(name, small);
    const tasks = new TrainingTasks(glyphs, 1, 0);
    return {
      contender: training.contender,
      own,
      scope: { engine, learner: compiled(engine, training.learner(small, glyphs, own)) },
      theta: methodOf(name).initial(small, glyphs, own)!,
      settings: {
        inner: { rate: 0.1, steps: 2 },
        outer: { optimizer: 'adam', rate: 0.001 },
        left: 1,
      },
      source: (iteration, batch) =>
        trainingSource({ training, tasks, iteration, spec: small, own }, batch),
      support: supportOf(training, tasks, own),
    };
  });
}

/** Points of the kind that a method's learner takes. */
function supportOf(
  { mixed, pairs, shape }: Training<unknown>,
  tasks: TrainingTasks,
  own: object,
): Points {
  if (pairs !== undefined) return tasks.drawPairs(0, pairs(small, own));
  return mixed ? tasks.drawMixed(0, 4) : tasks.draw(0, shape!(small, own)).support;
}

interface Options {
  readonly change?: Partial<OmniglotSpec>;
  readonly every?: boolean;
  readonly turn?: typeof undisturbed;
}

/** What an untrained method says of a task's queries, [points, ways]. */
async function classified(
  name: MethodName,
  tasks: Tasks,
  { change = {}, every = false, turn = undisturbed }: Options = {},
): Promise<Float32Array> {
  const spec = { ...small, ...change };
  const place = new Workplace(engine, spec, new FrozenBodies(engine, bodyOf(spec), glyphs, 1));
  const training = trainingOf(name);
  const saved = beginningOf(name, spec, glyphs);
  const theta = saved.weights.theta;
  // What Meta-SGD and the meta-learner LSTM have beside θ.
  const rates = new Float32Array(theta?.length ?? 0).fill(0.1);
  const beside = { rates, gates: gatesFrom(0.1) };
  const whole = training === null ? saved : { ...saved, weights: { ...saved.weights, ...beside } };
  const state = startOf(engine, name, spec, whole);
  try {
    const { steps } = await classify({ place, spec, name, state, turn }, tasks, every);
    return steps.at(-1)!;
  } finally {
    release(engine, state);
  }
}

const drawn = (shots: number, queries: number, tasks = 1) =>
  drawGlyphEpisodes(
    glyphs,
    'test',
    { tasks, ways: WAYS, shots, queries },
    false,
    stream(tasks, 'here'),
  );

/** The first points of one task. */
const firstOf = ({ points, inputs, targets }: Points, count: number): Points => ({
  tasks: 1,
  points: count,
  inputs: inputs.subarray(0, (count * inputs.length) / points),
  targets: targets.subarray(0, (count * targets.length) / points),
});

const difference = (a: Float32Array, b: Float32Array): number =>
  Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));

describe.each(methodNames)('%s', (name) => {
  // More than are put through the network at once, with their support sets.
  const { support, query } = drawn(5, 4);
  const few = { support, query: firstOf(query, 2) };
  const inductive = { change: { statistics: 'inductive' } } as const;
  const transductive = { change: { statistics: 'transductive' } } as const;

  it('knows nothing of other queries, one at a time', async () => {
    const all = await classified(name, { support, query }, inductive);
    const two = await classified(name, few, inductive);
    expect(difference(two, all)).toBeLessThan(1e-4);
  });

  it.runIf(methodOf(name).statistics !== null)('knows of them when transductive', async () => {
    const all = await classified(name, { support, query }, transductive);
    const two = await classified(name, few, transductive);
    expect(difference(two, all)).toBeGreaterThan(1e-3);
  });

  it('classifies tasks together as it does alone', async () => {
    const both = drawn(1, 2, 2);
    const together = await classified(name, both, inductive);
    const second = { support: tasksOf(both.support, 1), query: tasksOf(both.query, 1) };
    const alone = await classified(name, second, inductive);
    expect(difference(alone, together.subarray(alone.length))).toBeLessThan(1e-4);
  });
});

it('classifies large tasks one after another, with the same result', async () => {
  const tasks = drawn(5, 10, 4);
  const spec = { ...small, statistics: 'inductive' } as const;
  const place = new Workplace(engine, spec, new FrozenBodies(engine, bodyOf(spec), glyphs, 1));
  const state = startOf(engine, 'maml', spec, beginningOf('maml', spec, glyphs));
  const found = await said({ place, spec, name: 'maml', state }, tasks);
  const once = await classified('maml', tasks, { change: { statistics: 'inductive' } });
  expect(found).toHaveLength(once.length);
  expect(difference(found, once)).toBeLessThan(1e-4);
});

it.each(['maml', 'reptile', 'ravi', 'joint'] as const)(
  '%s stops where it is told to, at any of its steps, and holds nothing then',
  async (name) => {
    const { support, query } = drawn(5, 4);
    const change = { statistics: 'inductive', headSteps: 3 } as const;
    await classified(name, { support, query }, { change });
    const { handles } = engine.memory();
    for (const after of [1, 2, 3]) {
      let pauses = 0;
      const turn = {
        due: false,
        async pause() {
          if (++pauses === after) throw new Error('enough');
        },
      };
      const asked = classified(name, { support, query }, { change, every: true, turn });
      await expect(asked).rejects.toThrow('enough');
      expect(engine.memory().handles).toBe(handles);
    }
  },
);

it('has no accuracy where weights are no numbers', () => {
  const { query } = drawn(1, 1);
  const lost = new Float32Array(WAYS * WAYS).fill(Number.NaN);
  expect(accuracies(lost, query)).toEqual([Number.NaN]);
});
