import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../compute/engine';
import { createSimdEngine } from '../../compute/simd/engine';
import { describeContender } from '../../contenders/contract';
import { undisturbed } from '../../session/turn';
import { describeExperiment } from '../kit/contract';
import { printOf } from '../kit/microscope/print';
import { ownOf } from '../kit/ownFields';
import { whole } from '../kit/questions';
import { contenderCase, small } from './contenderCase';
import { regressionExperiment } from './experiment';
import type { RegressionSpec } from './fields';
import { adaptingNames, contenderNames } from './methods';
import { presetNames, presets } from './presets';
import { contenderOf } from './registry';
import type { RegressionSnapshot } from './snapshot';
import { blindErrors } from './tasks';

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

const create = (spec: RegressionSpec, resume: RegressionSnapshot | null = null) =>
  regressionExperiment.create(engine, spec, resume);
type Running = Awaited<ReturnType<typeof create>>;
const advance = async (experiment: Running, count: number) => {
  for (let i = 0; i < count; i++) await experiment.advance(undisturbed);
};
const evaluate = (experiment: Running, tasks: number) =>
  whole(experiment.answers.evaluate({ at: 'now', tasks }, undisturbed));

const points = {
  inputs: Float32Array.of(0, 1),
  targets: Float32Array.of(1, 0),
  grid: Float32Array.of(-1, 0, 1),
};

describeExperiment('regression', {
  experiment: regressionExperiment,
  small,
  questions: (at) => ({
    adapt: { at, ...points },
    evaluate: { at, tasks: 60 },
    pace: { at },
    faded: { how: 'same' },
    trace: { contender: 'maml', task: 1, grid: points.grid },
    gates: { at, pick: 0 },
    implicit: { at },
    rates: { at, contender: 'maml', support: points, query: points },
    points: { at, steps: 1, tasks: 2 },
    limit: { tasks: 30 },
  }),
  wild: {
    spec: { ...small, outerOptimizer: 'sgd', outerRate: 1, reptileRate: 0.01 },
    within: 200,
    code: 'diverged',
  },
});

for (const name of contenderNames) {
  describeContender(name, async () => contenderCase(engine, name));
}
describeContender('ravi, with a memory below its gates', async () => {
  const plain = contenderCase(engine, 'ravi');
  return { ...plain, own: { ...plain.own, form: 'lstm', scale: 'code', derivatives: 'exact' } };
});

