import { afterEach, describe, expect, it } from 'vitest';
import { fault } from '../compute/fault';
import { Crew, type SharedRun } from './crew';
import type { Columns, Division, Experiment, Snapshot } from './experiment';
import { Loop } from './loop';
import { type Command, type Event, type Frame, transferables } from './protocol';
import { columnsOf, rowsOf } from './rows';

/** Contenders whose numbers depend on the meta-iteration, and on a setting that may move. */
interface Spec {
  readonly names: readonly string[];
  readonly gain: number;
  readonly iterations: number;
}

interface Sums extends Snapshot {
  readonly sums: Readonly<Record<string, Float64Array>>;
}

/** Milliseconds that a meta-iteration takes a contender. */
const COST: Readonly<Record<string, number>> = { a: 0.3, b: 0.2, c: 1.2, d: 0.1 };

const arraysOf = (sums: Readonly<Record<string, number>>): Sums['sums'] =>
  Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Float64Array.of(sum)]));

class Sum implements Experiment {
  iteration: number;
  readonly busy: Record<string, number> = {};
  private sums: Record<string, number>;
  private rows: { iteration: number; [name: string]: number }[] = [];

  constructor(
    private spec: Spec,
    resume: Sums | null,
  ) {
    this.iteration = resume?.iteration ?? 0;
    this.sums = Object.fromEntries(spec.names.map((name) => [name, resume?.sums[name]?.[0] ?? 0]));
  }
  get finished() {
    return this.iteration >= this.spec.iterations;
  }
  get keepsake() {
    return this.iteration % 10 === 0;
  }
  async advance() {
    const row: { iteration: number; [name: string]: number } = { iteration: this.iteration };
    for (const name of this.spec.names) {
      const until = performance.now() + COST[name]!;
      while (performance.now() < until);
      this.busy[name] = (this.busy[name] ?? 0) + COST[name]!;
      const sum = this.sums[name]! + this.spec.gain * Math.sin(this.iteration + COST[name]!);
      this.sums[name] = sum;
      row[name] = sum;
    }
    this.rows.push(row);
    this.iteration += 1;
  }
  takeRows(): Columns {
    return columnsOf(this.rows.splice(0));
  }
  takeRemarks() {
    return [];
  }
  async snapshot(): Promise<Sums> {
    return { iteration: this.iteration, sums: arraysOf(this.sums) };
  }
  tune(spec: unknown) {
    this.spec = { ...this.spec, gain: (spec as Spec).gain };
  }
  async *answer(kind: string) {
    if (kind === 'none') throw new RangeError('no such question');
    const { iteration } = this;
    const sums = arraysOf(this.sums);
    for (const part of [1, 2]) {
      const until = performance.now() + 2;
      while (performance.now() < until);
      yield { iteration, part, sums };
    }
  }
  memory() {
    return { handles: 1, bytes: 2, reserved: 3 };
  }
  dispose() {}
}

function divided(names: readonly (readonly string[])[]): Division {
  const all = names.flat().toSorted();
  const only = <T>(of: Readonly<Record<string, T>>, some: readonly string[]) =>
    Object.fromEntries(some.map((name) => [name, of[name]!]));
  return {
    parts: names.length,
    names,
    specOf: (spec, part) => ({ ...(spec as Spec), names: names[part]! }),
    split: (whole, part) => ({ ...whole, sums: only((whole as Sums).sums, names[part]!) }) as Sums,
    join: (parts) =>
      ({
        iteration: parts[0]!.iteration,
        sums: only(Object.assign({}, ...parts.map((part) => (part as Sums).sums)), all),
      }) as Sums,
    questionOf: (question) => question,
    keyOf: (_kind, answer) => {
      const { iteration, part } = answer as { iteration: number; part: number };
      return `${iteration} ${part}`;
    },
    merge: (_kind, answers) => ({
      ...(answers[0] as object),
      sums: only(Object.assign({}, ...answers.map((a) => (a as Sums).sums)), all),
    }),
    evened: () => null,
  };
}

