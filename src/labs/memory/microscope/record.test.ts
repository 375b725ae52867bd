import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../../compute/engine';
import { createReferenceEngine, exact, rowsOf } from '../../../compute/reference';
import { createSimdEngine } from '../../../compute/simd/engine';
import { undisturbed } from '../../../session/turn';
import { proceduralGlyphs } from '../../../tasks/glyphs/procedural';
import { oneHot } from '../../../tasks/labels';
import { streamPoints } from '../../../tasks/streams';
import { loadWords, words } from '../../../words/words';
import { difference, lengthOf } from '../../kit/microscope/plane';
import { printOf } from '../../kit/microscope/print';
import { standingAt } from '../../kit/microscope/walk';
import { whole } from '../../kit/questions';
import { coarse } from '../drawings';
import { memoryExperimentOn } from '../experiment';
import type { MemorySpec } from '../fields';
import { type ReaderName, trainedNames } from '../methods';
import { presets } from '../presets';
import { listingOf, programIn } from '../registry';
import { trainingStreams } from '../streams';
import { stepLines, streamLoss } from './lines';
import { gatesAt, greatestOf, rowOf, sharpestIn } from './moment';
import { isPassed, placeIn } from './steps';
import { lineWords, saidOf } from './words';

vi.setConfig({ testTimeout: 120_000 });

const base: MemorySpec = {
  ...presets['memory-5'].spec,
  ...{ ways: 3, length: 7, batch: 3, features: 'pixels', characters: 'procedural' },
  ...{ mannHidden: 8, mannSlots: 6, mannWidth: 5, mannHeads: 2, kvWidth: 4, kvHeads: 2 },
  ...{ snailFilters: 4, snailBlocks: 2, snailWidth: 4, lstmHidden: 8, feedforwardHidden: 8 },
};
/** Ways in which a memory can be built; the other readers are the same in all. */
const cases: readonly (readonly [string, ReaderName, Partial<MemorySpec>])[] = [
  ...trainedNames.map((name) => [name, name, {}] as const),
  [
    'MANN as published',
    'mann',
    { mannController: 'lstm', mannInput: 'late', mannSharpness: 'plain' },
  ],
  ['MANN, written in turn', 'mann', { mannWriting: 'fifo' }],
];
const glyphs = proceduralGlyphs(1, 120);
const AT = 2;
const FOCUS = 1;

let engine: Engine;
beforeAll(async () => {
  engine = await createSimdEngine();
  await loadWords('microscope');
});

const kept = new Map<string, ReturnType<typeof record>>();
async function record(reader: ReaderName, change: Partial<MemorySpec>, stream = FOCUS) {
  const spec = { ...base, ...change };
  const experiment = memoryExperimentOn({
    characters: async () => glyphs,
    embedding: async () => null,
  });
  const run = await experiment.create(engine, spec, null);
  for (let i = 0; i < AT; i++) await run.advance(undisturbed);
  const theta = (await run.snapshot()).contenders[reader]!.weights.theta!;
  const held = engine.memory().handles;
  const answer = await whole(run.answers.trace({ reader, stream }, undisturbed));
  const leaked = engine.memory().handles - held;
  await run.advance(undisturbed);
  const moved = (await run.snapshot()).contenders[reader]!.weights.theta!;
  run.dispose();
  const features = new Map<string, Float32Array>();
  const featureOf = (glyph: number, drawing: number) => {
    const key = `${glyph} ${drawing}`;
    if (!features.has(key)) {
      const pixels = new Float32Array(28 * 28);
      glyphs.write(glyph, drawing, 0, pixels, 0);
      features.set(key, coarse(pixels));
    }
    return features.get(key)!;
  };
  const streams = trainingStreams(glyphs, spec, AT).map((steps) => ({
    features: Float32Array.from(steps.flatMap((s) => [...featureOf(s.glyph, s.drawing)])),
    labels: steps.map(({ label }) => label),
  }));
  const shape = { features: featureOf(0, 0).length, labels: spec.ways };
  const points = streamPoints(streams, { width: shape.features, code: oneHot(shape.labels) });
  return { spec, answer, recorded: answer.recorded!, theta, moved, leaked, shape, points };
}
/** The same record for all that is asked of it. */
function recordedBy([key, reader, change]: (typeof cases)[number]) {
  const found = kept.get(key) ?? record(reader, change);
  kept.set(key, found);
  return found;
}

