import 'fake-indexeddb/auto';
import { clear, entries } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fault } from '../../compute/fault';
import type { Snapshot } from '../../session/experiment';
import { FakeWorker } from '../../session/fakeWorker';
import type { Command, Frame } from '../../session/protocol';
import { integer, number, type SpecOf } from '../../spec/field';
import { commonFields } from './commonFields';
import type { LabDefinition } from './definition';
import { Lab } from './lab';
import { type Answer, question } from './questions';
import { enter, putBy } from './story/scenes';

/** Starts at once, wherever the run is to begin. */
class LabWorker extends FakeWorker {
  static all: LabWorker[] = [];
  constructor() {
    super();
    LabWorker.all.push(this);
  }
  override postMessage(command: Command) {
    super.postMessage(command);
    if (command.type !== 'start') return;
    const { runId, resume } = command;
    this.say({ type: 'started', runId, engine: 'simd', skipped: [] });
    this.say(frame(runId, resume?.iteration ?? 0));
  }
  /** The run is at this meta-iteration. */
  at(iteration: number, end: 'paused' | 'finished' | null = null) {
    this.say(frame(this.runId, iteration, end === 'finished'));
    if (end !== null) this.say({ type: 'ended', runId: this.runId, reason: end });
  }
}

const frame = (runId: number, iteration: number, finished = false): Frame => ({
  type: 'frame',
  runId,
  iteration,
  finished,
  rate: 1,
  memory: { handles: 0, bytes: 0, reserved: 0 },
  columns: {},
  remarks: [],
  kept: [{ iteration }],
  resume: { iteration },
});

const fields = {
  size: integer({ min: 1, max: 100 }),
  rate: number({ min: 0, max: 1 }, { live: 'training' }),
  iterations: integer({ min: 1, max: 1000 }, { work: false }),
  ...commonFields,
};
const view = { shown: integer({ min: 0, max: 9 }) };
const questions = { look: question<{ n: number }, Answer & { value: number }>() };
const base: SpecOf<typeof fields> = {
  size: 10,
  rate: 0.5,
  iterations: 100,
  seed: 1,
  engine: 'simd',
};

const definition: LabDefinition<
  typeof fields,
  typeof view,
  'standard',
  Snapshot,
  typeof questions,
  null
> = {
  name: 'toy',
  fields,
  view,
  presets: { standard: { spec: base } },
  defaultPreset: 'standard',
  viewOf: () => ({ shown: 0 }),
  origin: null,
  slim: (snapshot) => snapshot,
  asks: { look: { ask: ({ state }) => ({ n: state.view.shown }) } },
};

/** Its answers are of the number that is shown. */
const ofShown: typeof definition = {
  ...definition,
  asks: {
    look: { ...definition.asks.look, fits: ({ value }, { view: { shown } }) => value === shown },
  },
};

const labs: { dispose(): void }[] = [];
/** A page that opens the lab at these settings. */
async function open(spec: Partial<typeof base> = {}, of = definition) {
  const lab = new Lab(
    of,
    { spec: { ...base, ...spec }, view: { shown: 0 } },
    () => new LabWorker() as unknown as Worker,
  );
  labs.push(lab);
  await lab.open();
  const worker = () => LabWorker.all.at(-1)!;
  return { lab, worker, run: () => lab.run.store.getState(), state: () => lab.store.getState() };
}

/** What follows is done in this tab. */
function inTab(name: string) {
  let own = name;
  vi.stubGlobal('sessionStorage', {
    getItem: () => own,
    setItem: (_key: string, value: string) => {
      own = value;
    },
  });
}
const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Waits until a run lies in storage that is at this meta-iteration, or that waits for this setting; or none at all. */
const stored = (what: number | string | null) =>
  expect
    .poll(async () => {
      const all = await entries<string, { value: { resume: Snapshot }; wanted: string }>();
      const heads = all.filter(([key]) => key.includes('head')).map(([, head]) => head);
      if (what === null) return heads.length === 0;
      return heads.some(
        ({ value, wanted }) => value.resume.iteration === what || wanted.includes(String(what)),
      );
    })
    .toBe(true);
