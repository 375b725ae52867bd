import { describe, expect, it } from 'vitest';
import { EngineError } from '../compute/engine';
import { FaultError, fault } from '../compute/fault';
import { Counter } from './counter';
import type { Experiment } from './experiment';
import { Loop } from './loop';
import type { Event, Frame } from './protocol';
import type { Turn } from './turn';

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A loop with a page that pays back every credit, or none. */
function start(experiment: Experiment, options = { pays: true }, bound: number | null = null) {
  const events: Event[] = [];
  const send = (event: Event) => {
    events.push(structuredClone(event));
    if (event.type === 'frame' && options.pays) setTimeout(() => loop.credit());
  };
  const loop: Loop = new Loop(1, experiment, send, undefined, bound);
  const done = loop.run();
  return {
    loop,
    events,
    frames: () => events.filter((e): e is Frame => e.type === 'frame'),
    ends: () => events.filter((e) => e.type === 'ended').map((e) => e.reason),
    answers: () => events.filter((e) => e.type === 'answer').map((e) => e.answer),
    async stop() {
      loop.stop();
      await done;
    },
  };
}

const rowsOf = (frames: Frame[]) => frames.flatMap((f) => [...f.columns.iteration!]);

describe('the loop', () => {
  it('sends where it starts from, and waits', async () => {
    const run = start(new Counter());
    await nap(30);
    expect(run.frames().length).toBe(1);
    expect(run.frames()[0]).toMatchObject({ iteration: 0, kept: [{ iteration: 0 }] });
    await run.stop();
    expect(run.ends()).toEqual(['stopped']);
  });

  it('says which call has ended, whatever it is told meanwhile', async () => {
    const told: (() => void)[] = [];
    class Slow extends Counter {
      override async snapshot() {
        told.shift()?.();
        await nap(20);
        return super.snapshot();
      }
    }
    const run = start(new Slow());
    await expect.poll(() => run.frames().length).toBe(1);
    // In the moment in which the step settles.
    told.push(() => run.loop.train(undefined, 2));
    run.loop.step(1);
    await expect.poll(() => run.ends()).toEqual(['paused']);
    expect(run.events.find((e) => e.type === 'ended')).toMatchObject({ call: 1 });
    run.loop.pause();
    await expect.poll(() => run.ends()).toEqual(['paused', 'paused']);
    expect(run.events.findLast((e) => e.type === 'ended')).toMatchObject({ call: 2 });
    await run.stop();
  });

  it('trains until paused, and sends every row once', async () => {
    const experiment = new Counter();
    const run = start(experiment);
    run.loop.train();
    await expect.poll(() => experiment.iteration).toBeGreaterThan(10);
    run.loop.pause();
    await expect.poll(() => run.ends()).toEqual(['paused']);
    const at = experiment.iteration;
    await nap(40);
    expect(experiment.iteration).toBe(at);
    expect(run.ends()).toEqual(['paused']);
    expect(rowsOf(run.frames())).toEqual(Array.from({ length: at }, (_, i) => i));
    expect(run.frames().at(-1)).toMatchObject({ iteration: at, resume: { iteration: at } });
    await run.stop();
  });

  it('takes one step at a time', async () => {
    const experiment = new Counter();
    const run = start(experiment);
    for (let i = 0; i < 3; i++) {
      run.loop.step();
      await expect.poll(() => run.ends().length).toBe(i + 1);
    }
    expect(experiment.iteration).toBe(3);
    expect(run.ends()).toEqual(['paused', 'paused', 'paused']);
    await run.stop();
  });

  it('says when it is finished, however often it is told to train', async () => {
    const experiment = new Counter(5, 0);
    const run = start(experiment);
    run.loop.train();
    await expect.poll(() => run.ends()).toEqual(['finished']);
    run.loop.train();
    await expect.poll(() => run.ends()).toEqual(['finished', 'finished']);
    expect(experiment.iteration).toBe(5);
    await run.stop();
  });

  it('pauses by itself where it is told to, to the meta-iteration, and goes no farther until it is told again', async () => {
    const experiment = new Counter(100, 0);
    const run = start(experiment);
    run.loop.train(37);
    await expect.poll(() => run.ends()).toEqual(['paused']);
    expect(experiment.iteration).toBe(37);
    expect(run.frames().at(-1)).toMatchObject({ iteration: 37, finished: false });
    run.loop.train(37);
    await expect.poll(() => run.ends()).toEqual(['paused', 'paused']);
    expect(experiment.iteration).toBe(37);
    run.loop.step();
    await expect.poll(() => run.ends()).toEqual(['paused', 'paused', 'paused']);
    expect(experiment.iteration).toBe(38);
    await run.stop();
  });

  it('goes on training for a page that does not paint, and merges what it would have sent', async () => {
    const experiment = new Counter();
    const run = start(experiment, { pays: false });
    run.loop.train();
    await expect.poll(() => experiment.iteration).toBeGreaterThan(60);
    // The first frame, and one more for each credit that was left.
    expect(run.frames().length).toBeLessThanOrEqual(3);
    run.loop.pause();
    await expect.poll(() => run.ends()).toEqual(['paused']);
    expect(rowsOf(run.frames()).length).toBe(experiment.iteration);
    expect(run.frames().flatMap((f) => f.kept.map((s) => s.iteration))).toEqual(
      Array.from({ length: Math.floor(experiment.iteration / 10) + 1 }, (_, i) => 10 * i),
    );
    await run.stop();
  });

  it('sends no more frames than a page can paint beside the training', async () => {
    const run = start(new Counter(Number.POSITIVE_INFINITY, 0));
    run.loop.train();
    await nap(500);
    await run.stop();
    expect(run.frames().length).toBeLessThanOrEqual(12);
  });

  it('answers in parts, and drops a question for a newer one of its kind', async () => {
    const run = start(new Counter());
    run.loop.probe(1, 'curve', false, { name: 'old', parts: 1000 });
    await nap(5);
    run.loop.probe(2, 'curve', false, { name: 'new', parts: 2 });
    await expect.poll(() => run.answers().slice(-2)).toEqual(['new 1', 'new 2']);
    expect(run.answers().length).toBeLessThan(1000);
    await run.stop();
  });

  it('gives way in the middle of an answer without a word', async () => {
    const run = start(new Counter());
    run.loop.probe(1, 'curve', false, { name: 'slow', parts: 1, pauses: 50 });
    run.loop.probe(2, 'drag', false, { name: 'fast', parts: 1 });
    await expect.poll(() => run.answers()).toEqual(['fast 1', 'slow 1']);
    await run.stop();
  });

  it('answers urgent questions first', async () => {
    const run = start(new Counter());
    run.loop.probe(1, 'curve', false, { name: 'slow', parts: 5 });
    run.loop.probe(2, 'drag', true, { name: 'fast', parts: 1 });
    await expect.poll(() => run.answers().length).toBe(6);
    expect(run.answers()[0]).toBe('fast 1');
    await run.stop();
  });

  it('answers while it trains', async () => {
    const run = start(new Counter());
    run.loop.train();
    await nap(20);
    run.loop.probe(1, 'curve', false, { name: 'a', parts: 3 });
    await expect.poll(() => run.answers()).toEqual(['a 1', 'a 2', 'a 3']);
    await run.stop();
  });

  it('stops in the middle of training', async () => {
    const experiment = new Counter();
    const run = start(experiment);
    run.loop.train();
    await nap(30);
    await run.stop();
    const at = experiment.iteration;
    await nap(30);
    expect(experiment.iteration).toBe(at);
    expect(run.ends()).toEqual(['stopped']);
  });

  it('hands on settings', async () => {
    const experiment = new Counter();
    const run = start(experiment);
    run.loop.tune({ rate: 1 });
    expect(experiment.specs).toEqual([{ rate: 1 }]);
    await run.stop();
  });

  it('tells of a question that fails, and trains on', async () => {
    const experiment = new Counter();
    const answer = experiment.answer.bind(experiment);
    experiment.answer = async function* (kind, question) {
      if (kind === 'heavy') throw new FaultError(fault('simd-memory', { held: 1, needed: 9 }));
      yield* answer(kind, question);
    };
    const run = start(experiment);
    run.loop.train();
    run.loop.probe(1, 'heavy', true, {});
    run.loop.probe(2, 'light', true, { name: 'a', parts: 1 });
    await expect.poll(() => run.answers()).toEqual(['a 1']);
    expect(run.events.filter((e) => e.type === 'unanswered')).toMatchObject([
      { probeId: 1, kind: 'heavy', fault: { code: 'simd-memory' } },
    ]);
    const at = experiment.iteration;
    await expect.poll(() => experiment.iteration).toBeGreaterThan(at);
    await run.stop();
  });

  it('leaves to another engine what fails on one that is lost', async () => {
    const experiment = new Counter();
    // biome-ignore lint/correctness/useYield: it fails before
    experiment.answer = async function* () {
      throw new EngineError('tfjs-webgl', 'lost', fault('context-lost'));
    };
    const loop = new Loop(1, experiment, () => {});
    loop.probe(1, 'any', true, {});
    await expect(loop.run()).rejects.toThrow('context-lost');
  });

  it('trains on in the pauses of an answer that takes long', async () => {
    const experiment = new Counter();
    // biome-ignore lint/correctness/useYield: it never comes to an answer
    experiment.answer = async function* (_kind: string, _question: unknown, turn: Turn) {
      for (;;) await turn.pause();
    };
    const run = start(experiment);
    run.loop.probe(1, 'work', true, {});
    await nap(60);
    run.loop.train();
    await expect.poll(() => experiment.iteration).toBeGreaterThan(20);
    await expect.poll(() => run.frames().at(-1)!.iteration).toBeGreaterThan(20);
    run.loop.pause();
    await run.stop();
  });

  it.each(['a part at its bound', 'a step'] as const)(
    'goes no farther than it may in the pauses of one answer within those of another: %s',
    async (who) => {
      const experiment = new Counter();
      // biome-ignore lint/correctness/useYield: what comes is of no matter here
      experiment.answer = async function* (_kind: string, ms: unknown, turn: Turn) {
        const until = performance.now() + (ms as number);
        while (performance.now() < until) await turn.pause();
      };
      const bound = who === 'a step' ? null : 0;
      const run = start(experiment, { pays: true }, bound);
      run.loop.probe(1, 'outer', true, 500);
      await nap(60);
      // Asked at this very meta-iteration, while the first is being answered.
      run.loop.probe(2, 'inner', true, 200, 0);
      if (who === 'a step') run.loop.step();
      else {
        run.loop.train();
        run.loop.letOn(1);
      }
      await expect.poll(() => experiment.iteration).toBe(1);
      await nap(600);
      expect(experiment.iteration).toBe(1);
      await run.stop();
    },
  );

  it.each(['a newer question', 'the end'] as const)('breaks long work off for %s', async (by) => {
    const experiment = new Counter();
    let ended = false;
    // biome-ignore lint/correctness/useYield: it never comes to an answer
    experiment.answer = async function* (_kind: string, question: unknown, turn: Turn) {
      try {
        while (question === 'endless') await turn.pause();
      } finally {
        ended = true;
      }
    };
    const run = start(experiment);
    run.loop.probe(1, 'work', true, 'endless');
    await nap(30);
    expect(ended).toBe(false);
    if (by === 'the end') await run.stop();
    else {
      run.loop.probe(2, 'work', true, 'short');
      await expect.poll(() => ended).toBe(true);
      await run.stop();
    }
    expect(ended).toBe(true);
    expect(run.ends()).toEqual(['stopped']);
  });

  it('breaks a long meta-iteration off when it is stopped', async () => {
    const experiment = new Counter();
    experiment.advance = async (turn: Turn) => {
      for (;;) await turn.pause();
    };
    const run = start(experiment);
    run.loop.train();
    await nap(30);
    await run.stop();
    expect(run.ends()).toEqual(['stopped']);
  });

  it('throws what the experiment throws', async () => {
    const experiment = new Counter();
    experiment.advance = async () => {
      throw new Error('out of memory');
    };
    const loop = new Loop(1, experiment, () => {});
    loop.train();
    await expect(loop.run()).rejects.toThrow('out of memory');
  });
});