const close = (found: number, wanted: number) =>
  expect(Math.abs(found - wanted)).toBeLessThan(1e-4 * Math.max(1, Math.abs(wanted)));
const closeAll = (found: ArrayLike<number>, wanted: ArrayLike<number>) => {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) close(found[i]!, wanted[i]!);
};

describe.each(cases)('a record of %s', (...one) => {
  const [, reader] = one;

  it('passes the lines of every step, then those of the loss and of the weights', async () => {
    const { recorded, spec } = await recordedBy(one);
    const step = stepLines(reader, spec).map(({ name }) => name);
    const steps = Array.from({ length: spec.length }, (_, k) => step.map((line) => [line, k]));
    expect(recorded.lines.map(({ line, k }) => [line, k])).toEqual([
      ...steps.flat(),
      [streamLoss.name, null],
      ...listingOf(reader).map(({ name }) => [name, null]),
    ]);
    expect([recorded.task, recorded.tasks]).toEqual([FOCUS, spec.batch]);
    expect(recorded.own).toBe(spec.length * step.length + 1);
  });

  it('is of the stream that is trained on, and says what double precision finds by itself', async () => {
    const { recorded, theta, moved, shape, points, spec } = await recordedBy(one);
    const reference = createReferenceEngine();
    const program = programIn(reader, shape, spec).plain;
    const learner = reference.compileProgram(program, 'cross-entropy');
    const at = (weights: Float32Array) => rowsOf(Float64Array.from(weights), 1);
    const batch = learner.batch(points);
    const { length: steps, ways } = spec;
    const scores = exact(learner.predict(at(theta), batch));
    for (let t = 0; t < steps; t++) {
      const row = scores.slice((FOCUS * steps + t) * ways, (FOCUS * steps + t + 1) * ways);
      closeAll(recorded.probabilities.subarray(t * ways, (t + 1) * ways), softmax(row));
    }
    const losses = (weights: Float32Array) => exact(learner.at(at(weights), batch).loss());
    close(recorded.loss, losses(theta)[FOCUS]!);
    close(recorded.before, mean(losses(theta)));
    close(recorded.after, mean(losses(moved)));
    const gradients = exact(learner.at(at(theta), batch).gradient());
    const size = theta.length;
    const gradient = Array.from({ length: size }, (_, i) =>
      mean(Array.from({ length: spec.batch }, (_task, task) => gradients[task * size + i]!)),
    );
    const [of, by] = recorded.lines.slice(-2);
    close(of!.seen.v!.length, lengthOf(Float64Array.from(gradient)));
    close(by!.seen.theta!.length, lengthOf(difference(moved, theta)));
    // To the bit what the run has become.
    expect(by!.seen.theta!.print).toBe(printOf(moved));
    expect(recorded.weights).toBe(size);
  });

  it('holds nothing afterwards', async () => {
    // The first look compiles what the others use again.
    await recordedBy(one);
    expect((await record(reader, one[2])).leaked).toBe(0);
  });

  it('has words for each of its lines, with numbers in them', async () => {
    const { recorded, spec } = await recordedBy(one);
    for (let at = 0; at <= recorded.lines.length; at++) {
      const standing = standingAt(recorded, at);
      expect(lineWords(words(), standing.name).plain).not.toBe('');
      const said = saidOf(words(), recorded, standing, { head: 0, decay: spec.mannDecay });
      expect(said, standing.name).not.toMatch(/NaN|∞|undefined|[{}]/);
      expect(said, standing.name).toMatch(/\d/);
    }
  });

  it('is found again at another drawing, at the same line', async () => {
    const { recorded, spec } = await recordedBy(one);
    for (const { name } of stepLines(reader, spec)) {
      const standing = standingAt(recorded, placeIn(recorded, 4, name));
      expect([standing.name, standing.k]).toEqual([name, 4]);
      expect(isPassed(recorded, standing, name)).toBe(true);
      expect(isPassed(recorded, standing, 'answer')).toBe(
        stepLines(reader, spec).findIndex((line) => line.name === name) >=
          stepLines(reader, spec).findIndex((line) => line.name === 'answer'),
      );
    }
  });
});

