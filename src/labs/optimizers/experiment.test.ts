import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../compute/engine';
import { startEngine } from '../../compute/engines';
import { mean } from '../../math/statistics';
import { optimizerExperiment, trainingOf } from './experiment';
import { familyOf } from './families';
import { presets } from './presets';
import type {
  InsightAnswer,
  OptimizerAnswer,
  OptimizerQuestion,
  OptimizerSnapshot,
  RaceAnswer,
  SurfaceAnswer,
} from './protocol';
import { courseOf, runByHand } from './runs';
import { familyNames, type OptimizerSpec } from './spec';
import { RATES, tune } from './tuning';

const small: OptimizerSpec = {
  ...presets.paper.spec,
  dimension: 3,
  problems: 8,
  hidden: [5],
  unroll: 5,
  horizon: 15,
  iterations: 1000,
};

let engine: Engine;
beforeAll(async () => {
  ({ engine } = await startEngine(['simd']));
});
afterAll(() => engine.dispose());

const create = (spec: unknown, resume: OptimizerSnapshot | null = null) =>
  optimizerExperiment.create(engine, spec, resume);

async function trained(spec: unknown, iterations: number, resume: OptimizerSnapshot | null = null) {
  const experiment = await create(spec, resume);
  while (experiment.iteration < iterations) await experiment.advance();
  const snapshot = (await experiment.snapshot()) as OptimizerSnapshot;
  const rows = experiment.takeRows();
  experiment.dispose();
  return { snapshot, rows };
}

async function last<T extends OptimizerAnswer>(spec: unknown, question: OptimizerQuestion) {
  const experiment = await create(spec);
  let answer: OptimizerAnswer | null = null;
  for await (const part of experiment.probe(question)) answer = part as OptimizerAnswer;
  experiment.dispose();
  return answer as unknown as T;
}

describe('meta-training', () => {
  it('repeats for a seed, and differs for another', async () => {
    const [a, b] = [await trained(small, 12), await trained(small, 12)];
    expect(a.snapshot).toEqual(b.snapshot);
    const other = await trained({ ...small, seed: 2 }, 12);
    expect(other.snapshot.phi).not.toEqual(a.snapshot.phi);
  });

  it('goes on from a snapshot as if it had not stopped, in the midst of an epoch', async () => {
    const whole = await trained(small, 11);
    const half = await trained(small, 5);
    expect(half.snapshot.position!.step).not.toBe(0);
    const rest = await trained(small, 11, half.snapshot);
    expect(rest.snapshot).toEqual(whole.snapshot);
  });

  it('learns: f on validation problems falls', async () => {
    const { rows } = await trained({ ...small, objective: 'log', clip: 1, rate: 0.01 }, 400);
    const sums = rows.sum!;
    expect(sums.at(-1)!).toBeLessThan(0.5 * sums[0]!);
  });

  it.each([
    { objective: 'log' },
    { objective: 'soft-log' },
    { gradients: 'flow' },
    { preprocessing: 'none' },
    { curriculum: 'growing' },
    { scaling: 2 },
    { family: 'uniform' },
    { dimension: 1, problems: 1, hidden: [1], unroll: 1 },
  ] as Partial<OptimizerSpec>[])('runs with %j', async (change) => {
    const { snapshot } = await trained({ ...small, ...change }, 8);
    expect(snapshot.phi.every(Number.isFinite)).toBe(true);
  });

  it('keeps the best', async () => {
    const experiment = trainingOf(engine, { ...small, objective: 'log', clip: 1 }, null);
    while (experiment.iteration < 100) await experiment.advance();
    const { score } = experiment.bestSoFar;
    const found = experiment.takeRows().final!;
    expect(Number.isFinite(score)).toBe(true);
    expect(found.length).toBe(2);
    experiment.dispose();
  });

  it('drops problems on which it explodes, says so, and stays finite', async () => {
    const experiment = await create({ ...small, outputScale: 1, rate: 0.1, hidden: [64] });
    const wild = (await experiment.snapshot()) as OptimizerSnapshot;
    experiment.dispose();
    const phi = wild.phi.map((x) => 1e30 * x);
    const again = await create({ ...small, outputScale: 1, hidden: [64] }, { ...wild, phi });
    for (let i = 0; i < 3; i++) await again.advance();
    expect(again.takeRemarks().map((r) => r.code)).toContain('exploded');
    again.dispose();
  });

  it('holds the same number of vectors from one meta-iteration to the next', async () => {
    const experiment = await create(small);
    for (let i = 0; i < 5; i++) await experiment.advance();
    const before = experiment.memory();
    for (let i = 0; i < 60; i++) await experiment.advance();
    expect(experiment.memory()).toEqual(before);
    const question: OptimizerQuestion = {
      kind: 'race',
      which: 'now',
      family: 'blobs',
      steps: 5,
      problems: 16,
    };
    // Left in the midst: what it held is given back.
    const answers = experiment.probe(question);
    await answers.next();
    await answers.return();
    expect(experiment.memory().handles).toBe(before.handles);
    experiment.dispose();
  });
});

