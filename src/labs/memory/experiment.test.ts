import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultStrokes } from '../../characters/defaultStrokes';
import type { Engine } from '../../compute/engine';
import { createSimdEngine } from '../../compute/simd/engine';
import { undisturbed } from '../../session/turn';
import { proceduralGlyphs } from '../../tasks/glyphs/procedural';
import { render } from '../../tasks/glyphs/strokes';
import { likeliest, strings } from '../../tasks/labels';
import { firstInstanceCeiling } from '../../tasks/streams';
import { describeExperiment } from '../kit/contract';
import { EMBEDDING_FILE, parseEmbedding } from '../kit/embedding/shipped';
import { whole } from '../kit/questions';
import { plainCourse } from './course';
import { memoryExperimentOn } from './experiment';
import type { MemorySpec } from './fields';
import { readerNames, trainedNames } from './methods';
import { presets } from './presets';
import { type Edit, type MemorySnapshot, OLDER } from './questions';

// Drawings are embedded, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const small: MemorySpec = {
  ...presets['memory-5'].spec,
  ...{ ways: 3, length: 8, testLength: 9, batch: 3, iterations: 100 },
  ...{ mannHidden: 8, mannSlots: 6, mannWidth: 5, kvWidth: 4, kvHeads: 2 },
  ...{ snailFilters: 4, snailWidth: 4 },
  ...{ lstmHidden: 8, feedforwardHidden: 8, features: 'pixels' },
};
const glyphs = proceduralGlyphs(1, 120);
const file = new URL(`../../../public/checkpoints/${EMBEDDING_FILE}.json`, import.meta.url);
const experiment = memoryExperimentOn({
  characters: async () => glyphs,
  embedding: async () => parseEmbedding(readFileSync(file, 'utf8')),
});

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
});

describeExperiment('memory', {
  experiment,
  small,
  questions: (at) => ({
    stream: { at, stream: 4, characters: 3, length: 9, edits: [{ at: 2, told: 1 }] },
    instances: { at, characters: 3, length: 9, streams: 20 },
    trace: { reader: 'mann', stream: 1 },
    lines: { at, stream: 4, characters: 3, length: 9, edits: [{ at: 2, told: 1 }] },
    streams: { characters: 3, length: 9, streams: 4 },
  }),
});

describeExperiment('memory with strings', {
  experiment,
  small: { ...small, labels: 'strings' },
  questions: (at) => ({
    stream: { at, stream: 4, characters: 4, length: 9, edits: [{ at: 2, told: 3 }] },
    instances: { at, characters: 4, length: 9, streams: 20 },
    trace: { reader: 'mann', stream: 1 },
    lines: { at, stream: 4, characters: 4, length: 9, edits: [{ at: 2, told: 3 }] },
    streams: { characters: 4, length: 9, streams: 4 },
  }),
});

const start = (change: Partial<MemorySpec> = {}, resume: MemorySnapshot | null = null) =>
  experiment.create(engine, { ...small, ...change }, resume);
type Running = Awaited<ReturnType<typeof start>>;
async function advance(run: Running, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await run.advance(undisturbed);
}
const ask = (run: Running, edits: readonly Edit[] = [], change: object = {}) => {
  const question = { at: 'now', stream: 2, characters: 3, length: 12, edits } as const;
  return whole(run.answers.stream({ ...question, ...change }, undisturbed));
};

