import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../compute/engine';
import { startEngine } from '../../compute/engines';
import { undisturbed } from '../../session/turn';
import { describeExperiment } from '../kit/contract';
import { printOf } from '../kit/microscope/print';
import { whole } from '../kit/questions';
import { optimizerExperiment } from './experiment';
import { familyNames, type OptimizerSpec } from './fields';
import { presets } from './presets';
import type { OptimizerSnapshot, RaceQuestion } from './questions';
import { type RacerName, racerNames, subject, trainedNames, tuned, tunedNames } from './racers';
import { columnOf } from './validation';

const small: OptimizerSpec = {
  ...presets.paper.spec,
  dimension: 3,
  problems: 8,
  hidden: [5],
  unroll: 5,
  horizon: 15,
  iterations: 1000,
  racers: racerNames,
};
/** Whoever runs on all problems: conjugate gradients want quadratics. */
const everywhere: RacerName[] = [...trainedNames, ...tunedNames, 'lbfgs'];
const race = { shown: 'now', family: 'gaussian', steps: 12, problems: 16 } as const;

let engine: Engine;
beforeAll(async () => {
  ({ engine } = await startEngine(['simd']));
});
afterAll(() => engine.dispose());

const create = (spec: OptimizerSpec, resume: OptimizerSnapshot | null = null) =>
  optimizerExperiment.create(engine, spec, resume);
type Running = Awaited<ReturnType<typeof create>>;
const advance = async (experiment: Running, count: number) => {
  for (let i = 0; i < count; i++) await experiment.advance(undisturbed);
  return experiment;
};
const subjectOf = ({ trained }: OptimizerSnapshot) => trained.find(({ name }) => name === subject)!;
const ask = async (spec: OptimizerSpec, question: RaceQuestion) => {
  const experiment = await create(spec);
  const answer = await whole(experiment.answers.race(question, undisturbed));
  experiment.dispose();
  return answer;
};

describeExperiment('optimizers', {
  experiment: optimizerExperiment,
  small,
  questions: (at) => ({
    race: { ...race, at },
    surface: { at, shown: 'best', surface: 'bowl', start: [1, 1], steps: 10 },
    insight: { at, shown: 'now', name: subject },
    trace: { name: subject, problem: 1 },
  }),
});

it.each(['flow', 'constant'] as const)(
  'can be watched, gradients %s: line by line, the step that is taken',
  async (gradients) => {
    const experiment = await advance(await create({ ...small, gradients }), 3);
    const trace = async (problem: number) =>
      (await whole(experiment.answers.trace({ name: subject, problem }, undisturbed))).recorded!;
    // At the end of an epoch, and in its midst.
    for (let i = 0; i < 3; i++) {
      const { lines, moments } = await trace(1);
      const names = lines.map(({ line }) => line);
      const forth = Array.from({ length: 5 }, () => ['gradient', 'proposal', 'update']).flat();
      const back =
        gradients === 'flow'
          ? [...Array.from({ length: 4 }, () => ['back', 'throughGradient']).flat(), 'back']
          : Array.from({ length: 5 }, () => 'back');
      expect(names).toEqual([...forth, ...back, 'clipped', 'adam']);
      for (const { seen, slope } of lines) {
        for (const { length } of Object.values(seen)) expect(Number.isFinite(length)).toBe(true);
        if (slope !== null) expect(Number.isFinite(slope)).toBe(true);
      }
      expect((await trace(0)).moments).not.toEqual(moments);
      await advance(experiment, 1);
      const { weights } = subjectOf(await experiment.snapshot());
      expect(lines.at(-1)!.seen.phi!.print).toBe(printOf(weights.phi!));
    }
    experiment.dispose();
  },
);

it('runs those that have nothing to tune only where they take part', async () => {
  const racers = racerNames.filter((name) => name !== 'lbfgs');
  const { curves } = await ask({ ...small, racers }, { ...race, at: 'now' });
  expect(Object.keys(curves)).toEqual(racers);
});

