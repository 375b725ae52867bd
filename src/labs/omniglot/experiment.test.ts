import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../compute/engine';
import { createSimdEngine } from '../../compute/simd/engine';
import { type Glyphs, PIXELS } from '../../tasks/glyphs/glyphs';
import { proceduralGlyphs } from '../../tasks/glyphs/procedural';
import { OmniglotExperiment } from './experiment';
import { FrozenBodies } from './methods/frozen';
import { bodyOf } from './methods/networks';
import { initialTheta, TrainingTasks } from './methods/training';
import { presets } from './presets';
import type { AccuracyAnswer, DrawAnswer, EpisodeAnswer, OmniglotQuestion } from './protocol';
import { methodNames, type OmniglotSpec } from './spec';

// Every method in training, and eight at work, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const spec: OmniglotSpec = {
  ...presets.scratch.spec,
  methods: methodNames,
  ways: 3,
  queries: 2,
  filters: 8,
  tasks: 2,
  metricWays: 5,
  metricQueries: 2,
  jointBatch: 8,
  reptileSteps: 2,
  reptileTestSteps: 3,
  headSteps: 4,
  iterations: 100,
};

let engine: Engine;
let glyphs: Glyphs;
beforeAll(async () => {
  engine = await createSimdEngine();
  glyphs = proceduralGlyphs(1, 120);
});

const start = (change: Partial<OmniglotSpec> = {}) =>
  new OmniglotExperiment(engine, { ...spec, ...change }, glyphs, null);

async function last<T>(experiment: OmniglotExperiment, question: OmniglotQuestion): Promise<T> {
  let answer: unknown;
  for await (const part of experiment.probe(question)) answer = part;
  return answer as T;
}

async function advance(experiment: OmniglotExperiment, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await experiment.advance();
}

describe('training', () => {
  it('repeats to the bit, paused and resumed or not', async () => {
    const [whole, first] = [start(), start()];
    await advance(whole, 6);
    await advance(first, 3);
    const resumed = new OmniglotExperiment(engine, spec, glyphs, await first.snapshot());
    await advance(resumed, 3);
    expect(await resumed.snapshot()).toEqual(await whole.snapshot());
    for (const one of [whole, first, resumed]) one.dispose();
  });

  it('gives a method the numbers that it has alone', async () => {
    const [together, alone] = [start(), start({ methods: ['reptile'] })];
    await advance(together, 3);
    await advance(alone, 3);
    const theta = async (e: OmniglotExperiment) => (await e.snapshot()).methods.reptile!.theta;
    expect(await theta(alone)).toEqual(await theta(together));
    for (const one of [together, alone]) one.dispose();
  });

  it('begins every method with the same body, and moves each elsewhere', async () => {
    const experiment = start();
    const before = await experiment.snapshot();
    const body = before.methods.prototypical!.theta;
    for (const { theta } of Object.values(before.methods)) {
      expect(theta.subarray(0, body.length)).toEqual(body);
    }
    await advance(experiment, 2);
    const after = Object.values((await experiment.snapshot()).methods);
    for (const [i, one] of after.entries()) {
      for (const other of after.slice(0, i)) expect(one.theta).not.toEqual(other.theta);
    }
    experiment.dispose();
  });

  it('holds no more vectors after many meta-iterations than after few', async () => {
    const experiment = start();
    await advance(experiment, 2);
    const before = engine.memory().handles;
    await advance(experiment, 25);
    expect(engine.memory().handles).toBe(before);
    experiment.dispose();
  });

  it('says so when weights stop being numbers, and goes on with the others', async () => {
    const experiment = start({ methods: ['maml', 'prototypical'], innerRate: 1, metaRate: 0.1 });
    const broken = await experiment.snapshot();
    broken.methods.maml!.theta.fill(Number.NaN);
    const resumed = new OmniglotExperiment(engine, spec, glyphs, broken);
    await advance(resumed, 3);
    const [remark] = resumed.takeRemarks();
    expect(remark).toMatchObject({ subject: 'maml', code: 'diverged' });
    expect((await resumed.snapshot()).diverged).toEqual(['maml']);
    const { prototypical } = resumed.takeRows();
    expect(prototypical!.every(Number.isFinite)).toBe(true);
    for (const one of [experiment, resumed]) one.dispose();
  });

  it('sees training characters alone', async () => {
    const written = new Set<number>();
    const watched: Glyphs = {
      ...glyphs,
      write(glyph, drawing, turns, out, at) {
        written.add(glyph);
        glyphs.write(glyph, drawing, turns, out, at);
      },
    };
    const tasks = new TrainingTasks(watched, 1, 0.5);
    for (let i = 0; i < 40; i++) {
      tasks.draw(i, { tasks: 2, ways: 5, shots: 1, queries: 1 });
      tasks.drawMixed(i, 16);
    }
    new FrozenBodies(engine, bodyOf(spec), watched, 1);
    expect(written.size).toBeGreaterThan(50);
    for (const glyph of written) expect(glyphs.classes[glyph]!.split).toBe('train');
  });

  it('goes on with other characters, and says so', async () => {
    const first = start();
    await advance(first, 2);
    const others = proceduralGlyphs(2, 90);
    const resumed = new OmniglotExperiment(engine, spec, others, await first.snapshot());
    expect(resumed.takeRemarks()).toEqual([
      expect.objectContaining({ code: 'other-characters', iteration: 2 }),
    ]);
    // Joint training has as many classes as there are characters: its last layer begins anew.
    await advance(resumed, 2);
    const { methods } = await resumed.snapshot();
    const { theta } = methods.joint!;
    expect(theta).toHaveLength(initialTheta('joint', spec, others).length);
    expect(theta.every(Number.isFinite)).toBe(true);
    const again = new OmniglotExperiment(engine, spec, others, await resumed.snapshot());
    expect(again.takeRemarks()).toEqual([]);
    for (const one of [first, resumed, again]) one.dispose();
  });

  it('learns: prototypical networks do better after some meta-iterations', async () => {
    const experiment = start({ methods: ['prototypical'], ways: 5 });
    const question = { kind: 'accuracy', which: 'now', tasks: 60 } as const;
    const before = await last<AccuracyAnswer>(experiment, question);
    await advance(experiment, 60);
    const after = await last<AccuracyAnswer>(experiment, question);
    expect(after.methods.prototypical!.mean).toBeGreaterThan(
      before.methods.prototypical!.mean + 0.05,
    );
    experiment.dispose();
  });
});