/** A worker in this thread, with a loop as the real one has; it can die, and be forbidden. */
class NearWorker {
  onmessage: ((event: { data: Event }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  loop: Loop | null = null;
  experiment: Sum | null = null;
  private dead = false;

  postMessage(message: Command): void {
    const command = structuredClone(message);
    setTimeout(() => this.hear(command));
  }
  terminate(): void {
    this.dead = true;
    this.loop?.stop();
  }
  die(): void {
    this.terminate();
    this.onerror?.({ message: 'boom', preventDefault: () => {} });
  }
  private say(event: Event): void {
    if (!this.dead) this.onmessage?.({ data: structuredClone(event) });
  }
  private hear(command: Command): void {
    if (this.dead) return;
    if (command.type === 'start') {
      this.loop?.stop();
      const { runId, spec, resume, bound } = command;
      this.experiment = new Sum(spec as Spec, resume as Sums | null);
      const none = undefined;
      const send = (event: Event) => this.say(event);
      this.loop = new Loop(runId, this.experiment, send, none, bound);
      this.say({ type: 'started', runId, engine: 'simd', skipped: [] });
      void this.loop.run();
      return;
    }
    const { loop } = this;
    if (command.type === 'train') loop?.train();
    if (command.type === 'stop') loop?.stop();
    if (command.type === 'bound') loop?.letOn(command.to);
    if (command.type === 'photograph') loop?.photograph(command.at);
    if (command.type === 'credit') loop?.credit();
    if (command.type === 'tune') loop?.tune(command.spec, command.at);
    if (command.type === 'probe') {
      const { probeId, kind, urgent, question, at } = command;
      loop?.probe(probeId, kind, urgent, question, at);
    }
    if (command.type === 'ping') this.say({ type: 'pong' });
  }
}

const spec: Spec = { names: ['a', 'b', 'c', 'd'], gain: 1, iterations: 100_000 };
const half = divided([
  ['a', 'c'],
  ['b', 'd'],
]);

let stop: (() => void) | null = null;
afterEach(() => stop?.());

function begin(own: Partial<Spec> = {}, division = half, resume: Sums | null = null) {
  const workers: NearWorker[] = [];
  const events: Event[] = [];
  const crew = new Crew({
    createWorker() {
      const worker = new NearWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  });
  const order = { runId: 1, lab: 'sums', spec: { ...spec, ...own }, engines: ['simd'] as const };
  const run: SharedRun = crew.begin({ ...order, division, resume }, (event) => {
    // As it is sent to a page: its arrays are gone here.
    const transfer = event.type === 'answer' ? [] : transferables(event);
    events.push(structuredClone(event, { transfer }));
    if (event.type === 'frame') setTimeout(() => run.credit());
  });
  stop = () => {
    run.stop();
    crew.dispose();
  };
  const frames = () => events.filter((event): event is Frame => event.type === 'frame');
  const ends = () => events.filter((event) => event.type === 'ended').map(({ reason }) => reason);
  const answers = () =>
    events
      .filter((event) => event.type === 'answer')
      .map(({ answer }) => answer as Sums & { part: number });
  return { run, workers, events, frames, ends, answers };
}

/** What one worker records, with the gain moved at these meta-iterations. */
async function alone(iterations: number, gains: ReadonlyMap<number, number> = new Map()) {
  const sum = new Sum({ ...spec, names: [...spec.names] }, null);
  for (let i = 0; i < iterations; i++) {
    const gain = gains.get(i);
    if (gain !== undefined) sum.tune({ gain });
    await sum.advance();
  }
  return { rows: rowsOf(sum.takeRows()), snapshot: await sum.snapshot() };
}

const rowsIn = (frames: readonly Frame[]) => frames.flatMap(({ columns }) => rowsOf(columns));

/** Far enough, however busy the machine is. */
const patient = { timeout: 20_000 };

async function paused(shared: ReturnType<typeof begin>): Promise<number> {
  const before = shared.ends().length;
  shared.run.pause();
  await expect.poll(() => shared.ends().length, patient).toBe(before + 1);
  return shared.frames().at(-1)!.iteration;
}

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a run that is shared out', () => {
  it('sends what one worker would: rows, snapshots, and where to go on from', async () => {
    const shared = begin();
    shared.run.train();
    await expect.poll(() => shared.frames().at(-1)?.iteration ?? 0, patient).toBeGreaterThan(60);
    const at = await paused(shared);
    const { rows, snapshot } = await alone(at);
    expect(rowsIn(shared.frames())).toEqual(rows);
    expect(shared.frames().at(-1)).toMatchObject({
      iteration: at,
      finished: false,
      resume: snapshot,
    });
    const kept = shared.frames().flatMap((frame) => frame.kept);
    expect(kept.map(({ iteration }) => iteration)).toEqual(
      Array.from({ length: Math.floor(at / 10) + 1 }, (_, i) => 10 * i),
    );
    expect(kept.at(1)).toEqual((await alone(10)).snapshot);
    expect(shared.ends()).toEqual(['paused']);
    // All parts stand there.
    expect(shared.workers.map(({ experiment }) => experiment!.iteration)).toEqual([at, at]);
    expect(shared.frames()[0]!.memory).toEqual({ handles: 2, bytes: 4, reserved: 6 });
  });

  it('takes one step at a time', async () => {
    const shared = begin();
    for (let i = 1; i <= 3; i++) {
      shared.run.step();
      await expect.poll(() => shared.ends().length, patient).toBe(i);
      expect(shared.frames().at(-1)!.iteration).toBe(i);
    }
  });

  it('pauses by itself where it is told to, to the meta-iteration', async () => {
    const shared = begin();
    shared.run.train(37);
    await expect.poll(() => shared.ends(), patient).toEqual(['paused']);
    expect(shared.frames().at(-1)).toMatchObject({ iteration: 37, finished: false });
    shared.run.train(37);
    await expect.poll(() => shared.ends(), patient).toEqual(['paused', 'paused']);
    shared.run.step();
    await expect.poll(() => shared.ends().length, patient).toBe(3);
    expect(shared.workers.map(({ experiment }) => experiment!.iteration)).toEqual([38, 38]);
    expect(rowsIn(shared.frames())).toEqual((await alone(38)).rows);
  });

  it('says when it is finished, however often it is told to train', async () => {
    const shared = begin({ iterations: 12 });
    shared.run.train();
    await expect.poll(() => shared.ends(), patient).toEqual(['finished']);
    expect(shared.frames().at(-1)).toMatchObject({ iteration: 12, finished: true });
    shared.run.train();
    await expect.poll(() => shared.ends(), patient).toEqual(['finished', 'finished']);
    expect(rowsIn(shared.frames()).map(({ iteration }) => iteration)).toEqual(
      Array.from({ length: 12 }, (_, i) => i),
    );
  });

  it('moves a setting at one meta-iteration in all parts', async () => {
    const shared = begin();
    shared.run.train();
    await expect.poll(() => shared.frames().at(-1)?.iteration ?? 0, patient).toBeGreaterThan(10);
    shared.run.tune({ ...spec, gain: 3 });
    await expect.poll(() => shared.frames().at(-1)!.iteration, patient).toBeGreaterThan(60);
    const at = await paused(shared);
    const rows = rowsIn(shared.frames());
    // Where it moved can be read from the first contender's sums.
    const size = (i: number) => (rows[i]!.a! - (rows[i - 1]?.a ?? 0)) / Math.sin(i + COST.a!);
    const moved = rows.findIndex((_, i) => Math.abs(size(i) - 3) < 1e-6);
    expect(moved).toBeGreaterThan(0);
    expect(rows).toEqual((await alone(at, new Map([[moved, 3]]))).rows);
  });

  it('answers questions of one meta-iteration, whichever part is ahead', async () => {
    const shared = begin();
    shared.run.train();
    for (let probe = 1; probe <= 5; probe++) {
      shared.run.probe(probe, 'sums', probe % 2 === 0, {});
      await expect.poll(() => shared.answers().length, patient).toBe(2 * probe);
    }
    await paused(shared);
    const answers = shared.answers();
    expect(answers.map(({ part }) => part)).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
    for (const { iteration, sums } of answers) {
      expect(sums).toEqual((await alone(iteration)).snapshot.sums);
    }
  });

  it('tells of a question that has no answer, once, and goes on', async () => {
    const shared = begin();
    shared.run.train();
    shared.run.probe(7, 'none', false, {});
    await expect
      .poll(() => shared.events.filter(({ type }) => type === 'unanswered'))
      .toMatchObject([{ probeId: 7, kind: 'none' }]);
    const at = shared.frames().at(-1)!.iteration;
    await expect.poll(() => shared.frames().at(-1)!.iteration, patient).toBeGreaterThan(at + 10);
    expect(shared.events.filter(({ type }) => type === 'unanswered')).toHaveLength(1);
  });

  it('lets no part run ahead of another by more than its lead', async () => {
    const shared = begin();
    shared.run.train();
    await expect
      .poll(() => shared.workers[1]?.experiment?.iteration ?? 0, patient)
      .toBeGreaterThan(5);
    const [slow, fast] = shared.workers;
    // It is told nothing that would let it go on.
    slow!.postMessage = () => {};
    await nap(300);
    const [behind, ahead] = [slow!.experiment!.iteration, fast!.experiment!.iteration];
    await nap(200);
    expect(slow!.experiment!.iteration).toBe(behind);
    expect(fast!.experiment!.iteration).toBe(ahead);
  });

  it('loses one part alone with its worker: another does it again, and the numbers are the same', async () => {
    const shared = begin();
    shared.run.train();
    await expect.poll(() => shared.frames().at(-1)?.iteration ?? 0, patient).toBeGreaterThan(20);
    shared.run.probe(1, 'sums', false, {});
    shared.workers[1]!.die();
    await expect
      .poll(() => shared.events.filter(({ type }) => type === 'lost'), patient)
      .toHaveLength(1);
    const [kept] = shared.workers;
    const at = kept!.experiment!.iteration;
    await expect.poll(() => shared.frames().at(-1)!.iteration, patient).toBeGreaterThan(at + 40);
    await expect.poll(() => shared.answers().length, patient).toBe(2);
    const end = await paused(shared);
    const { rows, snapshot } = await alone(end);
    expect(rowsIn(shared.frames())).toEqual(rows);
    expect(shared.frames().at(-1)!.resume).toEqual(snapshot);
    const saved = shared.frames().flatMap((frame) => frame.kept.map(({ iteration }) => iteration));
    expect(saved).toEqual(Array.from({ length: Math.floor(end / 10) + 1 }, (_, i) => 10 * i));
    // The other worker was left alone.
    expect(shared.workers).toHaveLength(3);
    expect(kept!.experiment!.iteration).toBe(end);
  });

  it('gives contenders into other hands once it is known what they take, and records the same', async () => {
    const even = divided([['c'], ['a', 'b', 'd']]);
    let asked: Readonly<Record<string, number>> = {};
    const shared = begin(
      {},
      {
        ...half,
        evened(busy) {
          asked = busy;
          return even;
        },
      },
    );
    shared.run.train();
    await expect
      .poll(() => Object.keys(asked).toSorted(), { timeout: 10_000 })
      .toEqual(['a', 'b', 'c', 'd']);
    const at = shared.frames().at(-1)!.iteration;
    await expect.poll(() => shared.frames().at(-1)!.iteration, patient).toBeGreaterThan(at + 40);
    const end = await paused(shared);
    const { rows, snapshot } = await alone(end);
    expect(rowsIn(shared.frames())).toEqual(rows);
    expect(shared.frames().at(-1)!.resume).toEqual(snapshot);
    expect(shared.events.filter(({ type }) => type === 'started')).toHaveLength(1);
  });

  it('goes on from a snapshot of the whole', async () => {
    const { snapshot } = await alone(25);
    const shared = begin({}, half, snapshot);
    shared.run.step();
    await expect.poll(() => shared.ends(), patient).toEqual(['paused']);
    expect(shared.frames().at(-1)!.resume).toEqual((await alone(26)).snapshot);
  });

  it('stops at once, and says so', async () => {
    const shared = begin();
    shared.run.train();
    shared.run.stop();
    expect(shared.ends()).toEqual(['stopped']);
    expect(await shared.run.run()).toBe('over');
  });

  it('says that it is alone where no worker may begin another', async () => {
    const crew = new Crew({
      createWorker() {
        throw new DOMException('no', 'SecurityError');
      },
    });
    const order = { runId: 1, lab: 'sums', spec, engines: ['simd'] as const, resume: null };
    const events: Event[] = [];
    const run = crew.begin({ ...order, division: half }, (event) => events.push(event));
    run.train();
    run.probe(3, 'sums', true, { at: 'now' });
    expect(await run.run()).toBe('alone');
    expect(events).toEqual([]);
    expect(run.commands).toEqual([
      { type: 'train', runId: 1 },
      { type: 'probe', runId: 1, probeId: 3, kind: 'sums', urgent: true, question: { at: 'now' } },
    ]);
  });

  it('fails as one when a part can do no more', async () => {
    const shared = begin();
    await expect.poll(() => shared.frames().length, patient).toBe(1);
    shared.run.failed(fault('worker-stopped'), 'exhausted');
    expect(shared.events.at(-1)).toMatchObject({ type: 'failed', code: 'exhausted' });
    expect(await shared.run.run()).toBe('over');
  });
});

it('gives rows and columns of one table', async () => {
  const sum = new Sum(spec, null);
  await sum.advance();
  const rows = rowsOf(sum.takeRows());
  expect(rowsOf(columnsOf(rows))).toEqual(rows);
});
