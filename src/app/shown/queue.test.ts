import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AGAIN, ANSWER, GONE, Queue, type Telling } from './queue';

/** Some who hear each other after so many milliseconds. */
class Room {
  readonly all = new Map<string, { queue: Queue; trains: boolean; waits: boolean }>();
  constructor(private readonly delay: () => number) {}

  enter(name: string) {
    const one = {
      trains: false,
      waits: false,
      queue: new Queue({
        name,
        tell: (told: Telling) => {
          for (const [other, { queue }] of this.all) {
            if (other !== name)
              setTimeout(() => this.all.has(other) && queue.hear(told), this.delay());
          }
        },
        begin: () => {
          one.trains = true;
        },
        yieldTurn: () => {
          one.trains = false;
        },
        waits: (isWaiting) => {
          one.waits = isWaiting;
        },
      }),
      leave() {
        one.trains = false;
        one.queue.leave();
      },
    };
    this.all.set(name, one);
    return one;
  }

  /** Who trains. */
  get training(): string[] {
    return [...this.all].filter(([, { trains }]) => trains).map(([name]) => name);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTime(ms);

describe('those who take turns', () => {
  it('train at once where nobody else does', () => {
    const room = new Room(() => 5);
    const one = room.enter('a');
    one.queue.join();
    pass(ANSWER);
    expect(one).toMatchObject({ trains: true, waits: false });
  });

  it.each([1, 60, 140])(
    'train one after another in the order in which they came: %d ms',
    (delay) => {
      const room = new Room(() => delay);
      const [a, b, c] = ['a', 'b', 'c'].map((name) => room.enter(name));
      c!.queue.join();
      pass(10);
      a!.queue.join();
      pass(10);
      b!.queue.join();
      pass(2 * AGAIN);
      expect(room.training).toEqual(['c']);
      expect([a!.waits, b!.waits, c!.waits]).toEqual([true, true, false]);
      c!.leave();
      pass(AGAIN + 2 * delay);
      expect(room.training).toEqual(['a']);
      a!.leave();
      pass(AGAIN + 2 * delay);
      expect(room.training).toEqual(['b']);
      expect(b!.waits).toBe(false);
    },
  );

  it('who leaves while waiting has no turn', () => {
    const room = new Room(() => 5);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => room.enter(name));
    for (const one of [a, b, c]) {
      one!.queue.join();
      pass(10);
    }
    pass(ANSWER);
    b!.queue.leave();
    a!.leave();
    pass(AGAIN);
    expect(room.training).toEqual(['c']);
  });

  it('who takes the turn has it, and who had it waits for the next', () => {
    const room = new Room(() => 5);
    const [a, b] = ['a', 'b'].map((name) => room.enter(name));
    a!.queue.join();
    pass(ANSWER);
    b!.queue.join();
    pass(ANSWER + 10);
    b!.queue.takeOver();
    pass(10);
    expect(room.training).toEqual(['b']);
    pass(ANSWER);
    expect(a!.waits).toBe(true);
    b!.leave();
    pass(AGAIN);
    expect(room.training).toEqual(['a']);
  });

  it('one of two who began at once goes on: they heard each other too late', () => {
    let delay = 2 * ANSWER;
    const room = new Room(() => delay);
    const [a, b] = ['a', 'b'].map((name) => room.enter(name));
    a!.queue.join();
    pass(1);
    b!.queue.join();
    pass(ANSWER);
    expect(room.training).toEqual(['a', 'b']);
    pass(2 * ANSWER);
    delay = 5;
    pass(AGAIN);
    expect(room.training).toEqual(['a']);
  });

  it('nobody is waited for who is gone without a word', () => {
    const room = new Room(() => 5);
    const [a, b] = ['a', 'b'].map((name) => room.enter(name));
    a!.queue.join();
    pass(ANSWER);
    b!.queue.join();
    pass(ANSWER + 10);
    room.all.delete('a');
    pass(GONE / 2);
    expect(room.training).toEqual([]);
    pass(GONE);
    expect(room.training).toEqual(['b']);
  });
});
