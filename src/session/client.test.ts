import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fault } from '../compute/fault';
import { Client, type ClientHandlers, type ClientOptions, type Run } from './client';
import { FakeWorker } from './fakeWorker';
import type { Event, Frame } from './protocol';

const run: Run = {
  lab: 'regression',
  spec: { seed: 1 },
  engines: ['tfjs-webgpu', 'tfjs-wasm', 'tfjs-cpu'],
  resume: null,
};

const frame = (runId: number, iteration: number): Frame => ({
  type: 'frame',
  runId,
  iteration,
  finished: false,
  rate: 10,
  memory: { handles: 0, bytes: 0, reserved: 0 },
  columns: {},
  remarks: [],
  kept: [],
  resume: { iteration },
});

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let workers: FakeWorker[] = [];
const worker = () => workers.at(-1)!;
function hire(): Worker {
  workers.push(new FakeWorker());
  return worker() as unknown as Worker;
}

let handlers: { [K in keyof ClientHandlers]: ReturnType<typeof vi.fn> };
let client: Client;

beforeEach(() => {
  workers = [];
  handlers = {
    started: vi.fn(),
    frame: vi.fn(),
    answer: vi.fn(),
    unanswered: vi.fn(),
    ended: vi.fn(),
    replaced: vi.fn(),
    silent: vi.fn(),
    failed: vi.fn(),
  };
  client = make({});
  return () => client.dispose();
});

const make = (options: Partial<ClientOptions>) =>
  new Client(handlers as unknown as ClientHandlers, {
    createWorker: hire,
    stopWithin: 30,
    heartbeat: 10,
    silence: 60,
    startWithin: 500,
    pauses: [5, 20],
    ...options,
  });

function begin() {
  client.start(run);
  const w = worker();
  w.say({ type: 'started', runId: w.runId, engine: 'tfjs-webgpu', skipped: [] });
  return w;
}

