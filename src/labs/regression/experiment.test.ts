import { beforeAll, describe, expect, it } from 'vitest';
import { algorithmNames } from '../../algorithms/registry';
import type { Engine } from '../../compute/engine';
import { createSimdEngine } from '../../compute/simd/engine';
import type { Experiment } from '../../session/experiment';
import { regressionExperiment } from './experiment';
import { presetNames, presets } from './presets';
import type {
  AdaptAnswer,
  EvaluateAnswer,
  RegressionQuestion,
  RegressionSnapshot,
} from './protocol';
import type { RegressionSpec } from './spec';
import { blindErrors } from './tasks';

const small: RegressionSpec = {
  ...presets['sinusoid-10shot'].spec,
  hidden: [12, 9],
  initialiser: 'fan-in-uniform',
  metaBatch: 5,
  iterations: 1000,
};

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

const create = (spec: RegressionSpec, resume: RegressionSnapshot | null = null) =>
  regressionExperiment.create(engine, spec, resume);
const snapshotOf = async (experiment: Experiment) =>
  (await experiment.snapshot()) as RegressionSnapshot;
const advance = async (experiment: Experiment, count: number) => {
  for (let i = 0; i < count; i++) await experiment.advance();
};
const ask = async <A>(experiment: Experiment, question: RegressionQuestion): Promise<A> => {
  let last: unknown;
  for await (const answer of experiment.probe(question)) last = answer;
  return last as A;
};

