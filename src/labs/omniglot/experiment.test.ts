import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../compute/engine';
import { createSimdEngine } from '../../compute/simd/engine';
import { undisturbed } from '../../session/turn';
import { type Glyphs, PIXELS } from '../../tasks/glyphs/glyphs';
import { proceduralGlyphs } from '../../tasks/glyphs/procedural';
import { describeExperiment } from '../kit/contract';
import { bodyOf } from '../kit/embedding/body';
import { FrozenBodies } from '../kit/embedding/frozen';
import { printOf } from '../kit/microscope/print';
import { whole } from '../kit/questions';
import type { Replaced } from './episode/question';
import { omniglotExperimentOn } from './experiment';
import type { OmniglotSpec } from './fields';
import { type MethodName, methodNames, methodOf, ownIn, trainingOf } from './methods/registry';
import type { OmniglotSnapshot } from './methods/snapshot';
import { TrainingTasks } from './methods/trainingTasks';
import type { Recorded } from './microscope/recorded';
import { presets } from './presets';

// Every method in training, and all at work, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

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
  alphabetWidths: '8-16-32-64',
  alphabetEpisodes: 1,
  alphabetWays: 3,
  reptileSteps: 2,
  reptileTestSteps: 3,
  raviSteps: 2,
  headSteps: 4,
  iterations: 100,
};

const glyphs = proceduralGlyphs(1, 120);
const experimentOn = (characters: Glyphs) => omniglotExperimentOn(async () => characters);

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

const start = (
  change: Partial<OmniglotSpec> = {},
  resume: OmniglotSnapshot | null = null,
  characters = glyphs,
) => experimentOn(characters).create(engine, { ...spec, ...change }, resume);
type Running = Awaited<ReturnType<typeof start>>;

async function advance(run: Running, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await run.advance(undisturbed);
}
const nothing: Replaced = { places: [], images: new Float32Array() };
const episode = (run: Running, number: number, at: 'now' | OmniglotSnapshot = 'now') =>
  whole(run.answers.episode({ at, number, replaced: nothing }, undisturbed));
const accuracy = (run: Running, tasks: number) =>
  whole(run.answers.accuracy({ at: 'now', tasks }, undisturbed));

/** A task of three classes, drawn once each. */
function drawn() {
  const support = new Float32Array(3 * PIXELS);
  for (let way = 0; way < 3; way++) glyphs.write(way, 0, 0, support, way * PIXELS);
  const query = new Float32Array(PIXELS);
  glyphs.write(1, 1, 0, query, 0);
  return { support, shots: 1, query };
}

it('looks at the support set with the very weights that classify', async () => {
  const run = await start({ methods: ['prototypical', 'matching'], shots: 2 });
  const { methods, labels } = await episode(run, 3);
  const { prototypical, matching } = methods;
  expect(prototypical!.attention).toEqual(prototypical!.steps[0]);
  // Of matching networks, summed within a class.
  const { attention, steps } = matching!;
  expect(attention).toHaveLength(labels.length * spec.ways * 2);
  steps[0]!.forEach((share, i) => {
    const own = attention!.subarray(2 * i, 2 * i + 2);
    expect(own[0]! + own[1]!).toBeCloseTo(share, 5);
  });
  run.dispose();
});

it('looks at the support set before and after a query drawing has read it', async () => {
  const run = await start({ methods: ['matching', 'matchingfce'], shots: 2 });
  const { methods } = await episode(run, 3);
  expect(methods.matching!.unread).toBeNull();
  const { attention, unread, steps } = methods.matchingfce!;
  steps[0]!.forEach((share, i) => {
    const own = attention!.subarray(2 * i, 2 * i + 2);
    expect(own[0]! + own[1]!).toBeCloseTo(share, 5);
  });
  expect(unread).toHaveLength(attention!.length);
  expect(unread).not.toEqual(attention);
  run.dispose();
});