/** Longer than a slider must rest. */
const rest = () => nap(250);

beforeEach(async () => {
  LabWorker.all = [];
  await clear();
  const listeners = { addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('document', { hidden: false, ...listeners });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('navigator', { userAgent: 'a test' });
  inTab('one');
});
afterEach(() => {
  for (const lab of labs.splice(0)) lab.dispose();
  vi.unstubAllGlobals();
});

describe('a press in the moment in which something settles', () => {
  it('trains with a value that was typed just before', async () => {
    const { lab, worker, run } = await open();
    lab.change('size', 42);
    lab.train();
    await rest();
    expect(run().phase).toBe('training');
    expect(worker().told('start').at(-1)).toMatchObject({ spec: { size: 42 } });
    expect(worker().told('train').at(-1)).toMatchObject({ runId: worker().runId });
  });

  it('steps with a value that was typed just before', async () => {
    const { lab, worker } = await open();
    lab.change('size', 42);
    lab.step();
    await rest();
    expect(worker().told('start').at(-1)).toMatchObject({ spec: { size: 42 } });
    expect(worker().told('step').at(-1)).toMatchObject({ runId: worker().runId });
  });

  it('asks once after a step', async () => {
    const { lab, worker } = await open();
    worker().at(1, 'paused');
    const asked = worker().told('probe').length;
    lab.step();
    worker().at(2, 'paused');
    expect(worker().told('probe').length).toBe(asked + 1);
  });

  it('goes on training when a value moves before the first meta-iteration', async () => {
    const { lab, worker, run } = await open();
    lab.train();
    lab.change('size', 7);
    await rest();
    expect(run().phase).toBe('training');
    expect(worker().told('start').at(-1)).toMatchObject({ spec: { size: 7 } });
  });

  it('does not train when Pause was pressed since', async () => {
    const { lab, worker, run } = await open();
    lab.change('size', 42);
    lab.train();
    lab.pause();
    worker().at(0, 'paused');
    await rest();
    expect(run().phase).not.toBe('training');
  });
});

describe('a scene', () => {
  const scene = (text: string) => new URLSearchParams(text);

  it('begins with its settings and sight; seed and engine stay what they were', async () => {
    const { lab, worker, state } = await open({ seed: 7 });
    enter(lab as never, scene('size=42&shown=3'));
    await nap(20);
    expect(worker().told('start').at(-1)).toMatchObject({
      ...{ spec: { size: 42, seed: 7 }, resume: null },
    });
    expect(state()).toMatchObject({ running: { size: 42 }, view: { shown: 3 } });
  });

  it('goes on with the run of the scene before where nothing that makes a run is different', async () => {
    const { lab, worker, run, state } = await open();
    lab.train(5);
    expect(worker().told('train').at(-1)).toMatchObject({ until: 5 });
    worker().at(5, 'paused');
    const starts = worker().told('start').length;
    enter(lab as never, scene('shown=4'));
    expect(worker().told('start')).toHaveLength(starts);
    expect(run()).toMatchObject({ iteration: 5, phase: 'paused' });
    expect(state().view.shown).toBe(4);
  });

  it('of another sight asks for what is shown anew; of the same it does not', async () => {
    const { lab, worker } = await open({}, ofShown);
    const asked = () => worker().told('probe');
    const { probeId, question } = asked().at(-1)!;
    const answer = { iteration: 0, value: (question as { n: number }).n };
    const about = { runId: worker().runId, probeId, kind: 'look' } as const;
    worker().say({ type: 'answer', ...about, answer });
    const before = asked().length;
    enter(lab as never, scene('shown=0'));
    expect(asked()).toHaveLength(before);
    enter(lab as never, scene('shown=4'));
    expect(asked()).toHaveLength(before + 1);
    expect(asked().at(-1)).toMatchObject({ question: { n: 4 } });
  });

  it('is come back to without training again', async () => {
    const { lab, worker, run } = await open();
    lab.train();
    worker().at(5, 'paused');
    enter(lab as never, scene('size=42'));
    await nap(20);
    expect(run().iteration).toBe(0);
    lab.train();
    worker().at(8, 'paused');
    enter(lab as never, scene(''));
    await nap(20);
    expect(run().iteration).toBe(5);
    expect(worker().told('start').at(-1)).toMatchObject({ resume: { iteration: 5 } });
    enter(lab as never, scene('size=42'));
    await nap(20);
    expect(run().iteration).toBe(8);
  });

  it('takes no run whose settings moved on the way for its own', async () => {
    const { lab, worker, run, state } = await open();
    lab.train();
    worker().at(5, 'paused');
    lab.change('rate', 0.9);
    lab.change('rate', 0.5);
    expect(state().tuned).toBe(true);
    enter(lab as never, scene(''));
    await nap(20);
    expect(run().iteration).toBe(0);
  });

  it('leaves a way back to what was in sight, with its run', async () => {
    const { lab, worker, run, state } = await open({ size: 3 });
    lab.train();
    worker().at(5, 'paused');
    lab.change('rate', 0.9);
    lab.see({ shown: 2 });
    const back = putBy(lab as never);
    enter(lab as never, scene('size=42&shown=1'));
    await nap(20);
    back();
    await nap(20);
    expect(run().iteration).toBe(5);
    expect(state()).toMatchObject({
      tuned: true,
      spec: { size: 3, rate: 0.9 },
      view: { shown: 2 },
    });
  });
});

describe('settings and the run', () => {
  it('keep a run that has trained when a setting moves that waits', async () => {
    const { lab, worker, run } = await open();
    lab.train();
    worker().at(5, 'paused');
    lab.change('size', 42);
    await rest();
    expect(run().iteration).toBe(5);
    expect(lab.pending()).toEqual(['size']);
    lab.undo();
    expect(lab.pending()).toEqual([]);
  });

  it('tune a run at once, and say that its link does not repeat it', async () => {
    const { lab, worker, state } = await open();
    lab.train();
    worker().at(5);
    lab.change('rate', 0.1);
    expect(worker().told('tune').at(-1)).toMatchObject({ spec: { rate: 0.1 } });
    expect(state().tuned).toBe(true);
  });
});

describe('an answer that fails', () => {
  it('keeps nobody waiting when the run fails', async () => {
    vi.stubGlobal('location', { href: 'page' });
    const { lab, worker, run } = await open({ engine: 'auto' });
    const measured = lab.calibrate();
    const { runId } = worker();
    worker().say({ type: 'failed', runId, code: 'crashed', fault: fault('device-lost') });
    expect(run().phase).toBe('failed');
    lab.calibration.abort();
    await measured;
  });

  it('is told of this answer, and the run goes on', async () => {
    const { lab, worker, run, state } = await open();
    lab.train();
    const asked = worker().told('probe').at(-1) as Extract<Command, { type: 'probe' }>;
    const why = fault('simd-memory', { held: 2046, needed: 9 });
    worker().say({ ...asked, type: 'unanswered', fault: why });
    expect(state().faults.look).toEqual(why);
    expect(run().phase).toBe('training');
    lab.see({ shown: 3 }, 'look');
    expect(worker().told('probe').at(-1)).toMatchObject({ question: { n: 3 } });
  });
});

describe('a run that is put away', () => {
  it('comes back when the lab was left while it trained', async () => {
    const first = await open();
    first.lab.train();
    first.worker().at(40);
    first.lab.dispose();
    await stored(40);
    const second = await open();
    expect(second.run().iteration).toBe(40);
    expect(second.worker().told('start').at(-1)).toMatchObject({ resume: { iteration: 40 } });
    expect(second.run().kept.map((s) => s.iteration)).toEqual([0, 40]);
  });

  it('comes back by the address of settings that wait for a restart', async () => {
    const first = await open();
    first.lab.train();
    first.worker().at(702, 'paused');
    first.lab.change('size', 11);
    await stored(702);
    await stored('size=11');
    first.lab.dispose();
    const second = await open({ size: 11 });
    expect(second.run().iteration).toBe(702);
    expect(second.state().running.size).toBe(10);
    expect(second.lab.pending()).toEqual(['size']);
  });

  it('is not another run with other settings', async () => {
    const first = await open();
    first.lab.train();
    first.worker().at(40, 'paused');
    first.lab.dispose();
    await stored(40);
    expect((await open({ seed: 2 })).run().iteration).toBe(0);
  });

  it('comes back finished when it was', async () => {
    const first = await open();
    first.lab.train();
    first.worker().at(100, 'finished');
    first.lab.dispose();
    await stored(100);
    const second = await open();
    second.worker().at(100, null);
    second.worker().say(frame(second.worker().runId, 100, true));
    expect(second.run().phase).toBe('finished');
  });

  it('is gone after a reset', async () => {
    const first = await open();
    first.lab.train();
    first.worker().at(40, 'paused');
    await stored(40);
    first.lab.reset();
    await stored(null);
    first.lab.dispose();
    expect((await open()).run().iteration).toBe(0);
    const keys = (await entries<string, unknown>()).map(([key]) => key);
    expect(keys.filter((key) => key.includes('part'))).toEqual([]);
  });

  it('comes back after a reset, with what it ran with and what waited', async () => {
    const { lab, worker, run, state } = await open();
    worker().at(40, 'paused');
    lab.change('size', 20);
    lab.restartWith({ ...base, size: 30 });
    expect(state().canBringBack).toBe(true);
    lab.bringBack();
    await expect.poll(() => run().iteration).toBe(40);
    expect([state().spec.size, state().running.size, state().canBringBack]).toEqual([
      20,
      10,
      false,
    ]);
  });

  it('lies in storage when it is put away while an older one is forgotten', async () => {
    const { lab, worker } = await open();
    worker().at(40, 'paused');
    lab.reset();
    worker().at(7, 'paused');
    await stored(7);
    await nap(50);
    await stored(7);
  });

  it('is kept before its first meta-iteration where it began from what no link brings again', async () => {
    const { lab } = await open();
    lab.pause();
    lab.dispose();
    await nap(50);
    await stored(null);
    const kept = await open({}, { ...definition, isKept: () => true });
    await nap(50);
    kept.lab.dispose();
    await stored(0);
  });

  it('is left alone by a tab that was copied with its name', async () => {
    const held = new Set<string>();
    const locks = {
      request: async (name: string, _options: object, then: (lock: object | null) => unknown) => {
        const free = !held.has(name);
        held.add(name);
        await then(free ? {} : null);
      },
    };
    vi.stubGlobal('navigator', { userAgent: 'a test', locks });
    const first = await open();
    first.worker().at(90, 'paused');
    await stored(90);
    // The copy has the session storage of its original.
    inTab('one');
    const copy = await open();
    expect(copy.run().iteration).toBe(90);
    copy.lab.reset();
    copy.worker().at(1, 'paused');
    await stored(1);
    await stored(90);
  });

  it('is left alone by another tab, which begins from the longest', async () => {
    const first = await open();
    first.lab.train();
    first.worker().at(90, 'paused');
    await stored(90);
    inTab('two');
    const second = await open();
    expect(second.run().iteration).toBe(90);
    second.lab.reset();
    second.lab.step();
    await expect.poll(() => second.worker().told('step')).toHaveLength(1);
    second.worker().at(1, 'paused');
    second.lab.dispose();
    await stored(1);
    inTab('one');
    expect((await open()).run().iteration).toBe(90);
  });
});