describe('one stream', () => {
  it('is read by all, with probabilities that sum to one', async () => {
    const { readings, shown } = await ask(await start());
    expect(Object.keys(readings)).toEqual([...readerNames]);
    expect(shown).toHaveLength(12);
    for (const reading of Object.values(readings)) {
      expect(reading.probabilities).toHaveLength(12 * 3);
      for (let t = 0; t < 12; t++) {
        const row = reading.probabilities.subarray(3 * t, 3 * t + 3);
        expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      }
    }
  });

  it('is read the same up to the place where a wrong label is told, and another way after', async () => {
    const run = await start();
    const right = await ask(run);
    const at = 3;
    const told = (right.shown[at]!.label + 1) % 3;
    const wrong = await ask(run, [{ at, told }]);
    expect(wrong.shown[at]).toMatchObject({ label: right.shown[at]!.label, told });
    expect(wrong.shown.map(({ label }) => label)).toEqual(right.shown.map(({ label }) => label));
    for (const name of trainedNames) {
      const [before, after] = [right, wrong].map((a) => a.readings[name]!.probabilities);
      // The label is told with the drawing after it.
      expect(after!.subarray(0, 3 * (at + 1)), name).toEqual(before!.subarray(0, 3 * (at + 1)));
      expect(after!.subarray(3 * (at + 1)), name).not.toEqual(before!.subarray(3 * (at + 1)));
    }
  });

  it('is not asked in vain for labels and places that there are not', async () => {
    const { edits } = await ask(await start(), [
      { at: 50, told: 1 },
      { at: 1, told: 7 },
    ]);
    expect(edits).toEqual([]);
  });

  it('of more characters than were trained for is read by who needs no training', async () => {
    const { readings } = await ask(await start(), [], { characters: 4 });
    expect(Object.keys(readings)).toEqual(['nearest', 'rare']);
    expect(readings.nearest!.probabilities).toHaveLength(12 * 4);
  });

  it('shows what is within: memory, attention and state, of every step', async () => {
    const { readings } = await ask(await start());
    const memory = readings.mann!.inside;
    if (memory?.kind !== 'memory') throw new Error('no memory');
    expect([memory.slots, memory.heads]).toEqual([6, 2]);
    for (const rows of [memory.read, memory.written, memory.usage, memory.holds]) {
      expect(rows).toHaveLength(12 * 6);
    }
    expect(memory.gate).toHaveLength(12 * 2);
    expect([...memory.holds.subarray(0, 6)]).toEqual([-1, -1, -1, -1, -1, -1]);
    for (let t = 1; t < 12; t++) {
      const held = memory.holds.subarray(6 * t, 6 * t + 6);
      // The two slots that were free hold what has just been told; nobody holds what is to come.
      expect([...held].filter((place) => place === t - 1).length).toBeGreaterThanOrEqual(1);
      expect(Math.max(...held)).toBe(t - 1);
    }
    for (const name of ['kv', 'snail', 'nearest'] as const) {
      const attention = readings[name]!.inside;
      if (attention?.kind !== 'attention') throw new Error('no attention');
      for (let t = 0; t < 12; t++) {
        const row = attention.weights.subarray(12 * t, 12 * t + 12);
        const sum = row.reduce((a, b) => a + b, attention.none[t]!);
        expect(sum).toBeCloseTo(1, 5);
        expect(row.subarray(t).every((weight) => weight === 0)).toBe(true);
      }
    }
    expect(readings.lstm!.inside).toMatchObject({ kind: 'state', width: 8 });
    expect(readings.feedforward!.inside).toBeNull();
  });
});

