import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { noticesStore } from '../../session/notices';
import type { Command, Event } from '../../session/protocol';
import { loadWords, words } from '../../words/words';
import { parseCheckpoint } from './checkpoint';
import { openOptimizers } from './lab';
import type { OptimizerSnapshot, RaceAnswer, RaceQuestion } from './questions';
import { subject } from './racers';

const shipped = (name: string) =>
  readFileSync(new URL(`../../../public/checkpoints/${name}.json`, import.meta.url), 'utf8');
const phiOf = (text: string) => parseCheckpoint(text).phi;

/** Says that it has started, and is at this meta-iteration of what it was told to resume. */
class FakeWorker {
  static all: FakeWorker[] = [];
  commands: Command[] = [];
  onmessage: ((event: { data: Event }) => void) | null = null;
  constructor() {
    FakeWorker.all.push(this);
  }
  postMessage(command: Command) {
    this.commands.push(structuredClone(command));
    if (command.type !== 'start') return;
    const { runId } = command;
    this.say({ type: 'started', runId, engine: 'simd', skipped: [] });
    this.at(0, command.resume as OptimizerSnapshot | null);
  }
  terminate() {}
  say(event: Event) {
    this.onmessage?.({ data: event });
  }
  told<T extends Command['type']>(type: T) {
    return this.commands.filter((c): c is Extract<Command, { type: T }> => c.type === type);
  }
  at(iteration: number, snapshot: OptimizerSnapshot | null = null) {
    const here = snapshot === null ? [] : [{ ...snapshot, iteration }];
    this.say({
      type: 'frame',
      runId: this.told('start').at(-1)!.runId,
      iteration,
      finished: false,
      rate: 1,
      memory: { handles: 0, bytes: 0, reserved: 0 },
      columns: {},
      remarks: [],
      kept: here,
      resume: here[0] ?? null,
    });
  }
  /** The weights that the run was told to begin from. */
  get weights() {
    const resume = this.told('start').at(-1)!.resume as OptimizerSnapshot | null;
    return resume?.trained.find(({ name }) => name === subject)?.weights.phi ?? null;
  }
  question(kind: string) {
    return this.told('probe').findLast((probe) => probe.kind === kind)!;
  }
}

const labs: { dispose(): void }[] = [];
async function open(address: string) {
  const make = () => new FakeWorker() as unknown as Worker;
  const { lab } = openOptimizers(new URLSearchParams(`engine=simd&${address}`), make);
  labs.push(lab);
  await lab.open();
  return { lab, worker: FakeWorker.all.at(-1)!, state: () => lab.store.getState() };
}
const said = () => {
  const { message, hint } = noticesStore.getState().notices.at(-1)!;
  return [message(words()), hint?.(words())];
};

beforeAll(() => loadWords('contenders', 'files', 'optimizers'));
beforeEach(() => {
  FakeWorker.all = [];
  noticesStore.setState({ notices: [] });
  const listeners = { addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('document', { hidden: false, ...listeners });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('navigator', { userAgent: 'a test' });
  vi.stubGlobal('sessionStorage', { getItem: () => 'tab', setItem: () => {} });
  vi.stubGlobal('fetch', async (file: string) => {
    const name = /checkpoints\/(.*)\.json/.exec(file)![1]!;
    return new Response(shipped(name));
  });
});
afterEach(() => {
  for (const lab of labs.splice(0)) lab.dispose();
  vi.unstubAllGlobals();
});

describe('where a run of the optimizer lab begins', () => {
  it.each(['lstm-quadratic', 'lstm-quadratic-repository'])(
    'is the shipped optimiser of its problems, %s',
    async (preset) => {
      const { worker, state } = await open(`preset=${preset}`);
      expect(worker.weights).toEqual(phiOf(shipped(preset)));
      expect(state().origin).toMatchObject({
        loaded: false,
        command: expect.stringMatching(preset),
      });
    },
  );

  it('is nothing where it is to be from scratch', async () => {
    const { lab, worker, state } = await open('');
    lab.beginFromScratch();
    await expect.poll(() => worker.told('start').length).toBe(2);
    expect(worker.weights).toBeNull();
    expect(state().origin).toBeNull();
    expect(lab.address.get('begin')).toBe('scratch');
    expect(lab.address.get('preset')).toBe('lstm-quadratic');
  });

  it('is nothing, and that is said, where the shipped one cannot be had', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    const { worker, state } = await open('');
    expect(worker.weights).toBeNull();
    expect(state().origin).toBeNull();
    expect(said()[0]).toMatch(/could not be loaded \(checkpoints\/lstm-quadratic.json: 404\)/);
  });

  it('is nothing, and that is said, for another network', async () => {
    const { worker } = await open('hidden=7&outputScale=0.2');
    expect(worker.weights).toBeNull();
    expect(said()).toEqual([
      expect.stringContaining('another network'),
      'Differing: LSTM layers, Output scale.',
    ]);
  });
});

