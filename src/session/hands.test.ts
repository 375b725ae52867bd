import { describe, expect, it, vi } from 'vitest';
import { Hand } from './hand';
import { withHands } from './hands';
import type { Command, Event } from './protocol';

/** A worker on the page, and what is said on both of its sides. */
class OnPage extends EventTarget {
  readonly told: Command[] = [];
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly ended = vi.fn();
  terminate(): void {
    this.ended();
  }
  postMessage(command: Command): void {
    this.told.push(command);
  }
  say(event: Event): void {
    this.dispatchEvent(new MessageEvent('message', { data: event }));
  }
}

function hiring() {
  const all: OnPage[] = [];
  const create = vi.fn(() => {
    const worker = new OnPage();
    all.push(worker);
    return worker as unknown as Worker;
  });
  const worker = withHands(create);
  const master = all[0]!;
  const hands: Hand[] = [];
  const hire = () => {
    const hand = new Hand(hands.length, (event) => master.say(event));
    hands.push(hand);
    return hand;
  };
  return { all, create, worker, master, hire };
}

describe('a worker that the page hires for another', () => {
  it('is reached by its port, and answers', async () => {
    const { all, hire } = hiring();
    const hand = hire();
    hand.postMessage({ type: 'ping' });
    const [serving] = all[1]!.told;
    if (serving?.type !== 'serve') throw new Error('It was not told whom to serve.');
    const heard = vi.fn();
    hand.onmessage = ({ data }: MessageEvent<Event>) => heard(data);
    serving.port.onmessage = () => serving.port.postMessage({ type: 'pong' } satisfies Event);
    await expect.poll(() => heard.mock.calls).toEqual([[{ type: 'pong' }]]);
    hand.terminate();
  });

  it('is dismissed alone, and with who asked for it', () => {
    const { all, worker, hire } = hiring();
    const first = hire();
    hire();
    first.terminate();
    expect(all.map(({ ended }) => ended.mock.calls.length)).toEqual([0, 1, 0]);
    worker.terminate();
    expect(all.map(({ ended }) => ended.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('that falls, or cannot be had, is told of', () => {
    const { all, create, master, hire } = hiring();
    hire();
    all[1]!.onerror!({ message: 'out of memory', preventDefault() {} } as ErrorEvent);
    create.mockImplementationOnce(() => {
      throw new Error('forbidden');
    });
    const hand = hire();
    expect(master.told).toEqual([
      { type: 'fallen', hand: 0, message: 'out of memory' },
      { type: 'fallen', hand: 1, message: 'Error: forbidden' },
    ]);
    const fell = vi.fn();
    hand.onerror = (event) => fell((event as ErrorEvent).message);
    hand.fell('forbidden');
    expect(fell).toHaveBeenCalledWith('forbidden');
  });
});