describe('meta-training', () => {
  it('goes on in the midst of the problems of a snapshot', async () => {
    const experiment = await advance(await create(small), 2);
    const { position } = subjectOf(await experiment.snapshot());
    expect(position!.step).toBe(10);
    const resumed = await create(small, structuredClone(await experiment.snapshot()));
    await advance(resumed, 1);
    expect(subjectOf(await resumed.snapshot()).position).toMatchObject({ epoch: 0, step: 15 });
    await advance(resumed, 1);
    expect(subjectOf(await resumed.snapshot()).position).toMatchObject({ epoch: 1, step: 5 });
  });

  it('learns: f on validation problems falls', async () => {
    const experiment = await create({ ...small, objective: 'log', clip: 1, rate: 0.01 });
    await advance(experiment, 400);
    const sums = experiment.takeRows()[columnOf(subject, 'sum')]!;
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
    const experiment = await advance(await create({ ...small, ...change }), 8);
    const { weights, moments } = subjectOf(await experiment.snapshot());
    expect(weights.phi!.every(Number.isFinite)).toBe(true);
    expect(moments.phi!.updates).toBe(8);
    experiment.dispose();
  });

  it('validates at the beginning, now and then, and at the end', async () => {
    const experiment = await create({ ...small, iterations: 60 });
    await advance(experiment, 60);
    expect(experiment.finished).toBe(true);
    expect([...experiment.takeRows().iteration!]).toEqual([0, 50, 60]);
  });

  it('keeps the best beside that of now, and answers about either', async () => {
    const spec: OptimizerSpec = { ...small, objective: 'log', clip: 1, rate: 0.01 };
    const experiment = await advance(await create(spec), 120);
    const { best, weights } = subjectOf(await experiment.snapshot());
    expect(best!.iteration).toBe(100);
    expect(best!.weights).not.toEqual(weights);
    const answers = await Promise.all(
      (['now', 'best'] as const).map((shown) =>
        whole(experiment.answers.race({ ...race, at: 'now', shown }, undisturbed)),
      ),
    );
    // Of the run's meta-iteration in sight, whosever weights they are: the page would ask for ever.
    expect(answers.map(({ iteration }) => iteration)).toEqual([120, 120]);
    expect(answers.map(({ of }) => of[subject])).toEqual([120, 100]);
    const [now, then] = answers.map(({ curves }) => curves[subject]!.mean);
    expect(then).not.toEqual(now);
    // Beside the best, that of now, and beside that of now nobody.
    expect(answers.map(({ present }) => present[subject]?.mean)).toEqual([undefined, now]);
    experiment.dispose();
  });

  it('answers about a snapshot as it did when that was now', async () => {
    const experiment = await advance(await create(small), 6);
    const question = { ...race, at: 'now' } as const;
    const before = await whole(experiment.answers.race(question, undisturbed));
    const at = structuredClone(await experiment.snapshot());
    await advance(experiment, 6);
    const later = await whole(experiment.answers.race({ ...race, at }, undisturbed));
    expect(later).toEqual(before);
    experiment.dispose();
  });

  it('drops problems on which it explodes, says so, and goes on with others', async () => {
    const spec: OptimizerSpec = { ...small, outputScale: 1, hidden: [64] };
    const calm = await create(spec);
    const { trained, iteration } = await calm.snapshot();
    calm.dispose();
    const wild = trained.map((t) => ({
      ...t,
      weights: { phi: t.weights.phi!.map((x) => 1e30 * x) },
    }));
    const experiment = await create(spec, { iteration, trained: wild });
    await advance(experiment, 3);
    const [remark] = experiment.takeRemarks();
    expect(remark).toEqual({
      iteration: 0,
      subject,
      code: 'exploded',
      values: { at: 0, rate: spec.rate, clip: spec.clip },
    });
    const { weights, position } = subjectOf(await experiment.snapshot());
    expect(weights.phi).toEqual(wild[0]!.weights.phi);
    expect(position!.epoch).toBe(3);
    expect(position!.theta.every(Number.isFinite)).toBe(true);
    experiment.dispose();
  });

  it('takes live settings and ignores the others', async () => {
    const experiment = await create(small);
    experiment.tune({ ...small, clip: 1e-9, hidden: [2], seed: 99 });
    await advance(experiment, 1);
    const { moments } = subjectOf(await experiment.snapshot());
    const { first } = moments.phi!;
    expect(first).toHaveLength(20 * (2 + 5) + 20 + 6);
    // 0.01, its field's least, is what was clipped at last: settings out of bounds stay as they were.
    experiment.tune({ ...small, clip: 0.01 });
    await advance(experiment, 1);
    const after = subjectOf(await experiment.snapshot()).moments.phi!.first;
    const moved = after.map((x, i) => x - 0.9 * first[i]!);
    expect(Math.hypot(...moved)).toBeCloseTo(0.1 * 0.01, 5);
    experiment.dispose();
  });
});