describe('answers', () => {
  it('classify one task by every method, after every step', async () => {
    const experiment = start();
    const answer = await last<EpisodeAnswer>(experiment, {
      kind: 'episode',
      which: 'now',
      number: 4,
    });
    expect(answer.complete).toBe(true);
    expect(answer.support).toHaveLength(3 * PIXELS);
    expect(answer.query).toHaveLength(6 * PIXELS);
    expect(answer.labels.toSorted()).toEqual([0, 0, 1, 1, 2, 2]);
    const steps = { maml: 4, fomaml: 4, reptile: 4, random: 4, joint: 5 };
    for (const name of methodNames) {
      const found = answer.methods[name]!;
      const { [name as keyof typeof steps]: expected = 1 } = steps;
      expect(found.steps, name).toHaveLength(expected);
      for (const row of found.steps) {
        expect(row).toHaveLength(18);
        for (let i = 0; i < 18; i += 3) {
          expect(row[i]! + row[i + 1]! + row[i + 2]!).toBeCloseTo(1, 4);
        }
      }
      const embeds = name === 'prototypical' || name === 'matching' || name === 'joint';
      expect(found.plane?.length, name).toBe(embeds ? 18 : undefined);
    }
    experiment.dispose();
  });

  it('take a drawing on its own, whatever the switch says', async () => {
    const [alone, together] = [start({ statistics: 'inductive' }), start()];
    const support = new Float32Array(3 * PIXELS);
    for (let way = 0; way < 3; way++) glyphs.write(way, 0, 0, support, way * PIXELS);
    const query = new Float32Array(PIXELS);
    glyphs.write(1, 1, 0, query, 0);
    const question = { kind: 'draw', which: 'now', support, shots: 1, query } as const;
    const one = await last<DrawAnswer>(alone, question);
    expect(one.methods).toEqual((await last<DrawAnswer>(together, question)).methods);
    for (const name of methodNames) expect(one.methods[name], name).toHaveLength(3);
    for (const each of [alone, together]) each.dispose();
  });

  it('end where the question is asked anew, and hold nothing after', async () => {
    const experiment = start({ methods: ['reptile', 'maml'], ways: 5, statistics: 'inductive' });
    await last(experiment, { kind: 'accuracy', which: 'now', tasks: 4 });
    const { handles } = experiment.memory();
    const long = last<AccuracyAnswer>(experiment, { kind: 'accuracy', which: 'now', tasks: 5000 });
    const short = last<AccuracyAnswer>(experiment, { kind: 'accuracy', which: 'now', tasks: 8 });
    expect((await long)?.complete ?? false).toBe(false);
    expect((await short).complete).toBe(true);
    expect(experiment.memory().handles).toBe(handles);
    experiment.dispose();
  });

  it('grow with the number of tasks, and have an interval', async () => {
    const experiment = start();
    const counts: number[] = [];
    let answer: AccuracyAnswer | null = null;
    const question = { kind: 'accuracy', which: 'now', tasks: 20 } as const;
    for await (const part of experiment.probe(question)) {
      answer = part as AccuracyAnswer;
      counts.push(answer.methods.maml!.tasks);
    }
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(answer!.complete).toBe(true);
    for (const name of methodNames) {
      const { mean, ci95, tasks } = answer!.methods[name]!;
      expect(tasks).toBe(20);
      expect(mean).toBeGreaterThan(0.2);
      expect(ci95).toBeGreaterThan(0);
    }
    experiment.dispose();
  });

  it('are about the snapshot that is asked about', async () => {
    const experiment = start({ methods: ['maml'] });
    const snapshot = await experiment.snapshot();
    const question = { kind: 'episode', number: 1 } as const;
    const then = await last<EpisodeAnswer>(experiment, { ...question, which: 'now' });
    await advance(experiment, 5);
    const back = await last<EpisodeAnswer>(experiment, { ...question, which: snapshot });
    const now = await last<EpisodeAnswer>(experiment, { ...question, which: 'now' });
    expect(back.methods).toEqual(then.methods);
    expect(now.methods).not.toEqual(then.methods);
    experiment.dispose();
  });

  it('of second order differ from those of first order', async () => {
    const experiment = start({ methods: ['maml', 'fomaml'] });
    await advance(experiment, 1);
    const { maml, fomaml } = (await experiment.snapshot()).methods;
    // The same tasks and the same start: only the Hessian tells them apart.
    expect(maml!.first).not.toEqual(fomaml!.first);
    experiment.dispose();
  });
});
