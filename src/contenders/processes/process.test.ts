import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../compute/engine';
import { createSimdEngine } from '../../compute/simd/engine';
import { stream } from '../../math/rng';
import { initialiseProgram } from '../../networks/initialisers';
import { processProgram } from '../../networks/programs/process';
import { sinusoids } from '../../tasks/sinusoid';
import { drawEpisodes, firstOf } from '../../tasks/task';
import type { Settings, Source } from '../contender';
import { spreadOf } from '../evaluation';
import { metaIteration } from '../outerLoop';
import { release } from '../state';
import { attentiveProcess, conditionalProcess } from './process';

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

const own = { width: 16, rate: 0.005 };
const drawn = (index: number) =>
  drawEpisodes(
    sinusoids([0.1, 5], [0, Math.PI]),
    { inputRange: [-5, 5], inputs: 'random', noise: 0 },
    { tasks: 20, support: 6, query: 4 },
    stream(1, 'tasks', index),
  );

describe.each([
  ['conditional', conditionalProcess, false],
  ['attentive', attentiveProcess, true],
] as const)('the %s neural process', (_, contender, attentive) => {
  const program = processProgram({ ...own, attentive });
  const theta = initialiseProgram(program, stream(1, 'theta'));

  it('is trained by minus the logarithm of the normal density', async () => {
    const { support, query } = drawn(0);
    const learner = engine.compileProgram(program, { name: 'log-likelihood' });
    const [read, asked] = [learner.batch(support), learner.batch(query)];
    const by = engine.compileProgram(program, { name: 'log-likelihood' }, read);
    const rows = engine.rows(theta, 1);
    const said = await engine.read(engine.tidy(() => by.predict(rows, asked)));
    const found = await engine.read(engine.tidy(() => by.at(rows, asked).loss()));
    const expected = Array.from(found, (_task, task) => {
      let sum = 0;
      for (let i = 4 * task; i < 4 * task + 4; i++) {
        const [mean, spread] = [said[2 * i]!, said[2 * i + 1]!];
        const off = (query.targets[i]! - mean) / spread;
        sum -= Math.log(Math.exp((-off * off) / 2) / (spread * Math.sqrt(2 * Math.PI))) / 4;
      }
      return sum;
    });
    found.forEach((loss, i) => void expect(loss).toBeCloseTo(expected[i]!, 2));
  });

  it('reads a set: the order of its points says nothing, and one point more says something', async () => {
    const { support } = drawn(1);
    const learner = engine.compileProgram(program, null);
    const asked = learner.batch({
      tasks: 1,
      points: 2,
      inputs: Float32Array.of(0, 3),
      targets: null,
    });
    const answer = async (points: number, order: (i: number) => number) => {
      const values = (all: Float32Array) =>
        Float32Array.from({ length: points }, (_point, i) => all[order(i)]!);
      const set = {
        tasks: 1,
        points,
        inputs: values(support.inputs),
        targets: values(support.targets),
      };
      const made = engine.compileProgram(program, { name: 'log-likelihood' }).batch(set);
      const by = engine.compileProgram(program, null, made);
      return engine.read(engine.tidy(() => by.predict(engine.rows(theta, 1), asked)));
    };
    const [plain, turned] = [await answer(5, (i) => i), await answer(5, (i) => 4 - i)];
    plain.forEach((value, i) => void expect(turned[i]).toBeCloseTo(value, 4));
    const more = await answer(6, (i) => i);
    expect(Math.abs(more[0]! - plain[0]!)).toBeGreaterThan(1e-5);
  });

  it('comes nearer to tasks that it has not seen, from few points', async () => {
    const learner = engine.compileProgram(program, { name: 'log-likelihood' });
    const scope = { engine, learner };
    const settings = (left: number): Settings => ({
      inner: { rate: 0.01, steps: 1 },
      outer: { optimizer: 'adam', rate: 0.005 },
      left,
    });
    let state = contender.begin(engine, new Float32Array(1), own, stream(1, 'init'));
    const judged = drawn(1_000_000);
    const [support, query] = [learner.batch(judged.support), learner.batch(judged.query)];
    const error = async () => {
      const adapting = { contender, scope, state, support, inner: settings(1).inner, own };
      const said = (await spreadOf(adapting, query))!;
      return judged.query.targets.reduce((sum, y, i) => sum + (y - said[2 * i]!) ** 2 / 80, 0);
    };
    const before = await error();
    for (let i = 0; i < 400; i++) {
      const tasks = drawn(i);
      const batches: ReturnType<typeof learner.batch>[] = [];
      const source = {
        tasks,
        random: (name: string) => stream(1, name, i),
        batch: (points: typeof tasks.support) => {
          const batch = learner.batch(points);
          batches.push(batch);
          return batch;
        },
      } as unknown as Source;
      state = metaIteration(
        { contender, scope, source, settings: settings(1 - i / 400), own },
        state,
      );
      engine.release(...batches);
    }
    expect(await error()).toBeLessThan(0.9 * before);
    release(engine, state);
    engine.release(support, query);
  });
});

it('looks up the point that it is asked for most, before it has learned anything', async () => {
  const program = processProgram({ ...own, attentive: true });
  const inputs = Float32Array.of(-4, 0, 4);
  const answer = async (seed: number, targets: readonly number[]) => {
    const points = { tasks: 1, points: 3, inputs, targets: Float32Array.from(targets) };
    const learner = engine.compileProgram(program, { name: 'log-likelihood' });
    const by = engine.compileProgram(program, null, learner.batch(points));
    const asked = by.batch({ ...points, targets: null });
    const theta = engine.rows(initialiseProgram(program, stream(seed, 'theta')), 1);
    const said = await engine.read(engine.tidy(() => by.predict(theta, asked)));
    return [0, 1, 2].map((i) => said[2 * i]!);
  };
  // How far the answer at each input is moved, by moving each of the points that were read.
  const moved = [0, 1, 2].map(() => [0, 0, 0]);
  for (let seed = 1; seed <= 10; seed++) {
    const before = await answer(seed, [1, 1, 1]);
    for (const read of [0, 1, 2]) {
      const after = await answer(
        seed,
        [0, 1, 2].map((i) => (i === read ? 2 : 1)),
      );
      for (const at of [0, 1, 2]) moved[at]![read]! += Math.abs(after[at]! - before[at]!);
    }
  }
  for (const [at, by] of moved.entries()) {
    for (const read of [0, 1, 2]) {
      if (read !== at) expect(by[at]).toBeGreaterThan(1.5 * by[read]!);
    }
  }
});

it('has the first points of each task', () => {
  const points = {
    ...{ tasks: 2, points: 3 },
    inputs: Float32Array.of(1, 2, 3, 4, 5, 6),
    targets: Float32Array.of(10, 20, 30, 40, 50, 60),
  };
  expect(firstOf(points, 2)).toEqual({
    ...{ tasks: 2, points: 2 },
    inputs: Float32Array.of(1, 2, 4, 5),
    targets: Float32Array.of(10, 20, 40, 50),
  });
});
