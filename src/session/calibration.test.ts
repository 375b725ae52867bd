import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Engine, engineNames } from '../compute/engine';
import { fault } from '../compute/fault';
import { Calibration, fastestFirst } from './calibration';
import { Counter } from './counter';
import { measureEngine } from './measure';
import type { Command, Event } from './protocol';

type Asked = Extract<Command, { type: 'measure' }>;

class FakeWorker {
  static all: FakeWorker[] = [];
  /** What each engine answers; undefined says nothing. */
  static answers: (asked: Asked) => number | null | undefined = () => 1;
  asked: Asked[] = [];
  terminated = false;
  onmessage: ((event: { data: Event }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  constructor() {
    FakeWorker.all.push(this);
  }
  postMessage(command: Command) {
    const asked = command as Asked;
    this.asked.push(asked);
    const ms = FakeWorker.answers(asked);
    if (ms === undefined) return;
    const why = ms === null ? fault('no-webgl') : null;
    queueMicrotask(() =>
      this.onmessage?.({ data: { type: 'measured', engine: asked.engine, ms, fault: why } }),
    );
  }
  terminate() {
    this.terminated = true;
  }
}

const spec = { seed: 1 };
/** Nothing else is being computed. */
const quiet = Promise.resolve();
const create = () => new FakeWorker() as unknown as Worker;

beforeEach(() => {
  FakeWorker.all = [];
  vi.stubGlobal('navigator', { userAgent: 'a test' });
});

describe('calibration', () => {
  it('measures every engine in one worker, and puts the fastest first', async () => {
    const speeds = {
      simd: 3,
      'tfjs-webgpu': 2,
      'tfjs-webgl': null,
      'tfjs-wasm': 9,
      'tfjs-cpu': 80,
    };
    FakeWorker.answers = ({ engine }) => speeds[engine];
    const calibration = new Calibration('regression', create);
    expect(calibration.order(['simd', 'tfjs-cpu'])).toEqual(['simd', 'tfjs-cpu']);
    await calibration.measure(spec, 'this work', quiet);
    expect(FakeWorker.all).toHaveLength(1);
    expect(FakeWorker.all[0]!.terminated).toBe(true);
    expect(FakeWorker.all[0]!.asked.map((a) => a.engine)).toEqual(engineNames);
    const { status, times } = calibration.store.getState();
    expect(status).toBe('done');
    expect(times.find((t) => t.engine === 'tfjs-webgl')).toMatchObject({
      fault: { code: 'no-webgl' },
    });
    expect(calibration.order(engineNames)).toEqual([
      'tfjs-webgpu',
      'simd',
      'tfjs-wasm',
      'tfjs-cpu',
      'tfjs-webgl',
    ]);
  });

  it('goes on with a new worker when an engine hangs', async () => {
    FakeWorker.answers = ({ engine }) => (engine === 'tfjs-webgpu' ? undefined : 5);
    const calibration = new Calibration('regression', create, 20);
    await calibration.measure(spec, 'this work', quiet);
    expect(FakeWorker.all).toHaveLength(2);
    const hung = calibration.store.getState().times.find((t) => t.engine === 'tfjs-webgpu')!;
    expect(hung.ms).toBeNull();
    expect(hung.fault).toEqual(fault('no-answer', { seconds: 0.02 }));
  });

  it('goes on with a new worker when one dies', async () => {
    FakeWorker.answers = ({ engine }) => (engine === 'tfjs-webgl' ? undefined : 5);
    const calibration = new Calibration('regression', create);
    const measuring = calibration.measure(spec, 'this work', quiet);
    await expect.poll(() => FakeWorker.all[0]!.asked.at(-1)?.engine).toBe('tfjs-webgl');
    FakeWorker.all[0]!.onerror!({ message: 'out of memory', preventDefault() {} });
    await measuring;
    const dead = calibration.store.getState().times.find((t) => t.engine === 'tfjs-webgl')!;
    expect(dead).toMatchObject({ ms: null, fault: fault('other', { text: 'out of memory' }) });
    expect(calibration.store.getState().times).toHaveLength(engineNames.length);
  });

  it('ends when training begins, and keeps nothing of it', async () => {
    FakeWorker.answers = ({ engine }) => (engine === engineNames[1] ? undefined : 5);
    const calibration = new Calibration('regression', create);
    const measuring = calibration.measure(spec, 'this work', quiet);
    await expect.poll(() => FakeWorker.all[0]!.asked).toHaveLength(2);
    calibration.abort();
    await measuring;
    expect(FakeWorker.all[0]!.terminated).toBe(true);
    expect(calibration.store.getState()).toEqual({ status: 'none', times: [] });
  });

  it('waits for quiet, and is no interruption until then', async () => {
    FakeWorker.answers = () => 5;
    const calibration = new Calibration('regression', create);
    let begin = () => {};
    const measuring = calibration.measure(spec, 'this work', new Promise((r) => (begin = r)));
    calibration.interrupt();
    expect(calibration.store.getState().status).toBe('measuring');
    expect(FakeWorker.all).toHaveLength(0);
    begin();
    await measuring;
    expect(calibration.store.getState().status).toBe('done');
  });

  it('ends when something else is asked for, or was before it was quiet', async () => {
    FakeWorker.answers = () => undefined;
    const calibration = new Calibration('regression', create);
    const measuring = calibration.measure(spec, 'this work', quiet);
    await expect.poll(() => FakeWorker.all.length).toBe(1);
    calibration.interrupt();
    await measuring;
    expect(calibration.store.getState()).toEqual({ status: 'none', times: [] });
    const never = calibration.measure(spec, 'this work', quiet);
    calibration.abort();
    await never;
    expect(FakeWorker.all).toHaveLength(1);
  });

  it('says that workers are forbidden', async () => {
    const calibration = new Calibration('regression', () => {
      throw new DOMException('no', 'SecurityError');
    });
    await calibration.measure(spec, 'this work', quiet);
    const { times } = calibration.store.getState();
    expect(times.map(({ fault: why }) => why?.code)).toEqual(
      engineNames.map(() => 'worker-forbidden'),
    );
  });

  it('puts engines without a time last, in their given order', () => {
    const times = [{ engine: 'tfjs-wasm', ms: 4, fault: null } as const];
    expect(fastestFirst(times, ['simd', 'tfjs-wasm', 'tfjs-cpu'])).toEqual([
      'tfjs-wasm',
      'simd',
      'tfjs-cpu',
    ]);
  });
});

describe('measuring an engine', () => {
  it('times the experiment’s own meta-iterations, on an engine and with settings given to it', async () => {
    const counter = new Counter(Number.POSITIVE_INFINITY, 5);
    const asked: unknown[] = [];
    const create = async (engine: Engine, settings: unknown) => {
      asked.push(engine.name, settings);
      return counter;
    };
    const ms = await measureEngine('simd', { create }, spec);
    expect(asked).toEqual(['simd', spec]);
    expect(ms).toBeGreaterThanOrEqual(5);
    expect(ms).toBeLessThan(1000);
    expect(counter.disposed).toBe(true);
  });

  it('says why an engine does not start', async () => {
    const maker = { create: async () => new Counter() };
    await expect(measureEngine('tfjs-webgl', maker, spec)).rejects.toThrow(/webgl/i);
  });
});