describe('the race', () => {
  it.each(familyNames)(
    'on %s runs every optimiser on the same problems',
    async (family) => {
      const answer = await last<RaceAnswer>(small, {
        kind: 'race',
        which: 'best',
        family,
        steps: 12,
        problems: 16,
      });
      expect(answer.complete).toBe(true);
      const starts = Object.values(answer.curves).map((curve) => curve.mean[0]);
      expect(starts).toHaveLength(6);
      // All begin at the same points.
      expect(new Set(starts).size).toBe(1);
      for (const curve of Object.values(answer.curves)) expect(curve.mean).toHaveLength(13);
      expect(answer.curves.adam!.mean[12]!).toBeLessThan(answer.curves.adam!.mean[0]!);
    },
    60_000,
  );

  it('tunes on problems that are not in it, and takes the least of the grid', async () => {
    const family = familyOf('gaussian', 3);
    const tuning = family.draw(1, 'tuning problems', 0, 8);
    const test = family.draw(1, 'test problems', 0, 8);
    expect(tuning.inputs).not.toEqual(test.inputs);
    let grids = null;
    for await (const found of tune(engine, family, 1, 16)) grids = found;
    for (const grid of Object.values(grids!)) {
      expect(grid.rates).toEqual(RATES);
      const least = Math.min(...grid.means);
      expect(grid.chosen).toBe(grid.rates[grid.means.indexOf(least)]);
    }
  });

  it('gives hand-written optimisers the figures that they are known for', async () => {
    const family = familyOf('uniform', 10);
    const course = courseOf(engine, family, family.draw(9, 'test problems', 0, 2048));
    const final = async (name: 'sgd' | 'adam' | 'rmsprop', rate: number) => {
      let f = 0;
      for await (const losses of runByHand(course, name, rate, 100)) f = mean(losses);
      return f;
    };
    // Published for other draws: 0.210, 0.096 and 0.164.
    expect(await final('sgd', 0.0178)).toBeCloseTo(0.21, 1);
    expect(await final('adam', 0.178)).toBeCloseTo(0.096, 1);
    expect(await final('rmsprop', 0.0178)).toBeCloseTo(0.164, 1);
  });
});

describe('questions', () => {
  it('walks down a surface from where it is told', async () => {
    const answer = await last<SurfaceAnswer>(small, {
      kind: 'surface',
      which: 'now',
      surface: 'rosenbrock',
      start: [-1, 1.5],
      steps: 30,
    });
    for (const path of Object.values(answer.paths)) {
      expect(path).toHaveLength(62);
      expect([path[0], path[1]]).toEqual([-1, 1.5]);
    }
  });

  it('shows what it proposes and what it remembers', async () => {
    const answer = await last<InsightAnswer>(small, { kind: 'insight', which: 'now' });
    expect(answer.responses.map((r) => r.history)).toEqual([0, 5, 20]);
    for (const { updates } of answer.responses)
      expect(updates).toHaveLength(answer.gradients.length);
    expect(answer.units).toBe(5);
    expect(answer.cells).toHaveLength(100 * 5);
    // Cells move: they are those of the trace and not zeros of a wrong place.
    expect(answer.cells.subarray(0, 5)).not.toEqual(answer.cells.subarray(5, 10));
  });
});