it('there is no record of who is not trained', async () => {
  const experiment = memoryExperimentOn({
    characters: async () => glyphs,
    embedding: async () => null,
  });
  const run = await experiment.create(engine, base, null);
  const asked = { reader: 'nearest', stream: 0 } as const;
  expect((await whole(run.answers.trace(asked, undisturbed))).recorded).toBeNull();
  run.dispose();
});

/** Of equations alone, in double precision: nothing of programs, engines and tapes. */
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
function softmax(values: ArrayLike<number>): number[] {
  const most = Math.max(...Array.from(values));
  const powers = Array.from(values, (x) => Math.exp(x - most));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((x) => x / sum);
}
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);
/** Under the root of a length: slots that hold nothing yet are shorter than that. */
const TINY = 1e-12;
const times = (x: readonly number[], m: readonly (readonly number[])[]): number[] =>
  m[0]!.map((_, c) => x.reduce((sum, value, r) => sum + value * m[r]![c]!, 0));
const plus = (...all: readonly (readonly number[])[]): number[] =>
  all[0]!.map((_, i) => all.reduce((sum, one) => sum + one[i]!, 0));

/** The parameters of a reader, by name, as rows. */
function parametersIn({ spec, shape, theta }: Awaited<ReturnType<typeof record>>, of: ReaderName) {
  let at = 0;
  const all: Record<string, number[][]> = {};
  const { parameters } = programIn(of, shape, spec).plain;
  for (const [name, { rows, columns }] of Object.entries(parameters)) {
    all[name] = Array.from({ length: rows }, (_, r) =>
      Array.from(theta.subarray(at + r * columns, at + (r + 1) * columns)),
    );
    at += rows * columns;
  }
  return all;
}

/** What goes in at a step of the stream in focus: the drawing, the one before, and its label. */
function inputAt({ points, shape, spec }: Awaited<ReturnType<typeof record>>, t: number) {
  const row = 2 * shape.features + shape.labels;
  const from = (FOCUS * spec.length + t) * row;
  const x = Array.from(points.inputs.subarray(from, from + row));
  const { features: f } = shape;
  return { all: x, drawing: x.slice(0, f), before: x.slice(f, 2 * f), told: x.slice(2 * f) };
}

const lstmStep = (z: readonly number[], cell: readonly number[]) => {
  const units = cell.length;
  const gate = (g: number) => z.slice(g * units, (g + 1) * units);
  const next = cell.map(
    (c, i) => sigmoid(gate(1)[i]!) * c + sigmoid(gate(0)[i]!) * Math.tanh(gate(2)[i]!),
  );
  return { cell: next, hidden: next.map((c, i) => sigmoid(gate(3)[i]!) * Math.tanh(c)) };
};