describe('the regression experiment', () => {
  it('gives the same numbers for the same seed, and others for another', async () => {
    const run = async (seed: number) => {
      const experiment = await create({ ...small, seed });
      await advance(experiment, 12);
      return { rows: experiment.takeRows(), snapshot: await snapshotOf(experiment) };
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect((await run(2)).snapshot).not.toEqual(first.snapshot);
  });

  it('goes on from a snapshot as if it had never stopped', async () => {
    const whole = await create(small);
    await advance(whole, 9);
    const saved = structuredClone(await snapshotOf(whole));
    await advance(whole, 8);
    const resumed = await create(small, saved);
    expect(resumed.iteration).toBe(9);
    await advance(resumed, 8);
    expect(await snapshotOf(resumed)).toEqual(await snapshotOf(whole));
  });

  it('is not changed by questions', async () => {
    const quiet = await create(small);
    const asked = await create(small);
    for (let i = 0; i < 6; i++) {
      await quiet.advance();
      await asked.advance();
      await ask(asked, { kind: 'evaluate', at: 'now', tasks: 7 });
    }
    expect(await snapshotOf(asked)).toEqual(await snapshotOf(quiet));
  });

  it('starts all contenders from the same weights', async () => {
    const { contenders } = await snapshotOf(await create(small));
    expect(contenders.map((c) => c.name)).toEqual(algorithmNames);
    for (const { theta } of contenders) expect(theta).toEqual(contenders[0]!.theta);
  });

  it('gives a contender the same run whoever runs beside it', async () => {
    const theta = async (contenders: RegressionSpec['contenders']) => {
      const experiment = await create({ ...small, contenders });
      await advance(experiment, 8);
      const { contenders: all } = await snapshotOf(experiment);
      return all.find((c) => c.name === 'maml')!.theta;
    };
    expect(await theta(['maml'])).toEqual(await theta(algorithmNames));
  });

  it('holds no more memory after a hundred meta-iterations and questions than after a few', async () => {
    const experiment = await create(small);
    const round = async () => {
      await advance(experiment, 10);
      await ask(experiment, { kind: 'evaluate', at: 'now', tasks: 30 });
      await ask(experiment, {
        kind: 'adapt',
        at: await snapshotOf(experiment),
        inputs: Float32Array.of(0, 1),
        targets: Float32Array.of(1, 0),
        grid: Float32Array.of(-1, 0, 1),
      });
    };
    await round();
    const before = engine.memory();
    for (let i = 0; i < 10; i++) await round();
    expect(engine.memory()).toEqual(before);
    const held = engine.memory().handles;
    experiment.dispose();
    expect(engine.memory().handles).toBeLessThan(held);
  });

  it('marks a contender that diverges, keeps its last finite weights, and lets the others go on', async () => {
    const wild = await create({ ...small, outerOptimizer: 'sgd', outerRate: 1, reptileRate: 0.01 });
    await advance(wild, 200);
    const remarks = wild.takeRemarks();
    expect(remarks.map((r) => r.subject)).toContain('maml');
    const remark = remarks.find((r) => r.subject === 'maml')!;
    expect(remark.message).toMatch(/^MAML diverged by meta-iteration \d+/);
    expect(remark.hint).toContain('Lower the inner rate α (now 0.01) or the outer rate β (now 1)');
    const { contenders } = await snapshotOf(wild);
    for (const { theta } of contenders) expect(theta.every(Number.isFinite)).toBe(true);
    expect(contenders.find((c) => c.name === 'maml')!.diverged).toBe(remark.iteration);
    expect(contenders.find((c) => c.name === 'reptile')!.diverged).toBeNull();
    const rows = wild.takeRows();
    expect(rows.maml!.at(-1)).toBeNaN();
    expect(rows.reptile!.every(Number.isFinite)).toBe(true);
  });

  it('measures an untrained network of nearly no output as the zero predictor', async () => {
    const spec = presets['sinusoid-10shot'].spec;
    const { curves, tasks } = await ask<EvaluateAnswer>(
      await create({ ...spec, contenders: ['random'] }),
      { kind: 'evaluate', at: 'now', tasks: 600 },
    );
    expect(tasks).toBe(600);
    const { mean, ci95 } = curves.random!;
    expect(Math.abs(mean[0]! - blindErrors(spec).zero)).toBeLessThan(1.5 * ci95[0]!);
  });

  it('shows each step of adaptation to given points', async () => {
    const experiment = await create({ ...small, innerRate: 0.1, testSteps: 30 });
    const inputs = Float32Array.of(-2, -1, 0, 1, 2);
    const targets = Float32Array.of(1, 1, 1, 1, 1);
    const { predictions } = await ask<AdaptAnswer>(experiment, {
      kind: 'adapt',
      at: 'now',
      inputs,
      targets,
      grid: inputs,
    });
    const path = predictions.random!;
    expect(path.length).toBe(31 * 5);
    const error = (k: number) =>
      path.slice(5 * k, 5 * k + 5).reduce((sum, y) => sum + (y - 1) ** 2, 0);
    expect(error(30)).toBeLessThan(0.05 * error(0));
  });

  it('takes live settings and ignores the others', async () => {
    const experiment = await create(small);
    experiment.tune({ ...small, testSteps: 3, hidden: [2], seed: 99 });
    const { curves } = await ask<EvaluateAnswer>(experiment, {
      kind: 'evaluate',
      at: 'now',
      tasks: 2,
    });
    expect(curves.maml!.mean.length).toBe(4);
    const { contenders } = await snapshotOf(experiment);
    expect(contenders[0]!.theta.length).toBe(12 * 2 + 12 * 9 + 9 + 9 + 1);
  });

  it('learns: MAML’s weights are worth more after one step than the random ones they came from', async () => {
    const experiment = await create({
      ...small,
      hidden: [40, 40],
      metaBatch: 10,
      contenders: ['maml', 'random'],
    });
    await advance(experiment, 600);
    const { curves } = await ask<EvaluateAnswer>(experiment, {
      kind: 'evaluate',
      at: 'now',
      tasks: 200,
    });
    expect(curves.maml!.mean[1]! + curves.maml!.ci95[1]!).toBeLessThan(
      0.7 * curves.random!.mean[1]!,
    );
  });

  it.each(presetNames)('runs the preset %s', async (name) => {
    const experiment = await create(presets[name].spec);
    await advance(experiment, 3);
    const rows = experiment.takeRows();
    for (const contender of presets[name].spec.contenders) {
      expect(rows[contender]!.length).toBe(3);
      expect(rows[contender]!.every(Number.isFinite)).toBe(true);
    }
  });

  it('falls back to the defaults for a spec that is none', async () => {
    const experiment = await regressionExperiment.create(engine, { shots: 'many' }, null);
    expect(experiment.finished).toBe(false);
  });
});