describeExperiment('omniglot', {
  experiment: experimentOn(glyphs),
  small: spec,
  questions: (at) => ({
    episode: { at, number: 2, replaced: nothing },
    draw: { at, ...drawn() },
    given: { number: 2, turn: 1 },
    accuracy: { at, tasks: 6 },
    trace: { method: 'maml', task: 1 },
  }),
});

describe('training', () => {
  it('gives a method the numbers that it has alone', async () => {
    const together = await start();
    await advance(together, 3);
    const { methods } = await together.snapshot();
    for (const name of ['reptile', 'anil', 'ravi', 'joint'] as const) {
      const alone = await start({ methods: [name] });
      await advance(alone, 3);
      expect((await alone.snapshot()).methods[name], name).toEqual(methods[name]);
    }
  });

  it('can be watched: every trained method passes its lines, and takes the step that was shown', async () => {
    const run = await start();
    await advance(run, 1);
    const trace = async (method: MethodName, task: number) =>
      (await whole(run.answers.trace({ method, task }, undisturbed))).recorded;
    const shown = new Map<MethodName, number>();
    for (const name of methodNames) {
      const training = trainingOf(name);
      const recorded = await trace(name, 1);
      if (training === null) {
        expect(recorded, name).toBeNull();
        continue;
      }
      const { lines } = recorded!;
      const listed = training.contender.listing(ownIn(name, spec)).map((line) => line.name);
      expect([...new Set(lines.map(({ line }) => line))].toSorted(), name).toEqual(
        listed.toSorted(),
      );
      shown.set(name, lines.at(-1)!.seen.theta!.print);
    }
    // Tasks differ, and what they share does not.
    const [first, second] = [(await trace('maml', 0))!, (await trace('maml', 1))!];
    const printOfGradient = ({ lines }: Recorded) => lines[0]!.seen.gradient!.print;
    expect(printOfGradient(second)).not.toBe(printOfGradient(first));
    expect(second.lines.at(-1)!.seen.theta!.print).toBe(first.lines.at(-1)!.seen.theta!.print);
    await advance(run, 1);
    const { methods } = await run.snapshot();
    for (const [name, print] of shown) {
      expect(printOf(methods[name]!.weights.theta!), name).toBe(print);
    }
  });

  it('begins every method with the same body, and moves each elsewhere', async () => {
    const run = await start();
    const before = await run.snapshot();
    const body = before.methods.prototypical!.weights.theta!;
    // The network of alphabets has a body of its own.
    const { alphabet, ...others } = before.methods;
    expect(alphabet!.weights.theta).not.toHaveLength(body.length);
    const trained = Object.values(others);
    expect(trained).toHaveLength(10);
    for (const { weights } of trained) {
      expect(weights.theta!.subarray(0, body.length)).toEqual(body);
    }
    await advance(run, 2);
    const after = Object.values((await run.snapshot()).methods).map(({ weights }) => weights);
    for (const [i, one] of after.entries()) {
      for (const other of after.slice(0, i)) expect(one.theta).not.toEqual(other.theta);
    }
  });

  it('of second order differs from that of first order', async () => {
    const run = await start({ methods: ['maml', 'fomaml'] });
    await advance(run, 1);
    const { maml, fomaml } = (await run.snapshot()).methods;
    // The same tasks and the same start: only the Hessian tells them apart.
    expect(maml!.moments.theta!.first).not.toEqual(fomaml!.moments.theta!.first);
  });

  it('of ANIL comes nearer to that of MAML the more layers adapt', async () => {
    const gap = async (anilLayers: number) => {
      const run = await start({ methods: ['maml', 'anil'], anilLayers });
      await advance(run, 2);
      const { maml, anil } = (await run.snapshot()).methods;
      const other = maml!.weights.theta!;
      return Math.hypot(...anil!.weights.theta!.map((x, i) => x - other[i]!));
    };
    const [one, most] = [await gap(1), await gap(4)];
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(one);
  });

  it('takes one that is lost out at a look at validation characters, and goes on with the others', async () => {
    const names = { methods: ['maml', 'prototypical'] } as const;
    const broken = await (await start(names)).snapshot();
    broken.methods.maml!.weights.theta!.fill(Number.NaN);
    const run = await start(names, { ...broken, iteration: 15 });
    await advance(run, 5);
    // Whatever is asked, and however often it is looked at.
    await episode(run, 1);
    await run.snapshot();
    expect(run.takeRemarks()).toEqual([]);
    await advance(run, 1);
    expect(run.takeRemarks()).toEqual([
      { iteration: 20, subject: 'maml', code: 'diverged', values: { at: 20 } },
    ]);
    expect((await run.snapshot()).diverged).toEqual(['maml']);
    await advance(run, 20);
    expect(run.takeRemarks()).toEqual([]);
    const rows = run.takeRows();
    expect(rows.iteration).toEqual(Float64Array.of(20, 40));
    expect(rows.prototypical!.every(Number.isFinite)).toBe(true);
  });

  it('sees training characters alone', () => {
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
    const first = await start();
    await advance(first, 2);
    const others = proceduralGlyphs(2, 90);
    const resumed = await start({}, await first.snapshot(), others);
    const [remark] = resumed.takeRemarks();
    expect(remark).toMatchObject({ code: 'other-characters', iteration: 2 });
    expect(remark!.values['before train']).not.toBe(remark!.values['now train']);
    // Joint training has as many classes as there are characters: its last layer begins anew.
    await advance(resumed, 2);
    const { theta } = (await resumed.snapshot()).methods.joint!.weights;
    expect(theta).toHaveLength(
      methodOf('joint').initial(spec, others, ownIn('joint', spec))!.length,
    );
    expect(theta!.every(Number.isFinite)).toBe(true);
    const again = await start({}, await resumed.snapshot(), others);
    expect(again.takeRemarks()).toEqual([]);
  });

  it('learns: prototypical networks do better after some meta-iterations', async () => {
    const run = await start({ methods: ['prototypical'], ways: 5 });
    const before = await accuracy(run, 60);
    await advance(run, 60);
    const after = await accuracy(run, 60);
    expect(after.methods.prototypical!.mean).toBeGreaterThan(
      before.methods.prototypical!.mean + 0.05,
    );
  });
});