describe.each(cases.filter(([, reader]) => reader === 'mann'))('every quantity of %s', (...one) => {
  it('is what the equations of its paper give', async () => {
    const found = await recordedBy(one);
    const { recorded, spec } = found;
    const p = parametersIn(found, 'mann');
    const { mannSlots: slots, mannWidth: width, mannHeads: heads, mannHidden: units } = spec;
    const inTurn = spec.mannWriting === 'fifo';
    let memory = Array.from({ length: slots }, () => new Array<number>(width).fill(1e-6));
    let use = Array.from({ length: slots }, (_, slot) => slot * 1e-6);
    let last = Array.from({ length: heads }, () => new Array<number>(slots).fill(0));
    let r = new Array<number>(heads * width).fill(0);
    let [hidden, cell] = [new Array<number>(units).fill(0), new Array<number>(units).fill(0)];
    const check = (of: string, t: number, row: number, wanted: readonly number[]) =>
      closeAll(rowOf(recorded.parts[of]!, t, row), wanted);
    for (let t = 0; t < spec.length; t++) {
      const { all, drawing, told } = inputAt(found, t);
      const x = spec.mannInput === 'pair' ? all : [...drawing, ...told];
      const z = plus(times(x, p.controller!), p['controller biases']![0]!, times(r, p.read!));
      if (spec.mannController === 'lstm') {
        ({ hidden, cell } = lstmStep(plus(z, times(hidden, p.recurrent!)), cell));
      } else {
        hidden = z.map(Math.tanh);
      }
      check('hidden', t, 0, hidden);
      const told2 = plus(times(hidden, p.heads!), p['heads biases']![0]!);
      const vectors = heads * width;
      const gates = inTurn ? 0 : heads;
      const least = [...use.keys()].sort((a, b) => use[a]! - use[b]!);
      check('before', t, 0, use);
      const now = Array.from({ length: heads }, (_, h) => {
        const key = told2.slice(h * width, (h + 1) * width).map(Math.tanh);
        const added = told2.slice(vectors + h * width, vectors + (h + 1) * width).map(Math.tanh);
        const gate = inTurn ? 0 : sigmoid(told2[2 * vectors + h]!);
        const beta =
          spec.mannSharpness === 'learned'
            ? 1 + Math.log1p(Math.exp(told2[2 * vectors + gates + h]!))
            : 1;
        const slot = inTurn ? (t * heads + h) % slots : least[h]!;
        const free = Array.from({ length: slots }, (_slot, i) => (i === slot ? 1 : 0));
        const write = free.map((w, i) => (inTurn ? w : gate * last[h]![i]! + (1 - gate) * w));
        for (const [of, wanted] of Object.entries({ key, added, free, write })) {
          check(of, t, h, wanted);
        }
        close(rowOf(recorded.parts.gate!, t, h)[0]!, gate);
        close(rowOf(recorded.parts.strength!, t, h)[0]!, beta);
        return { key, added, beta, free, write };
      });
      memory = memory.map((row, i) => {
        const wiped = now.some(({ free }) => free[i] === 1) ? 0 : 1;
        return row.map(
          (value, n) =>
            wiped * value + now.reduce((s, one) => s + one.write[i]! * one.added[n]!, 0),
        );
      });
      const reads = now.map(({ key, beta }, h) => {
        const cosines = memory.map((row) => {
          const size = Math.sqrt((dot(row, row) + TINY) * (dot(key, key) + TINY));
          return dot(row, key) / size;
        });
        const weights = softmax(cosines.map((c) => beta * c));
        const read = memory[0]!.map((_, n) =>
          dot(
            weights,
            memory.map((row) => row[n]!),
          ),
        );
        check('cosines', t, h, cosines);
        check('weights', t, h, weights);
        check('found', t, h, read);
        return { weights, read };
      });
      use = use.map(
        (u, i) =>
          spec.mannDecay * u +
          reads.reduce((s, one) => s + one.weights[i]!, 0) +
          now.reduce((s, one) => s + one.write[i]!, 0),
      );
      check('usage', t, 0, use);
      last = reads.map(({ weights }) => weights);
      r = reads.flatMap(({ read }) => read);
      const { output, 'output biases': shift } = p;
      const scores = plus(times([...hidden, ...r], output!), shift![0]!);
      closeAll(
        recorded.probabilities.subarray(t * spec.ways, (t + 1) * spec.ways),
        softmax(scores),
      );
    }
  });

  it('a slot holds what was written to it last, once there was something to write', async () => {
    const { recorded, spec } = await recordedBy(one);
    const { mannSlots: slots } = spec;
    for (let t = 1; t < spec.length; t++) {
      const held = recorded.holds!.subarray(t * slots, (t + 1) * slots);
      expect(Math.max(...held)).toBe(t - 1);
      const written = greatestOf(rowOf(recorded.parts.write!, t, 0));
      if (spec.mannWriting === 'fifo') expect(held[written]).toBe(t - 1);
    }
  });
});