describe('labels as strings', () => {
  const withStrings = (change: Partial<MemorySpec> = {}) => start({ labels: 'strings', ...change });

  it('are said letter by letter, five of five, with probabilities of each letter that sum to one', async () => {
    const { readings, labels, code, shown } = await ask(await withStrings());
    expect(code).toEqual(strings);
    expect(labels).toHaveLength(3);
    for (const { label, told } of shown) expect([label, told]).toEqual([label, label]);
    for (const name of readerNames) {
      const { probabilities } = readings[name]!;
      expect(probabilities, name).toHaveLength(12 * 25);
      for (let at = 0; at < probabilities.length; at += 5) {
        const letter = probabilities.subarray(at, at + 5);
        expect(letter.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      }
    }
  });

  it('serve for more characters than were trained for: all readers answer', async () => {
    const { readings, labels } = await ask(await withStrings(), [], { characters: 9 });
    expect(Object.keys(readings)).toEqual([...readerNames]);
    expect(labels).toHaveLength(9);
  });

  it('are told wrongly as another string of the stream, which the nearest neighbour copies', async () => {
    const run = await withStrings({ features: 'embedding' });
    const right = await ask(run);
    const at = 0;
    const told = (right.shown[at]!.label + 1) % 3;
    const wrong = await ask(run, [{ at, told }]);
    expect(wrong.shown[at]).toMatchObject({ label: right.shown[at]!.label, told });
    // At the second step there is but one drawing before, whatever it is.
    const [before, after] = [right, wrong].map(
      (a) => likeliest(strings, a.readings.nearest!.probabilities.subarray(25, 50))!.label,
    );
    expect(before).toBe(right.labels[right.shown[at]!.label]);
    expect(after).toBe(right.labels[told]);
  });

  it('are learned from a loss that begins at five times ln 5: known again more often than by choosing among those told', async () => {
    const run = await withStrings({
      ...{ readers: ['kv'], kvWidth: 16, kvHeads: 4, length: 15, batch: 8, features: 'embedding' },
      iterations: 1000,
    });
    await advance(run, 600);
    const losses = run.takeRows().kv!;
    expect(losses[0]).toBeGreaterThan(0.8 * 5 * Math.log(5));
    expect(losses[0]).toBeLessThan(1.3 * 5 * Math.log(5));
    const question = { at: 'now', characters: 3, length: 15, streams: 200 } as const;
    const { byInstance } = await whole(run.answers.instances(question, undisturbed));
    const { mean, ci95 } = byInstance.kv!;
    expect(mean[1]! - ci95[1]!).toBeGreaterThan(1 / 3);
    expect(mean[0]).toBeLessThan(0.01);
  });
});

describe('past training', () => {
  const question = { at: 'now', characters: 6, length: 20, streams: 20 } as const;
  const beside = { characters: 3, length: 8 };

  it('is measured beside streams as in training, which come out as they do alone', async () => {
    const run = await start({ labels: 'strings' });
    const plain = await whole(run.answers.instances(question, undisturbed));
    const both = await whole(run.answers.instances({ ...question, beside }, undisturbed));
    const alone = await whole(run.answers.instances({ ...question, ...beside }, undisturbed));
    expect(plain).toMatchObject({ beside: null, onBeside: {} });
    expect(both.byInstance).toEqual(plain.byInstance);
    expect(both.beside).toEqual(beside);
    expect(both.onBeside).toEqual(alone.byInstance);
    expect(Object.keys(both.onBeside)).toEqual([...readerNames]);
  });

  it('has one-hot networks without an answer, which they have on streams as in training', async () => {
    const run = await start();
    const { byInstance, onBeside } = await whole(
      run.answers.instances({ ...question, beside }, undisturbed),
    );
    expect(Object.keys(byInstance)).toEqual(['nearest', 'rare']);
    expect(Object.keys(onBeside)).toEqual([...readerNames]);
  });

  it('has no more characters than there are', async () => {
    const few = proceduralGlyphs(1, 60);
    const test = few.classes.filter(({ split }) => split === 'test').length;
    const own = memoryExperimentOn({ characters: async () => few, embedding: async () => null });
    const run = await own.create(engine, { ...small, labels: 'strings' }, null);
    const { characters, labels } = await ask(run, [], { characters: test + 4 });
    expect(characters).toBe(test);
    expect(labels).toHaveLength(test);
    const measured = await whole(
      run.answers.instances({ ...question, characters: test + 4 }, undisturbed),
    );
    expect(measured.characters).toBe(test);
  });
});

it('reads a person’s drawing in the place of its own, and knows it again', async () => {
  const run = await start({ features: 'embedding' });
  const [hand, other] = defaultStrokes.characters[3]!;
  const drawn = [
    { at: 4, label: 1, strokes: hand! },
    { at: 9, label: 1, strokes: other! },
  ];
  const [plain, mine] = [await ask(run), await ask(run, [], { drawn })];
  expect(mine.shown[4]!.pixels).toEqual(render(hand!, { centre: true }));
  expect(mine.shown[9]).toMatchObject({ character: 4, instance: 2, label: 1, told: 1 });
  for (const name of readerNames) {
    const [before, after] = [plain, mine].map((a) => a.readings[name]!.probabilities);
    expect(after!.subarray(0, 3 * 4), name).toEqual(before!.subarray(0, 3 * 4));
  }
  // What is like it most is the other drawing of the same hand.
  expect([...mine.readings.nearest!.probabilities.subarray(27, 30)]).toEqual([0, 1, 0]);
  expect(await ask(run)).toEqual(plain);
});

describe('a course', () => {
  const course = { before: 1, beforeOf: 'relabelled', shuffle: 0 } as const;

  it('reads streams before with nothing wiped, which moves what is answered but not what is shown', async () => {
    const run = await start();
    const [plain, kept] = [await ask(run), await ask(run, [], { course })];
    expect(kept.shown.map(({ pixels, label }) => [hash(pixels), label])).toEqual(
      plain.shown.map(({ pixels, label }) => [hash(pixels), label]),
    );
    for (const name of readerNames) {
      const own = plain.readings[name]!.probabilities;
      // With an empty memory it is the same stream, read the same.
      expect(kept.wiped[name], name).toEqual(own);
      expect(kept.readings[name]!.probabilities, name).toHaveLength(own.length);
      if (name === 'feedforward') continue;
      expect(kept.readings[name]!.probabilities, name).not.toEqual(own);
    }
    // It keeps nothing but the label that came last.
    const later = (all: Float32Array) => all.subarray(3);
    expect(later(kept.readings.feedforward!.probabilities)).toEqual(
      later(plain.readings.feedforward!.probabilities),
    );
    expect(plain.wiped).toEqual({});
  });

  it('tells what is read of streams before: all weights still sum to one', async () => {
    const { readings } = await ask(await start(), [], { course });
    for (const name of ['kv', 'nearest'] as const) {
      const inside = readings[name]!.inside;
      if (inside?.kind !== 'attention') throw new Error('no attention');
      for (let t = 0; t < 12; t++) {
        const row = inside.weights.subarray(12 * t, 12 * t + 12);
        const sum = row.reduce((a, b) => a + b, inside.none[t]! + inside.older![t]!);
        expect(sum).toBeCloseTo(1, 5);
      }
      expect(inside.older![0]).toBeGreaterThan(0);
    }
    const { inside } = readings.mann!;
    if (inside?.kind !== 'memory') throw new Error('no memory');
    expect([...inside.holds.subarray(0, 6)].some((place) => place === OLDER)).toBe(true);
    expect(Math.max(...inside.holds)).toBeLessThan(12);
  });

  it('with labels that move is read the same up to there; nearest then says old labels first, and follows', async () => {
    const run = await start({ readers: ['nearest', 'kv'] });
    const shuffle = 6;
    const [plain, moved] = [
      await ask(run),
      await ask(run, [], { course: { ...plainCourse, shuffle } }),
    ];
    for (const name of ['nearest', 'kv'] as const) {
      // The first label that is another comes with the drawing after.
      const until = 3 * (shuffle + 1);
      expect(moved.readings[name]!.probabilities.subarray(0, until)).toEqual(
        plain.readings[name]!.probabilities.subarray(0, until),
      );
    }
    const question = { at: 'now', characters: 3, length: 30, streams: 40 } as const;
    const asked = { ...question, course: { ...plainCourse, shuffle: 15 } };
    const { byInstance, old } = await whole(run.answers.instances(asked, undisturbed));
    const { nearest } = byInstance;
    // It knows the character by what is like it, which has its old label until the new one has been told.
    expect(old.nearest!.mean[0]).toBeGreaterThan(nearest!.mean[0]!);
    expect(nearest!.mean[1]).toBeGreaterThan(nearest!.mean[0]!);
  });

  it('is measured beside an empty memory on the same streams', async () => {
    const run = await start();
    const question = { at: 'now', characters: 3, length: 9, streams: 20 } as const;
    const plain = await whole(run.answers.instances(question, undisturbed));
    const kept = await whole(run.answers.instances({ ...question, course }, undisturbed));
    expect(kept.wiped).toEqual(plain.byInstance);
    expect(plain.wiped).toEqual({});
    expect(kept.byInstance.nearest).not.toEqual(plain.byInstance.nearest);
    expect(Object.keys(kept.old)).toEqual([...readerNames]);
    expect(plain.old).toEqual({});
  });
});

it('writes to each slot in turn where that is wanted, and the oldest makes room', async () => {
  const { readings } = await ask(await start({ readers: ['mann'], mannWriting: 'fifo' }));
  const memory = readings.mann!.inside;
  if (memory?.kind !== 'memory') throw new Error('no memory');
  expect(memory.gate).toBeNull();
  for (let t = 0; t < 12; t++) {
    const row = (values: Float32Array | Int16Array) => [...values.subarray(6 * t, 6 * t + 6)];
    // Two heads, six slots: after three drawings all are full, and the first two are written again.
    const first = (2 * t) % 6;
    expect(row(memory.written)).toEqual(
      [0, 1, 2, 3, 4, 5].map((slot) => (slot === first || slot === first + 1 ? 0.5 : 0)),
    );
    expect([...new Set(row(memory.holds))].toSorted((a, b) => a - b)).toEqual(
      [t - 3, t - 2, t - 1]
        .map((place) => Math.max(place, -1))
        .filter((p, i, all) => p !== all[i - 1]),
    );
  }
});

it('files by a rule where nothing is learned: what is read, written and held is one slot each, and ages are told', async () => {
  const run = await start({ readers: ['rare'], rareSlots: 6, features: 'embedding' });
  const { readings, shown } = await ask(run);
  const { inside, probabilities } = readings.rare!;
  if (inside?.kind !== 'memory') throw new Error('no memory');
  expect(inside).toMatchObject({ slots: 6, gate: null, writes: 'rule' });
  const row = (values: Float32Array | Int16Array, t: number) => [
    ...values.subarray(6 * t, 6 * t + 6),
  ];
  expect(row(inside.holds, 0)).toEqual([-1, -1, -1, -1, -1, -1]);
  for (let t = 1; t < 12; t++) {
    const slot = row(inside.written, t).indexOf(1);
    expect(row(inside.written, t).reduce((a, b) => a + b)).toBe(1);
    expect(row(inside.holds, t)[slot]).toBe(t - 1);
    expect(row(inside.ages!, t)[slot]).toBe(0);
    // It answers with the label that was told of the drawing that it reads.
    const read = row(inside.read, t).indexOf(1);
    const held = row(inside.holds, t)[read]!;
    expect(probabilities[3 * t + shown[held]!.told]).toBe(1);
  }
  const question = { at: 'now', characters: 3, length: 15, streams: 100 } as const;
  const { byInstance } = await whole(run.answers.instances(question, undisturbed));
  expect(byInstance.rare!.mean[1]).toBeGreaterThan(0.6);
  // Of streams before, slots are told apart.
  const course = { before: 1, beforeOf: 'others', shuffle: 0 } as const;
  const after = (await ask(run, [], { course })).readings.rare!.inside;
  if (after?.kind !== 'memory') throw new Error('no memory');
  expect(after.ages).toHaveLength(12 * 6);
  expect([...after.holds.subarray(0, 6)]).toContain(OLDER);
});

it('keeps to characters that nobody trains on', async () => {
  const run = await start();
  const names = new Set<number>();
  for (let stream = 0; stream < 10; stream++) {
    const { shown } = await ask(run, [], { stream });
    for (const { pixels } of shown) names.add(hash(pixels));
  }
  const ofTraining = new Set<number>();
  const out = new Float32Array(28 * 28);
  glyphs.classes.forEach(({ split, drawings }, glyph) => {
    if (split === 'test') return;
    for (let d = 0; d < drawings; d++) {
      glyphs.write(glyph, d, 0, out, 0);
      ofTraining.add(hash(out));
    }
  });
  expect([...names].filter((name) => ofTraining.has(name))).toEqual([]);
});

const hash = (values: Float32Array): number =>
  values.reduce((h, x, i) => (Math.imul(h, 31) + Math.round(255 * x) * (i + 1)) | 0, 7);

it('learns to recall, and guesses new characters no better than who leaves out what was told', async () => {
  const run = await start({
    ...{ readers: ['kv'], kvWidth: 16, kvHeads: 4, length: 15, batch: 8, features: 'embedding' },
  });
  await advance(run, 150);
  const question = { at: 'now', characters: 3, length: 15, streams: 200 } as const;
  const { byInstance } = await whole(run.answers.instances(question, undisturbed));
  const { mean, ci95 } = byInstance.kv!;
  expect(mean[1]).toBeGreaterThan(0.6);
  expect(mean[0]! - ci95[0]!).toBeLessThan(firstInstanceCeiling(3));
});

it('tells who runs away, and puts the last sound weights back', async () => {
  const run = await start();
  await advance(run, 1);
  const saved = structuredClone(await run.snapshot());
  const { lstm } = saved.contenders;
  lstm!.weights.theta!.fill(Number.NaN);
  const resumed = await start({}, { ...saved, iteration: 10 });
  await advance(resumed, 2);
  const remarks = resumed.takeRemarks();
  expect(remarks).toEqual([
    { iteration: 10, subject: 'lstm', code: 'diverged', values: { at: 10 } },
  ]);
  const { contenders } = await resumed.snapshot();
  expect(contenders.lstm!.weights.theta).toEqual(lstm!.good.theta);
  expect(contenders.lstm!.diverged).toBe(10);
  expect(contenders.kv!.diverged).toBeNull();
});

it('reads pixels where they are wanted, and says so where an embedding cannot be had', async () => {
  const without = memoryExperimentOn({
    characters: async () => glyphs,
    embedding: async () => null,
  });
  const run = await without.create(engine, { ...small, features: 'embedding' }, null);
  await advance(run, 1);
  expect(run.takeRemarks()).toMatchObject([{ code: 'no-embedding' }]);
  expect(await ask(run)).toMatchObject({ features: 'pixels', source: 'procedural' });
  const wanted = await start({ features: 'pixels' });
  expect(wanted.takeRemarks()).toEqual([]);
  expect(await ask(wanted)).toMatchObject({ features: 'pixels' });
});

describe('weights of networks that read what the frozen one makes of drawings, where that cannot be had', () => {
  const without = memoryExperimentOn({
    characters: async () => glyphs,
    embedding: async () => null,
  });
  const embedded: MemorySpec = { ...small, features: 'embedding' };
  const trained = async (times: number) => {
    const run = await experiment.create(engine, embedded, null);
    await advance(run, times);
    return structuredClone(await run.snapshot());
  };

  it('begin untrained if they were trained beforehand, which is said', async () => {
    const { contenders } = await trained(1);
    const from = { iteration: 0, contenders };
    const run = await without.create(engine, { ...embedded, begin: 'checkpoint' }, from);
    expect(
      run
        .takeRemarks()
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['begun-untrained', 'no-embedding']);
    await advance(run, 1);
    expect(run.iteration).toBe(1);
    expect(await ask(run)).toMatchObject({ features: 'pixels' });
  });

  it('do not go on, with the fault of a part of the page that is missing', async () => {
    const saved = await trained(2);
    await expect(without.create(engine, embedded, saved)).rejects.toMatchObject({
      fault: { code: 'not-loaded' },
    });
  });

  it('go on with pixels where the run began with them, though the frozen one can be had now', async () => {
    const began = await without.create(engine, embedded, null);
    await advance(began, 2);
    const saved = structuredClone(await began.snapshot());
    const run = await experiment.create(engine, embedded, saved);
    expect(run.takeRemarks()).toMatchObject([{ code: 'no-embedding' }]);
    await advance(run, 1);
    expect(run.iteration).toBe(3);
  });
});
