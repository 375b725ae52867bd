import { beforeEach, describe, expect, it, vi } from 'vitest';
import { words } from '../words/words';
import { putAway, recall } from './autosave';
import { noticesStore } from './notices';

const notices = () =>
  noticesStore.getState().notices.map(({ key, message }) => [key, message(words())]);

beforeEach(() => {
  noticesStore.setState({ notices: [] });
});

describe('storage', () => {
  it('that never answers is done without after a while, and that is said once', async () => {
    // As WebKit has it after a page was left in the middle of a write.
    vi.stubGlobal('indexedDB', { open: () => ({}) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let answers: unknown[] | null = null;
      void Promise.all([recall('a', 'x'), recall('b', 'x'), putAway('c', 'x', 1)]).then((all) => {
        answers = all;
      });
      while (answers === null) {
        await new Promise((resolve) => setImmediate(resolve));
        await vi.advanceTimersByTimeAsync(1000);
      }
      expect(answers).toEqual([null, null, undefined]);
      expect(notices()).toEqual([['storage', words().frame.run.noStorage]]);
    } finally {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    }
  });
});
