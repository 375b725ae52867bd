import { afterEach, describe, expect, it, vi } from 'vitest';
import { Counter } from './counter';
import type { Command, Event } from './protocol';
import { serve } from './worker';

/** The worker's own global scope, as far as it is used. */
function scope() {
  const events: Event[] = [];
  let listener: (message: { data: Command }) => void = () => {};
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('postMessage', (event: Event) => events.push(event));
  vi.stubGlobal('addEventListener', (_: string, heard: typeof listener) => {
    listener = heard;
  });
  return { events, say: (data: Command) => listener({ data }) };
}

const start = (runId: number, lab: string): Command => ({
  ...{ type: 'start', runId, lab, spec: {}, resume: null },
  engines: ['simd'],
});

afterEach(() => vi.unstubAllGlobals());

describe('the worker', () => {
  it('runs the experiments that it is given, and says which labs there are when asked for another', async () => {
    const { events, say } = scope();
    serve({ counting: async () => ({ create: async () => new Counter(3) }) });
    say(start(1, 'toString'));
    say({ type: 'measure', lab: 'painting', spec: {}, engine: 'simd' });
    say(start(2, 'counting'));
    say({ type: 'train', runId: 2 });
    await expect
      .poll(() => events.map((event) => event.type))
      .toEqual(expect.arrayContaining(['failed', 'measured', 'started', 'ended']));
    const of = (type: Event['type']) => events.find((event) => event.type === type);
    expect(of('failed')).toMatchObject({
      ...{ runId: 1, code: 'lab-unknown' },
      fault: { code: 'lab-unknown', values: { lab: 'toString', labs: 'counting' } },
    });
    expect(of('measured')).toMatchObject({ ms: null, fault: { values: { lab: 'painting' } } });
    expect(of('ended')).toMatchObject({ runId: 2, reason: 'finished' });
  });

  it('keeps what a run is told that was asked for while another was being set up', async () => {
    const { events, say } = scope();
    let ready: () => void = () => {};
    const waited = new Promise<void>((resolve) => {
      ready = resolve;
    });
    serve({
      counting: async () => ({
        async create() {
          await waited;
          return new Counter(3);
        },
      }),
    });
    say(start(3, 'counting'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    say(start(4, 'counting'));
    say({ type: 'train', runId: 4 });
    ready();
    await expect
      .poll(() => events.filter((event) => event.type === 'ended'))
      .toEqual(
        expect.arrayContaining([
          { type: 'ended', runId: 3, reason: 'stopped' },
          { type: 'ended', runId: 4, reason: 'finished' },
        ]),
      );
  });

  it('works for another worker that had the page hire it', async () => {
    const { events, say } = scope();
    serve({ counting: async () => ({ create: async () => new Counter(3) }) });
    const { port1, port2 } = new MessageChannel();
    const heard: Event[] = [];
    port1.onmessage = ({ data }) => heard.push(data);
    say({ type: 'serve', port: port2 });
    port1.postMessage(start(5, 'counting'));
    port1.postMessage({ type: 'train', runId: 5 } satisfies Command);
    await expect.poll(() => heard.at(-1)).toMatchObject({ type: 'ended', reason: 'finished' });
    expect(events).toEqual([]);
    port1.close();
  });
});
