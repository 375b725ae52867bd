import { afterEach, describe, expect, it, vi } from 'vitest';
import { PART, Parts, Superseded } from './turn';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A clock that stands still until it is moved. */
function clock() {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return {
    pass(ms: number) {
      now += ms;
    },
  };
}

describe('work in parts', () => {
  it('gives others no turn before a part has passed', async () => {
    const time = clock();
    const after: number[] = [];
    const parts = new Parts(
      () => false,
      async (ms) => void after.push(ms),
    );
    parts.begin();
    time.pass(PART - 1);
    await parts.pause();
    expect(after).toEqual([]);
    time.pass(1);
    await parts.pause();
    expect(after).toEqual([PART]);
  });

  it('tells them how long it has kept them waiting: work that cannot pause for ten parts owes for ten', async () => {
    const time = clock();
    const after: number[] = [];
    const parts = new Parts(
      () => false,
      async (ms) => {
        after.push(ms);
        // What they do is none of the work's.
        time.pass(500);
      },
    );
    parts.begin();
    time.pass(10 * PART);
    await parts.pause();
    time.pass(2 * PART);
    await parts.pause();
    expect(after).toEqual([10 * PART, 2 * PART]);
  });

  it('ends at its next pause once it is not wanted any more', async () => {
    const time = clock();
    let over = false;
    const parts = new Parts(() => over);
    parts.begin();
    over = true;
    await parts.pause();
    time.pass(PART);
    await expect(parts.pause()).rejects.toThrow(Superseded);
  });
});