/** Of those that adapt, before and after each step. */
const steps = { maml: 4, fomaml: 4, reptile: 4, metasgd: 2, anil: 4, ravi: 3, random: 4, joint: 5 };

describe('answers', () => {
  it('classify one task by every method, after every step', async () => {
    const answer = await episode(await start(), 4);
    expect(answer.complete).toBe(true);
    expect(answer.support).toHaveLength(3 * PIXELS);
    expect(answer.query).toHaveLength(6 * PIXELS);
    expect(answer.labels.toSorted()).toEqual([0, 0, 1, 1, 2, 2]);
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
      const embeds = ['prototypical', 'matching', 'matchingfce', 'alphabet', 'joint'].includes(
        name,
      );
      expect(found.plane?.length, name).toBe(embeds ? 18 : undefined);
    }
  });

  it('show the drawings before any method has said a word', async () => {
    const run = await start();
    const answers = run.answers.episode({ at: 'now', number: 4, replaced: nothing }, undisturbed);
    const { value } = await answers.next();
    expect(value).toMatchObject({ complete: false, methods: {}, number: 4 });
    const { support, query, labels } = (await whole(answers))!;
    expect(value).toMatchObject({ support, query, labels });
  });

  it('are of the meta-iteration that was asked about, however far training goes meanwhile', async () => {
    const [quiet, busy] = [await start(), await start()];
    const expected = await episode(quiet, 1);
    let last: typeof expected | null = null;
    const turn = { pause: async () => {}, due: true };
    const question = { at: 'now', number: 1, replaced: nothing } as const;
    for await (const part of busy.answers.episode(question, turn)) {
      last = part;
      await advance(busy, 1);
    }
    expect(last!.iteration).toBe(0);
    expect(last!.methods).toEqual(expected.methods);
  });

  it('take a drawing on its own, whatever the switch says', async () => {
    const [alone, together] = [await start({ statistics: 'inductive' }), await start()];
    const ask = (run: Running) => whole(run.answers.draw({ at: 'now', ...drawn() }, undisturbed));
    const one = await ask(alone);
    expect(one.methods).toEqual((await ask(together)).methods);
    for (const name of methodNames) {
      const { [name as keyof typeof steps]: expected = 1 } = steps;
      expect(one.methods[name], name).toHaveLength(expected);
      for (const probabilities of one.methods[name]!) expect(probabilities, name).toHaveLength(3);
    }
  });

  it('learn from the drawings that stand in for some of the support set, and show the set’s own', async () => {
    const run = await start();
    const before = await episode(run, 4);
    // A drawing of the last class in place of the first.
    const images = before.support.slice(2 * PIXELS);
    const question = { at: 'now', number: 4, replaced: { places: [0], images } } as const;
    const after = await whole(run.answers.episode(question, undisturbed));
    expect(after.replaced).toEqual([0]);
    const { support, query, labels } = before;
    expect(after).toMatchObject({ support, query, labels });
    // One drawing stands for both classes: they are told apart by nobody who compares with it.
    const [probabilities] = after.methods.prototypical!.steps;
    labels.forEach((_, i) => {
      expect(probabilities![3 * i]).toBeCloseTo(probabilities![3 * i + 2]!, 5);
    });
    // A place that settings of now do not have is nobody's.
    const late = { ...question, replaced: { places: [3], images } };
    expect((await whole(run.answers.episode(late, undisturbed))).methods).toEqual(before.methods);
  });

  it('give drawings of the task’s characters that it does not show, the same for the same wish', async () => {
    const run = await start();
    const { support, query, names } = await episode(run, 4);
    const give = (turn: number) => whole(run.answers.given({ number: 4, turn }, undisturbed));
    const given = await Promise.all([0, 1, 2, 3].map(give));
    expect(await give(1)).toEqual(given[1]);
    expect(new Set(given.slice(0, 3).map(({ name }) => name))).toEqual(new Set(names));
    expect(given[3]!.name).toBe(given[0]!.name);
    expect(given[3]!.image).not.toEqual(given[0]!.image);
    const shown = [support, query].flatMap((set) =>
      Array.from({ length: set.length / PIXELS }, (_, i) =>
        String(set.subarray(i * PIXELS, (i + 1) * PIXELS)),
      ),
    );
    for (const { image } of given) expect(shown).not.toContain(String(image));
  });

  it('grow with the number of tasks, and have an interval', async () => {
    const run = await start();
    const counts: number[] = [];
    const turn = { pause: async () => {}, due: true };
    let last: Awaited<ReturnType<typeof accuracy>> | null = null;
    for await (const part of run.answers.accuracy({ at: 'now', tasks: 20 }, turn)) {
      last = part!;
      counts.push(part!.methods.maml!.tasks);
      // One that has classified nothing yet has no share.
      for (const { mean, tasks } of Object.values(part!.methods)) {
        expect(tasks).toBeGreaterThan(0);
        expect(mean).toBeGreaterThanOrEqual(0);
      }
    }
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[0]).toBeLessThan(20);
    expect(last!.complete).toBe(true);
    for (const name of methodNames) {
      const { mean, ci95, tasks } = last!.methods[name]!;
      expect(tasks).toBe(20);
      expect(mean).toBeGreaterThan(0.2);
      expect(ci95).toBeGreaterThan(0);
    }
  });

  it('are about the snapshot that is asked about', async () => {
    const run = await start({ methods: ['maml', 'metasgd', 'reptile'] });
    await advance(run, 2);
    const then = await episode(run, 1);
    const snapshot = await run.snapshot();
    await advance(run, 5);
    const back = await episode(run, 1, snapshot);
    const now = await episode(run, 1);
    expect(back.iteration).toBe(2);
    expect(back.methods).toEqual(then.methods);
    for (const name of ['maml', 'metasgd', 'reptile'] as const) {
      expect(now.methods[name], name).not.toEqual(then.methods[name]);
    }
  });
});
