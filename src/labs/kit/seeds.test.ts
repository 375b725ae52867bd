import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fault } from '../../compute/fault';
import { FakeWorker } from '../../session/fakeWorker';
import type { Command, Frame } from '../../session/protocol';
import { Seeds, type SeedsPlan } from './seeds';

interface Told {
  readonly value: number;
  readonly whole: boolean;
}

let workers: FakeWorker[] = [];
let seeds: Seeds<SeedsPlan, Told>;
const worker = () => workers.at(-1)!;
const state = () => seeds.store.getState();

const plan: SeedsPlan = {
  ...{ lab: 'toy', seeds: [1, 2, 3], engines: ['simd'], until: 40 },
  specOf: (seed) => ({ size: 7, seed }),
  ...{ kind: 'look', question: { at: 'now' } },
};

beforeEach(() => {
  workers = [];
  seeds = new Seeds({
    createWorker: () => {
      workers.push(new FakeWorker());
      return worker() as unknown as Worker;
    },
    isWhole: ({ whole }) => whole,
    pauses: [0, 0],
  });
});
afterEach(() => seeds.stop());

const frame = (runId: number, iteration: number): Frame => ({
  ...{ type: 'frame', runId, iteration, finished: false, rate: 1, columns: {}, remarks: [] },
  memory: { handles: 0, bytes: 0, reserved: 0 },
  ...{ kept: [], resume: { iteration } },
});

function started() {
  const { runId } = worker();
  worker().say({ type: 'started', runId, engine: 'simd', skipped: [] });
  worker().say(frame(runId, 0));
}

function trained() {
  const { runId } = worker();
  worker().say(frame(runId, 40));
  worker().say({ type: 'ended', runId, reason: 'paused' });
}

function asked() {
  return worker().told('probe').at(-1) as Extract<Command, { type: 'probe' }>;
}

function answered(value: number, whole = true) {
  const { runId, probeId, kind } = asked();
  worker().say({ type: 'answer', runId, probeId, kind, answer: { value, whole } });
}

describe('seeds', () => {
  it('are trained one after another in one worker, each up to the same meta-iteration', () => {
    seeds.begin(plan);
    for (const seed of plan.seeds) {
      expect(worker().told('start').at(-1)).toMatchObject({
        ...{ lab: 'toy', spec: { size: 7, seed }, engines: ['simd'], resume: null },
      });
      expect(worker().told('train').at(-1)).toMatchObject({ runId: worker().runId, until: 40 });
      expect(state()).toMatchObject({ status: 'running', place: seed - 1, iteration: 0 });
      started();
      trained();
      expect(state()).toMatchObject({ status: 'running', place: seed - 1, iteration: 40 });
      answered(0, false);
      answered(10 * seed);
    }
    expect(state()).toMatchObject({
      status: 'done',
      answers: [10, 20, 30].map((value) => ({ value })),
    });
    expect(workers).toHaveLength(1);
    expect(worker().terminated).toBe(true);
  });

  it('end with their worker when they are stopped, and can begin again', () => {
    seeds.begin(plan);
    started();
    trained();
    answered(1);
    seeds.stop();
    expect(state()).toEqual({ status: 'idle' });
    expect(worker().terminated).toBe(true);
    // What it still says is not heard.
    started();
    expect(state()).toEqual({ status: 'idle' });
    seeds.begin(plan);
    expect(workers).toHaveLength(2);
    expect(state()).toMatchObject({ status: 'running', place: 0 });
  });

  it('go on where they were when a worker dies', async () => {
    seeds.begin(plan);
    started();
    worker().say(frame(worker().runId, 25));
    worker().die();
    await expect.poll(() => workers.length).toBe(2);
    expect(worker().told('start').at(-1)).toMatchObject({ resume: { iteration: 25 } });
    expect(worker().told('train')).toMatchObject([{ until: 40 }]);
    expect(state()).toMatchObject({ status: 'running', place: 0, iteration: 25 });
  });

  it('are asked again where a worker dies over the answer', async () => {
    seeds.begin(plan);
    started();
    trained();
    worker().die();
    await expect.poll(() => workers.length).toBe(2);
    started();
    answered(1);
    expect(state()).toMatchObject({ status: 'running', place: 1 });
  });

  it('fail in words where workers die again and again', async () => {
    seeds.begin(plan);
    for (let tries = 1; tries <= 3; tries++) {
      await expect.poll(() => workers.length).toBe(tries);
      worker().die('');
    }
    expect(state()).toMatchObject({ status: 'failed', why: fault('worker-stopped') });
    expect(workers).toHaveLength(3);
  });

  it('fail where the page may start no workers', () => {
    seeds = new Seeds({
      createWorker: () => {
        throw new Error('forbidden');
      },
      isWhole: () => true,
    });
    seeds.begin(plan);
    expect(state()).toMatchObject({ status: 'failed', why: fault('worker-forbidden') });
  });

  it('fail where the question has no answer', () => {
    seeds.begin(plan);
    started();
    trained();
    const why = fault('simd-memory', { held: 2046, needed: 9 });
    worker().say({ ...asked(), type: 'unanswered', fault: why });
    expect(state()).toMatchObject({ status: 'failed', why });
    expect(worker().terminated).toBe(true);
  });
});