describe('the regression experiment', () => {
  it('says of those that read how sure they are, the same after every step', async () => {
    const experiment = await create({ ...small, contenders: ['cnp', 'acnp', 'maml'] });
    await advance(experiment, 3);
    const { predictions, spreads } = await whole(
      experiment.answers.adapt({ at: 'now', ...points }, undisturbed),
    );
    const { curves } = await whole(
      experiment.answers.evaluate({ at: 'now', tasks: 30 }, undisturbed),
    );
    const { length } = points.grid;
    for (const name of ['cnp', 'acnp'] as const) {
      const [first, last] = [0, small.testSteps].map((k) =>
        predictions[name]!.slice(k * length, (k + 1) * length),
      );
      expect(last).toEqual(first);
      expect(spreads[name]!.length).toBe(length);
      expect(spreads[name]!.every((spread) => spread > 0.1)).toBe(true);
      const { mean, covered } = curves[name]!;
      expect(new Set(mean).size).toBe(1);
      expect(covered!.half).toBeGreaterThan(0);
      expect(covered!.most).toBeGreaterThanOrEqual(covered!.half);
      const asked = { contender: name, task: 1, grid: points.grid };
      const traced = await whole(experiment.answers.trace(asked, undisturbed));
      expect(traced.recorded).toBeNull();
    }
    expect(spreads.maml).toBeUndefined();
    expect(curves.maml!.covered).toBeUndefined();
    experiment.dispose();
  });

  it('judges the start of the meta-learner LSTM alone where that is asked for, and trains it the same', async () => {
    const spec: RegressionSpec = { ...small, contenders: ['ravi', 'random'] };
    const [own, start] = [await create(spec), await create({ ...spec, raviJudged: 'descent' })];
    const before = await evaluate(start, 30);
    // Everybody starts from the same weights: without its steps it is as good as any.
    expect(before.curves.ravi).toEqual(before.curves.random);
    const adapted = await whole(start.answers.adapt({ at: 'now', ...points }, undisturbed));
    expect(adapted.predictions.ravi).toEqual(adapted.predictions.random);
    const bySteps = await evaluate(own, 30);
    expect(bySteps.curves.ravi!.mean[0]).toBe(bySteps.curves.random!.mean[0]);
    expect(bySteps.curves.ravi!.mean[1]).not.toBe(bySteps.curves.random!.mean[1]);
    await advance(own, 30);
    await advance(start, 30);
    expect(await start.snapshot()).toEqual(await own.snapshot());
    const after = await evaluate(start, 30);
    expect(after.curves.ravi!.mean[1]).not.toBe(after.curves.random!.mean[1]);
    own.dispose();
    start.dispose();
  });

  it('starts all contenders from the same weights', async () => {
    const { contenders } = await (await create(small)).snapshot();
    expect(contenders.map((c) => c.name)).toEqual(contenderNames);
    for (const { name, weights } of contenders) {
      if (!adaptingNames.includes(name)) continue;
      expect(weights.theta).toEqual(contenders[0]!.weights.theta);
    }
  });

  it.each(adaptingNames)('hands out the next meta-iteration of %s line by line', async (name) => {
    const experiment = await create(small);
    await advance(experiment, 3);
    const asked = { contender: name, task: 1, grid: points.grid };
    const { recorded, iteration } = await whole(experiment.answers.trace(asked, undisturbed));
    expect(iteration).toBe(3);
    const { lines } = recorded!;
    expect(new Set(lines.map(({ line }) => line))).toEqual(
      new Set(
        contenderOf(name)
          .listing(ownOf(name, contenderOf(name), small))
          .map((of) => of.name),
      ),
    );
    await advance(experiment, 1);
    const { contenders } = await experiment.snapshot();
    const { weights } = contenders.find((one) => one.name === name)!;
    // The last line is where it then is.
    for (const [of, { print }] of Object.entries(lines.at(-1)?.seen ?? {})) {
      expect(print).toBe(printOf(weights[of]!));
    }
  });

  it('has no record of who does not take part', async () => {
    const experiment = await create({ ...small, contenders: ['random'] });
    const asked = { contender: 'maml', task: 0, grid: points.grid } as const;
    const { recorded } = await whole(experiment.answers.trace(asked, undisturbed));
    expect(recorded).toBeNull();
  });

  it.each(contenderNames)('gives %s the same run whoever runs beside it', async (name) => {
    const numbers = async (contenders: RegressionSpec['contenders']) => {
      const experiment = await create({ ...small, contenders });
      await advance(experiment, 8);
      const { contenders: all } = await experiment.snapshot();
      return all.find((c) => c.name === name)!.weights;
    };
    expect(await numbers([name])).toEqual(await numbers(contenderNames));
  });

  it('marks a contender that diverges at the same meta-iteration, however it is looked at', async () => {
    const calm: RegressionSpec = {
      ...small,
      outerOptimizer: 'sgd',
      contenders: ['maml', 'random'],
    };
    const divergence = async (look: (experiment: Running) => Promise<unknown>) => {
      const experiment = await create(calm);
      // After the first hundred, losses are recorded at every tenth only: it runs away in between.
      await advance(experiment, 102);
      experiment.tune({ ...calm, innerRate: 1, outerRate: 1 });
      for (let i = 0; i < 60; i++) {
        await advance(experiment, 1);
        await look(experiment);
      }
      const { contenders } = await experiment.snapshot();
      return { remarks: experiment.takeRemarks(), contenders };
    };
    const straight = await divergence(async () => {});
    expect(straight.remarks).toMatchObject([{ subject: 'maml', code: 'diverged' }]);
    expect(await divergence((experiment) => experiment.snapshot())).toEqual(straight);
    expect(await divergence((experiment) => evaluate(experiment, 7))).toEqual(straight);
  });

  it('keeps the last finite weights of a contender that diverges, and lets the others go on', async () => {
    const wild = await create({ ...small, outerOptimizer: 'sgd', outerRate: 1, reptileRate: 0.01 });
    await advance(wild, 200);
    const remark = wild.takeRemarks().find((r) => r.subject === 'maml')!;
    expect(remark.code).toBe('diverged');
    const { contenders } = await wild.snapshot();
    expect(contenders.find((c) => c.name === 'maml')!.diverged).toBe(remark.iteration);
    expect(contenders.find((c) => c.name === 'reptile')!.diverged).toBeNull();
    const rows = wild.takeRows();
    expect(rows.maml!.at(-1)).toBeNaN();
    expect(rows.reptile!.every(Number.isFinite)).toBe(true);
  });

  it('measures an untrained network of nearly no output as the zero predictor', async () => {
    const spec = presets['sinusoid-10shot'].spec;
    const untrained = await create({ ...spec, contenders: ['random'] });
    const { curves, tasks } = await evaluate(untrained, 600);
    expect(tasks).toBe(600);
    const { mean, ci95 } = curves.random!;
    expect(Math.abs(mean[0]! - blindErrors(spec).zero)).toBeLessThan(1.5 * ci95[0]!);
  });

  it('shows each step of adaptation to given points', async () => {
    const experiment = await create({ ...small, innerRate: 0.1, testSteps: 30 });
    const inputs = Float32Array.of(-2, -1, 0, 1, 2);
    const targets = Float32Array.of(1, 1, 1, 1, 1);
    const question = { at: 'now', inputs, targets, grid: inputs } as const;
    const { predictions } = await whole(experiment.answers.adapt(question, undisturbed));
    const path = predictions.random!;
    expect(path.length).toBe(31 * 5);
    const error = (k: number) =>
      path.slice(5 * k, 5 * k + 5).reduce((sum, y) => sum + (y - 1) ** 2, 0);
    expect(error(30)).toBeLessThan(0.05 * error(0));
  });

  it('takes live settings and ignores the others', async () => {
    const experiment = await create(small);
    experiment.tune({ ...small, testSteps: 3, hidden: [2], seed: 99 });
    const { curves } = await evaluate(experiment, 2);
    expect(curves.maml!.mean.length).toBe(4);
    const { contenders } = await experiment.snapshot();
    expect(contenders[0]!.weights.theta!.length).toBe(12 * 2 + 12 * 9 + 9 + 9 + 1);
  });

  it('learns: MAML’s weights are worth more after one step than the random ones they came from', async () => {
    const experiment = await create({
      ...small,
      hidden: [40, 40],
      metaBatch: 10,
      contenders: ['maml', 'random'],
    });
    await advance(experiment, 600);
    const { curves } = await evaluate(experiment, 200);
    expect(curves.maml!.mean[1]! + curves.maml!.ci95[1]!).toBeLessThan(
      0.7 * curves.random!.mean[1]!,
    );
  });

  it('Meta-SGD is far better than MAML after the one step that both are trained for', async () => {
    const experiment = await create({
      ...presets['sinusoid-10shot'].spec,
      contenders: ['maml', 'metasgd'],
    });
    await advance(experiment, 1500);
    const { curves } = await evaluate(experiment, 200);
    expect(curves.metasgd!.mean[1]!).toBeLessThan(0.75 * curves.maml!.mean[1]!);
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
});

describe('what runs away', () => {
  it('is counted, and decides no mean', async () => {
    const experiment = await create({
      ...small,
      innerRate: 1,
      testSteps: 10,
      contenders: ['maml'],
    });
    const { curves } = await evaluate(experiment, 60);
    const { mean, median, ranAway } = curves.maml!;
    expect(ranAway[0]).toBe(0);
    expect(ranAway.at(-1)).toBeGreaterThan(0);
    // Of the others a mean is within bounds, and there is none where most have run away; the median is of all.
    for (const [k, value] of mean.entries()) {
      if (ranAway[k]! <= 30) expect(value).toBeLessThan(10 * Math.max(25, mean[0]!));
      else expect([value, median[k]! > 100]).toEqual([Number.NaN, true]);
    }
    experiment.dispose();
  });

  it('is recorded as what it was measured as, whatever moves in between', async () => {
    const experiment = await create({ ...small, innerSteps: 1 });
    await advance(experiment, 3);
    experiment.tune({ ...small, innerSteps: 4, metaBatch: 2 });
    await advance(experiment, 2);
    const { steps, tasks } = experiment.takeRows();
    expect([...steps!]).toEqual([1, 1, 1, 4, 4]);
    expect([...tasks!]).toEqual([5, 5, 5, 2, 2]);
    experiment.dispose();
  });
});