describe('the client', () => {
  it('starts a run and hands on what it hears', () => {
    const w = begin();
    expect(w.told('start')).toMatchObject([
      { lab: 'regression', spec: run.spec, engines: run.engines },
    ]);
    w.say(frame(w.runId, 3));
    expect(handlers.started).toHaveBeenCalledWith('tfjs-webgpu', []);
    expect(handlers.frame.mock.calls[0]![0]).toMatchObject({ iteration: 3 });
  });

  it('ends a run, hears no more of it, and begins the next in the same worker', async () => {
    const w = begin();
    const ended = w.runId;
    client.end();
    expect(w.told('stop')).toMatchObject([{ runId: ended }]);
    w.say(frame(ended, 9));
    expect(handlers.frame).not.toHaveBeenCalled();
    client.start(run);
    w.say({ type: 'started', runId: w.runId, engine: 'tfjs-wasm', skipped: [] });
    await nap(40);
    expect(workers).toEqual([w]);
    w.say(frame(w.runId, 1));
    expect(handlers.frame).toHaveBeenCalledOnce();
  });

  it('pays a credit for every frame', async () => {
    const w = begin();
    w.say(frame(w.runId, 1));
    w.say(frame(w.runId, 2));
    await nap(10);
    expect(w.told('credit').length).toBe(2);
  });

  it('drops events of a stale run', () => {
    const w = begin();
    const stale = w.runId;
    client.start(run);
    w.say(frame(stale, 99));
    expect(handlers.frame).not.toHaveBeenCalled();
    expect(workers.length).toBe(1);
  });

  it('replaces a worker that does not stop its old run in time', async () => {
    const w = begin();
    client.start(run);
    await nap(60);
    expect(w.terminated).toBe(true);
    expect(workers.length).toBe(2);
    expect(worker().told('start').length).toBe(1);
  });

  it('keeps a worker that stops in time', async () => {
    const w = begin();
    const old = w.runId;
    client.start(run);
    w.say({ type: 'ended', runId: old, reason: 'stopped' });
    w.say({ type: 'started', runId: w.runId, engine: 'tfjs-webgpu', skipped: [] });
    await nap(40);
    expect(w.terminated).toBe(false);
  });

  it('goes on after a lost device, on the next engine, from the last snapshot, still training', () => {
    const w = begin();
    client.train();
    w.say(frame(w.runId, 40));
    w.say({
      type: 'failed',
      runId: w.runId,
      code: 'engine-lost',
      fault: fault('device-lost'),
    });
    expect(w.terminated).toBe(true);
    expect(handlers.replaced).toHaveBeenCalledWith(fault('device-lost'), 40, true);
    expect(worker().told('start')).toMatchObject([
      { engines: ['tfjs-wasm', 'tfjs-cpu'], resume: { iteration: 40 } },
    ]);
    expect(worker().told('train').length).toBe(1);
  });

  it('tells of a worker that is silent, waits for it, and strikes no engine off for it', async () => {
    begin().say(frame(1, 7));
    // On a busy machine the page sleeps now and then, and waits longer.
    await expect.poll(() => workers.length, { timeout: 10_000 }).toBe(2);
    const again = { engines: run.engines, resume: { iteration: 7 } };
    expect(worker().told('start')).toMatchObject([again]);
    for (let tries = 2; tries <= 3; tries++) {
      await expect.poll(() => workers.length, { timeout: 10_000 }).toBe(tries);
      worker().say({
        type: 'started',
        runId: worker().runId,
        engine: run.engines[0]!,
        skipped: [],
      });
      expect(worker().told('start')).toMatchObject([again]);
      await nap(100);
    }
    // No better the third time.
    await expect
      .poll(() => handlers.failed.mock.calls, { timeout: 10_000 })
      .toEqual([[fault('worker-silent'), 'exhausted']]);
  });

  it('tells how long a worker has been silent, and that it no longer is', () => {
    client.dispose();
    vi.useFakeTimers();
    client = make({ silence: 60_000, heartbeat: 1000 });
    const w = begin();
    vi.advanceTimersByTime(5000);
    expect(handlers.silent).toHaveBeenLastCalledWith(5);
    w.say({ type: 'pong' });
    expect(handlers.silent).toHaveBeenLastCalledWith(0);
    vi.useRealTimers();
  });

  it('notices at once that a worker has died, by its lock', async () => {
    const held: (() => void)[] = [];
    vi.stubGlobal('navigator', {
      locks: {
        request: async (
          _name: string,
          { signal }: { signal: AbortSignal },
          granted: () => void,
        ) => {
          await new Promise<void>((resolve, reject) => {
            held.push(resolve);
            signal.addEventListener('abort', () => reject(signal.reason));
          });
          granted();
        },
      },
    });
    const w = begin();
    w.say({ type: 'alive', lock: 'worker 1' });
    await nap(20);
    expect(workers.length).toBe(1);
    held[0]!();
    await expect.poll(() => workers.length).toBe(2);
    expect(handlers.replaced).toHaveBeenCalledWith(fault('worker-stopped'), 0, false);
    // That of a worker which was dismissed says nothing.
    worker().say({ type: 'alive', lock: 'worker 2' });
    client.dispose();
    held[1]!();
    await nap(20);
    expect(workers.length).toBe(2);
    vi.unstubAllGlobals();
  });

  it('goes on although the end of what was wanted before comes after the press', () => {
    const w = begin();
    client.step();
    const { call } = w.told('step')[0]!;
    client.train();
    w.say({ type: 'ended', runId: w.runId, reason: 'paused', call });
    expect(handlers.ended).not.toHaveBeenCalled();
    // Whoever takes over trains, too.
    w.say({ type: 'failed', runId: w.runId, code: 'engine-lost', fault: fault('device-lost') });
    expect(worker().told('train')).toMatchObject([{ call: call! + 1 }]);
    worker().say({ type: 'ended', runId: worker().runId, reason: 'paused', call: call! + 1 });
    expect(handlers.ended).toHaveBeenCalledWith('paused');
  });

  it('replaces a silent worker at once when a person does not want to wait', () => {
    const w = begin();
    w.say(frame(w.runId, 7));
    client.train();
    client.hurry();
    expect(w.terminated).toBe(true);
    expect(worker().told('start')).toMatchObject([{ resume: { iteration: 7 } }]);
    expect(worker().told('train').length).toBe(1);
  });

  it('tries three times to start a worker, with pauses, and then says what to do', async () => {
    client.start(run);
    for (let tries = 1; tries <= 3; tries++) {
      await expect.poll(() => workers.length).toBe(tries);
      worker().die('');
      expect(workers.length).toBe(tries);
    }
    expect(handlers.failed).toHaveBeenCalledWith(fault('worker-stopped'), 'no-start');
    await nap(60);
    expect(workers.length).toBe(3);
    // Asked again, it is tried again.
    client.start(run);
    expect(workers.length).toBe(4);
  });

  it('counts a worker that was prepared and died among the three', async () => {
    client.prepare();
    worker().die('');
    client.start(run);
    for (let tries = 2; tries <= 3; tries++) {
      await expect.poll(() => workers.length).toBe(tries);
      worker().die('');
    }
    expect(handlers.failed).toHaveBeenCalledWith(fault('worker-stopped'), 'no-start');
    await nap(60);
    expect(workers.length).toBe(3);
  });

  it('says that workers are forbidden, and asks for no other', async () => {
    client.dispose();
    client = make({
      createWorker: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    client.start(run);
    expect(handlers.failed.mock.calls).toEqual([[fault('worker-forbidden'), 'forbidden']]);
    await nap(60);
    expect(handlers.failed).toHaveBeenCalledOnce();
  });

  it('goes on for as long as the run moves on between two losses', () => {
    const w = begin();
    w.say(frame(w.runId, 1));
    for (let iteration = 2; iteration < 12; iteration++) {
      worker().die();
      expect(worker().told('start')).toMatchObject([{ engines: run.engines }]);
      worker().say({
        type: 'started',
        runId: worker().runId,
        engine: run.engines[0]!,
        skipped: [],
      });
      worker().say(frame(worker().runId, iteration));
    }
    expect(handlers.failed).not.toHaveBeenCalled();
  });

  it('gives an engine up on which workers die without moving on', () => {
    begin();
    for (const engine of run.engines) {
      for (let death = 0; death < 2 && handlers.failed.mock.calls.length === 0; death++) {
        worker().say({ type: 'started', runId: worker().runId, engine, skipped: [] });
        worker().die();
      }
    }
    expect(handlers.failed).toHaveBeenCalledWith(fault('other', { text: 'boom' }), 'exhausted');
    expect(workers.length).toBeLessThan(8);
  });

  it('leaves a worker alone that answers', async () => {
    const w = begin();
    const pong = setInterval(() => w.say({ type: 'pong' }), 10);
    await expect.poll(() => w.told('ping').length, { timeout: 10_000 }).toBeGreaterThan(9);
    clearInterval(pong);
    expect(workers.length).toBe(1);
  });

  it('goes on after an error that the worker did not catch', () => {
    const w = begin();
    w.die();
    expect(handlers.replaced).toHaveBeenCalledWith(fault('other', { text: 'boom' }), 0, false);
    expect(workers.length).toBe(2);
  });

  it('tells a new worker of a step that the old one did not end', () => {
    const w = begin();
    client.step();
    w.die();
    expect(handlers.replaced).toHaveBeenCalledWith(fault('other', { text: 'boom' }), 0, true);
    expect(worker().told('step').length).toBe(1);
    worker().say({ type: 'ended', runId: worker().runId, reason: 'paused' });
    worker().die();
    expect(handlers.replaced.mock.lastCall).toEqual([fault('other', { text: 'boom' }), 0, false]);
  });

  it('pauses a run whose worker is lost before it has told of its pause', () => {
    const w = begin();
    client.train();
    client.pause();
    w.die();
    expect(handlers.replaced.mock.lastCall).toEqual([fault('other', { text: 'boom' }), 0, false]);
    expect(worker().told('train')).toEqual([]);
  });

  it('pauses a run between two workers', async () => {
    client.start(run);
    client.train();
    worker().die();
    client.pause();
    expect(handlers.ended.mock.calls).toEqual([['paused']]);
    await expect.poll(() => workers.length).toBe(2);
    expect(worker().told('train')).toEqual([]);
  });

  it('lets no try of an ended run begin the next', async () => {
    client.start(run);
    worker().die();
    client.end();
    await nap(40);
    expect(workers.length).toBe(1);
    client.start(run);
    client.dispose();
    await nap(40);
    expect(workers.length).toBe(2);
  });

  it('ends a run whose workers die at the same iteration, however often they come that far', () => {
    begin();
    for (let death = 0; death < 20 && handlers.failed.mock.calls.length === 0; death++) {
      const w = worker();
      const { engines } = w.told('start')[0]!;
      w.say({ type: 'started', runId: w.runId, engine: engines[0]!, skipped: [] });
      // The snapshot lies before the place at which they die.
      w.say({ ...frame(w.runId, 20), iteration: 25 } as Event);
      w.die();
    }
    expect(handlers.failed).toHaveBeenCalledWith(fault('other', { text: 'boom' }), 'exhausted');
  });

  it('asks a new worker what the old one had not answered', () => {
    const w = begin();
    client.probe('adapt', { points: 1 }, true);
    client.probe('adapt', { points: 2 }, true);
    w.die();
    expect(worker().told('probe')).toMatchObject([{ kind: 'adapt', question: { points: 2 } }]);
  });

  it('takes the answer to the newest question only', () => {
    const w = begin();
    client.probe('adapt', 'old', true);
    client.probe('adapt', 'new', true);
    const [first, second] = w.told('probe');
    w.say({ type: 'answer', runId: w.runId, probeId: first!.probeId, kind: 'adapt', answer: 1 });
    w.say({ type: 'answer', runId: w.runId, probeId: second!.probeId, kind: 'adapt', answer: 2 });
    expect(handlers.answer.mock.calls).toEqual([['adapt', 2]]);
  });

  it('gives up with a message when no engine is left', () => {
    const gone = fault('other', { text: 'gone' });
    client.start({ ...run, engines: ['tfjs-cpu'] });
    const w = worker();
    w.say({ type: 'started', runId: w.runId, engine: 'tfjs-cpu', skipped: [] });
    w.say({ type: 'failed', runId: w.runId, code: 'engine-lost', fault: gone });
    expect(handlers.failed).toHaveBeenCalledWith(gone, 'exhausted');
  });

  it('hands on that a question has no answer, and goes on with the run', () => {
    const w = begin();
    client.probe('adapt', 'too much', true);
    const [asked] = w.told('probe');
    const why = fault('simd-memory', { held: 9, needed: 9 });
    const told = { runId: w.runId, probeId: asked!.probeId, kind: 'adapt', fault: why };
    w.say({ type: 'unanswered', ...told });
    expect(handlers.unanswered).toHaveBeenCalledWith('adapt', why);
    expect(handlers.failed).not.toHaveBeenCalled();
    w.say(frame(w.runId, 3));
    expect(handlers.frame).toHaveBeenCalledOnce();
    expect(w.terminated).toBe(false);
    // A worker that takes its place is not asked what cannot be answered.
    w.die();
    expect(worker().told('probe')).toEqual([]);
  });

  it('hands on a failure that another worker would meet too', () => {
    const tooLarge = fault('other', { text: 'too large' });
    const w = begin();
    w.say({
      type: 'failed',
      runId: w.runId,
      code: 'crashed',
      fault: tooLarge,
    });
    expect(handlers.failed).toHaveBeenCalledWith(tooLarge, 'crashed');
    expect(workers.length).toBe(1);
  });
});
