import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../compute/engine';
import { createSimdEngine } from '../../compute/simd/engine';
import { stream } from '../../math/rng';
import { mannPlaces } from '../../networks/programs/readers/mann';
import type { StreamShape } from '../../networks/programs/readers/stream';
import { streamInputs } from '../../networks/programs/readers/stream';
import type { Points } from '../../tasks/task';
import type { Source } from '../contender';
import { describeContender } from '../contract';
import { nearestOf } from './nearest';
import type { AnyReader } from './reader';
import { feedforward, keyValue, lstm, mann, snail } from './readers';
import type { MannOwn } from './sheets';

const shape: StreamShape = { features: 3, labels: 2 };
const rate = 0.01;
const mannOwn: MannOwn = {
  ...{ controller: 'feedforward', input: 'pair', hidden: 6, slots: 5, width: 4, heads: 2 },
  ...{ decay: 0.95, sharpness: 'learned', writing: 'lru', rate },
};
const cases: Readonly<Record<string, readonly [AnyReader, object]>> = {
  'feed-forward': [feedforward, { hidden: 6, rate }],
  lstm: [lstm, { hidden: 5, rate }],
  'key–value attention': [keyValue, { width: 3, heads: 2, rate }],
  snail: [snail, { filters: 4, blocks: 2, width: 3, rate }],
  mann: [mann, mannOwn],
  'mann, written in turn': [mann, { ...mannOwn, writing: 'fifo' }],
  'mann as published': [
    mann,
    { ...mannOwn, controller: 'lstm', input: 'late', sharpness: 'plain' },
  ],
};

const STEPS = 7;
/** Streams of numbers; what they are does not matter here. */
function streams(index: number, tasks = 3): Points {
  const random = stream(1, 'numbers', index);
  const inputs = Float32Array.from({ length: tasks * STEPS * streamInputs(shape) }, () =>
    random.normal(),
  );
  const targets = new Float32Array(tasks * STEPS * shape.labels);
  for (let row = 0; row < tasks * STEPS; row++) {
    targets[row * shape.labels + random.integer(shape.labels)] = 1;
  }
  return { tasks, points: STEPS, inputs, targets };
}

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

for (const [name, [contender, own]] of Object.entries(cases)) {
  describeContender(name, async () => {
    const { plain } = contender.program(shape, own);
    return {
      contender,
      own,
      scope: { engine, learner: engine.compileProgram(plain, 'cross-entropy') },
      theta: contender.initial(shape, own, stream(2, 'theta')),
      settings: {
        inner: { rate: 0, steps: 0 },
        outer: { optimizer: 'adam', rate: 0 },
        left: 1,
      },
      source(iteration, batch): Source {
        const points = streams(iteration);
        return {
          tasks: { support: points, query: points },
          mixed: points,
          streams: points,
          random: (of) => stream(1, of, iteration),
          batch,
        };
      },
      support: streams(0, 1),
    };
  });
}

describe.each(Object.entries(cases))('%s', (_, [contender, own]) => {
  const answers = async (points: Points, watched = false): Promise<Float32Array> => {
    const program = contender.program(shape, own);
    const learner = engine.compileProgram(watched ? program.watched(STEPS) : program.plain, null);
    const theta = engine.rows(contender.initial(shape, own, stream(2, 'theta')), 1);
    const batch = learner.batch({ ...points, targets: null });
    const rows = engine.tidy(() => learner.predict(theta, batch));
    const values = await engine.read(rows);
    engine.release(theta, batch, rows);
    return values;
  };

  it('says the same whether it is watched or not', async () => {
    const points = streams(1);
    const [plain, watched] = [await answers(points), await answers(points, true)];
    const all = watched.length / (3 * STEPS);
    const scores = watched.filter((_value, i) => i % all < shape.labels);
    scores.forEach((x, i) => void expect(x).toBeCloseTo(plain[i]!, 5));
  });

  it('knows nothing of what comes later in a stream, nor of other streams', async () => {
    const points = streams(2);
    const before = await answers(points);
    const inputs = points.inputs.slice();
    const row = streamInputs(shape);
    // All but the first stream, and of that the last two steps.
    for (let i = (STEPS - 2) * row; i < inputs.length; i++) inputs[i] = -inputs[i]!;
    const after = await answers({ ...points, inputs });
    const known = (STEPS - 2) * shape.labels;
    for (let i = 0; i < known; i++) expect(after[i]).toBeCloseTo(before[i]!, 5);
    expect(after.slice(known)).not.toEqual(before.slice(known));
  });
});

it('writes into a slot for each head, and reads with weights that sum to one', async () => {
  const program = mann.program(shape, mannOwn).watched(STEPS);
  const learner = engine.compileProgram(program, null);
  const theta = engine.rows(mann.initial(shape, mannOwn, stream(2, 'theta')), 1);
  const batch = learner.batch({ ...streams(3, 1), targets: null });
  const rows = engine.tidy(() => learner.predict(theta, batch));
  const values = await engine.read(rows);
  engine.release(theta, batch, rows);
  const { slots, heads } = mannOwn;
  const { read, written, usage, gate } = mannPlaces(mannOwn);
  for (let t = 0; t < STEPS; t++) {
    const own = values.subarray(t * program.outputs + shape.labels, (t + 1) * program.outputs);
    const sum = (from: number, count: number) =>
      own.subarray(from, from + count).reduce((a, b) => a + b, 0);
    expect(sum(read, slots)).toBeCloseTo(1, 5);
    const open = sum(gate, heads) / heads;
    // Nothing was read before the first step: what would go there goes nowhere.
    expect(sum(written, slots)).toBeCloseTo(t === 0 ? 1 - open : 1, 4);
    expect(sum(usage, slots)).toBeGreaterThan(0);
  }
  // At the first step the first two slots are free, and nobody else is written to.
  const first = values.subarray(shape.labels + written, shape.labels + written + slots);
  expect([...first].map((x) => x > 0)).toEqual([true, true, false, false, false]);
});

it('finds the nearest of what came before', () => {
  const features = Float32Array.of(0, 0, 5, 5, 0, 1, 5, 4);
  expect([...nearestOf(features, 2)]).toEqual([-1, 0, 0, 1]);
});