describe('the race', () => {
  it.each(familyNames)(
    'on %s runs every optimiser on the same problems',
    async (family) => {
      const answer = await ask(small, { ...race, at: 'now', shown: 'best', family });
      expect(answer).toMatchObject({ complete: true, family, problems: 16 });
      const quadratic = family === 'gaussian' || family === 'uniform';
      expect(Object.keys(answer.curves)).toEqual(quadratic ? racerNames : everywhere);
      const starts = Object.values(answer.curves).map((curve) => curve.mean[0]);
      // All begin at the same points.
      expect(new Set(starts).size).toBe(1);
      for (const curve of Object.values(answer.curves)) expect(curve.mean).toHaveLength(13);
      expect(answer.curves.adam!.mean[12]!).toBeLessThan(answer.curves.adam!.mean[0]!);
      const [first, last] = [0, 12].map((t) => answer.curves.lbfgs!.median[t]!);
      expect(last).toBeLessThan(0.9 * first!);
      // Three dimensions, three steps; rounding is what is left.
      if (quadratic) {
        const { median } = answer.curves.cg!;
        expect(median[2]!).toBeGreaterThan(1e-3);
        expect(median[3]!).toBeLessThan(1e-9);
      }
      expect(Object.keys(answer.grids!)).toEqual(Object.keys(tuned));
    },
    60_000,
  );

  it('hands over what it has: first who can run at once, then each as its rate is found', async () => {
    const experiment = await create(small);
    const seen: string[] = [];
    const tried: number[] = [];
    let silent = 0;
    const impatient = { pause: async () => {}, due: true };
    for await (const part of experiment.answers.race({ ...race, at: 'now' }, impatient)) {
      if (part === null) {
        silent += 1;
        continue;
      }
      const { tuning, curves, complete } = part;
      expect(part.grids === null).toBe(tuning !== null || Object.keys(curves).length < 3);
      seen.push(`${Object.keys(curves).length} ${complete}`);
      if (tuning !== null) tried.push(tuning.tried / tuning.of);
    }
    const all = racerNames.length;
    // Between two rates there is nothing new to say.
    expect(silent).toBeGreaterThan(10);
    const stages = [...racerNames.map((_, i) => `${i} false`), `${all} false`, `${all} true`];
    expect([...new Set(seen)]).toEqual(stages);
    // How far the tuning is, rate by rate, and never back.
    expect(new Set(tried).size).toBeGreaterThan(20);
    expect(tried).toEqual(tried.toSorted((a, b) => a - b));
    expect(tried.at(-1)).toBeLessThanOrEqual(1);
    experiment.dispose();
  });

  it('does not tune again what it has tuned, even if it was broken off', async () => {
    const experiment = await create(small);
    let pauses = 0;
    const counting = {
      due: false,
      pause: async () => {
        pauses += 1;
      },
    };
    const first = experiment.answers.race({ ...race, at: 'now' }, { ...counting, due: true });
    // Far enough for one of the grids: 21 rates of 101 steps at most.
    for (let i = 0; i < 21 * 101 + 5; i++) await first.next();
    await first.return();
    pauses = 0;
    await whole(experiment.answers.race({ ...race, at: 'now' }, counting));
    const rest = pauses;
    pauses = 0;
    await whole(experiment.answers.race({ ...race, at: 'now' }, counting));
    expect(pauses).toBe(racerNames.length * 13 + 1);
    expect(rest).toBeLessThan(4 * 21 * 101 + pauses);
    experiment.dispose();
  });
});

describe('questions about it', () => {
  it('walk down a surface from where they are told', async () => {
    const experiment = await create(small);
    const answer = await whole(
      experiment.answers.surface(
        { at: 'now', shown: 'now', surface: 'rosenbrock', start: [-1, 1.5], steps: 30 },
        undisturbed,
      ),
    );
    expect(Object.keys(answer.paths)).toEqual(everywhere);
    for (const path of Object.values(answer.paths)) {
      expect(path).toHaveLength(62);
      expect([path[0], path[1]]).toEqual([-1, 1.5]);
      expect([path.at(-2), path.at(-1)]).not.toEqual([-1, 1.5]);
    }
    experiment.dispose();
  });

  it('are at the lowest point of a bowl after two steps of conjugate gradients', async () => {
    const experiment = await create(small);
    const { paths } = await whole(
      experiment.answers.surface(
        { at: 'now', shown: 'now', surface: 'bowl', start: [-2.5, 1.2], steps: 4 },
        undisturbed,
      ),
    );
    expect(Object.keys(paths)).toEqual(racerNames);
    const [, , x, y, ...rest] = paths.cg!;
    expect(Math.hypot(x!, y!)).toBeGreaterThan(0.5);
    for (const place of rest) expect(place).toBeCloseTo(0, 12);
    experiment.dispose();
  });

  it('show what it proposes and what it remembers', async () => {
    const experiment = await create(small);
    const question = { at: 'now', shown: 'now', name: subject } as const;
    const answer = await whole(experiment.answers.insight(question, undisturbed));
    expect(answer.responses.map((r) => r.history)).toEqual([0, 5, 20]);
    for (const { updates } of answer.responses)
      expect(updates).toHaveLength(answer.gradients.length);
    expect(answer.units).toBe(5);
    expect(answer.cells).toHaveLength(100 * 5);
    // Cells move: they are those of the trace and not zeros of a wrong place.
    expect(answer.cells.subarray(0, 5)).not.toEqual(answer.cells.subarray(5, 10));
    experiment.dispose();
  });
});