it('every quantity of key–value attention is what its equations give', async () => {
  const found = await recordedBy(cases.find(([, reader]) => reader === 'kv')!);
  const { recorded, spec } = found;
  const p = parametersIn(found, 'kv');
  const { kvWidth: width, kvHeads: heads, length: steps } = spec;
  const items = Array.from({ length: steps }, (_, t) => {
    const { before, told } = inputAt(found, t);
    const key = times(before, p.keys!);
    return {
      key: t === 0 ? plus(key, p.nothing![0]!) : key,
      value: plus(times([...before, ...told], p.values!), p['values biases']![0]!),
    };
  });
  for (let t = 0; t < steps; t++) {
    const query = times(inputAt(found, t).drawing, p.queries!).map((x) => x / Math.sqrt(width));
    for (let h = 0; h < heads; h++) {
      const own = (a: readonly number[]) => a.slice(h * width, (h + 1) * width);
      const known = items.slice(0, t + 1);
      const scores = known.map(({ key }) => dot(own(query), own(key)));
      const weights = softmax(scores);
      closeAll(rowOf(recorded.parts.query!, t, h), own(query));
      closeAll(rowOf(recorded.parts.key!, t, h), own(items[t]!.key));
      closeAll(rowOf(recorded.parts.scores!, t, h).subarray(0, t + 1), scores);
      closeAll(rowOf(recorded.parts.weights!, t, h).subarray(0, t + 1), weights);
      closeAll(
        rowOf(recorded.parts.found!, t, h),
        own(items[0]!.value).map((_, n) =>
          dot(
            weights,
            known.map(({ value }) => own(value)[n]!),
          ),
        ),
      );
    }
  }
});

it('the gates and the state of an LSTM are what its equations give', async () => {
  const found = await recordedBy(cases.find(([, reader]) => reader === 'lstm')!);
  const { recorded, spec } = found;
  const p = parametersIn(found, 'lstm');
  const units = spec.lstmHidden;
  let [hidden, cell] = [new Array<number>(units).fill(0), new Array<number>(units).fill(0)];
  for (let t = 0; t < spec.length; t++) {
    const { drawing, told } = inputAt(found, t);
    const z = plus(
      times([...drawing, ...told], p.gates!),
      p['gates biases']![0]!,
      times(hidden, p.recurrent!),
    );
    ({ hidden, cell } = lstmStep(z, cell));
    const gates = gatesAt(recorded, t);
    closeAll(gates.input, z.slice(0, units).map(sigmoid));
    closeAll(gates.forget, z.slice(units, 2 * units).map(sigmoid));
    closeAll(gates.candidate, z.slice(2 * units, 3 * units).map(Math.tanh));
    closeAll(gates.output, z.slice(3 * units).map(sigmoid));
    closeAll(rowOf(recorded.parts.cell!, t), cell);
    closeAll(rowOf(recorded.parts.hidden!, t), hidden);
  }
});

it('the head that is followed is the one that reads most sharply', () => {
  const weights = { rows: 2, columns: 2, values: Float32Array.of(0.5, 0.5, 0.9, 0.1) };
  expect(sharpestIn({ parts: { weights } })).toBe(1);
});