describe('an optimiser in a file', () => {
  const other = shipped('lstm-quadratic-repository');

  it('is begun from, with its network, and stays for the next runs', async () => {
    const { lab, worker, state } = await open('hidden=7&begin=scratch');
    await lab.load(async () => other);
    await expect.poll(() => worker.weights).toEqual(phiOf(other));
    expect(state().spec).toMatchObject({ hidden: [20, 20], begin: 'checkpoint' });
    expect(state().origin).toMatchObject({ loaded: true });
    lab.reset();
    await expect.poll(() => worker.told('start').length).toBe(3);
    expect(worker.weights).toEqual(phiOf(other));
  });

  it('is not held by a link, which says so and begins from the shipped one', async () => {
    const { lab } = await open('preset=lstm-quadratic');
    await lab.load(async () => other);
    await vi.waitFor(() => expect(lab.store.getState().origin).toMatchObject({ loaded: true }));
    expect(lab.address.get('from')).toBe('file');
    const again = await open(String(lab.address));
    await vi.waitFor(() =>
      expect(said()).toEqual([
        'This link was made with an optimiser of a file, which no link holds.',
        expect.stringMatching(/^Load that file to have it; without it the run begins from /),
      ]),
    );
    expect(again.state().origin?.loaded ?? false).toBe(false);
    expect(again.lab.address.has('from')).toBe(false);
  });

  it('gives way to what a preset ships', async () => {
    const { lab, worker } = await open('begin=scratch');
    await lab.load(async () => other);
    lab.choosePreset('lstm-quadratic');
    lab.reset();
    await expect.poll(() => worker.weights).toEqual(phiOf(shipped('lstm-quadratic')));
  });

  it('is refused with a reason if it is damaged, and nothing changes', async () => {
    const { lab, worker, state } = await open('begin=scratch');
    const before = state();
    await lab.load(async () => '{"format": "inner-loop optimizer 1", "phi": "***"}');
    expect(said()).toEqual([
      expect.stringMatching(/^This checkpoint cannot be used: the file is damaged/),
      expect.stringContaining('Nothing was changed'),
    ]);
    expect(state()).toBe(before);
    expect(worker.told('start')).toHaveLength(1);
  });

  it('is that in sight: of now, the best, or of then', async () => {
    const { lab, worker } = await open('begin=scratch');
    expect(lab.exported()).toBeNull();
    const phi = phiOf(other);
    const filled = (value: number) => ({ phi: phi.map(() => value) });
    const snapshot = (iteration: number): OptimizerSnapshot => ({
      iteration,
      trained: [
        {
          ...{ name: subject, weights: filled(iteration), moments: {}, position: null },
          best: { iteration: 5, weights: filled(5), score: 0 },
        },
      ],
    });
    worker.at(3, snapshot(3));
    worker.at(8, snapshot(8));
    const found = () => {
      const { iteration, phi: values, command } = parseCheckpoint(lab.exported()!);
      expect(command).toBe('trained in the page');
      return [iteration, values[0]];
    };
    expect(found()).toEqual([5, 5]);
    lab.see({ shown: 'now' });
    expect(found()).toEqual([8, 8]);
    // Of the past only what was current then is kept.
    lab.look(3);
    expect(found()).toEqual([3, 3]);
  });
});

describe('what the page asks', () => {
  const race = (worker: FakeWorker) => worker.question('race').question as RaceQuestion;

  it('is of fewer problems while it trains', async () => {
    const { lab, worker } = await open('begin=scratch&raceProblems=500');
    expect(race(worker)).toMatchObject({ problems: 500, steps: 200, family: 'gaussian' });
    lab.train();
    lab.ask('race');
    expect(race(worker).problems).toBe(64);
  });

  it('is of the best where that is to be seen, and of the past what was current then', async () => {
    const { lab, worker } = await open('begin=scratch');
    worker.at(0, { iteration: 0, trained: [] });
    expect(race(worker)).toMatchObject({ at: 'now', shown: 'best' });
    lab.see({ shown: 'now' }, 'race');
    expect(race(worker)).toMatchObject({ at: 'now', shown: 'now' });
    lab.see({ shown: 'best' }, 'race');
    worker.at(9);
    lab.look(0);
    expect(race(worker)).toMatchObject({ at: { iteration: 0 }, shown: 'now' });
  });

  it('is not asked again of what is known, unless it is of another optimiser', async () => {
    const { lab, worker, state } = await open('begin=scratch');
    const { probeId } = worker.question('race');
    const runId = worker.told('start').at(-1)!.runId;
    const answer = {
      ...{ iteration: 0, of: { [subject]: 0 }, shown: 'best', family: 'gaussian', problems: 256 },
      ...{ complete: true, grids: null, tuning: null, curves: {}, present: {} },
    } as RaceAnswer;
    worker.say({ type: 'answer', runId, probeId, kind: 'race', answer });
    expect(state().answers.race).toEqual(answer);
    lab.ask('race');
    expect(worker.question('race').probeId).toBe(probeId);
    lab.see({ shown: 'now' }, 'race');
    expect(worker.question('race').probeId).not.toBe(probeId);
  });
});
