import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Asker } from './asker';
import type { Answer, AskRule } from './questions';

// biome-ignore lint/suspicious/noExplicitAny: a rule of no lab
type Rule = AskRule<any, any, any, any>;

/** A page with one question, and a run that is where the test says. */
function page(rule: Partial<Rule> = {}) {
  const state = { training: false, iteration: 0, question: { n: 1 } as unknown };
  const sent: { question: unknown; urgent: boolean }[] = [];
  const shown: (Answer | null)[] = [];
  const asker = new Asker(
    { look: { ask: () => state.question, ...rule } as Rule },
    {
      training: () => state.training,
      iteration: () => state.iteration,
      questionOf: () => state.question,
      fits: (_kind, answer) => rule.fits?.(answer, state) ?? true,
      send: (_kind, question, urgent) => sent.push({ question, urgent }),
      show: (_kind, answer) => shown.push(answer),
      shown: () => shown.at(-1) ?? null,
    },
  );
  const answer = (more: object = {}) =>
    asker.take('look', { iteration: state.iteration, ...more } as Answer);
  return { state, sent, shown, asker, answer };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('asking', () => {
  it('asks when a run begins, and again for each move of it once the last answer has come', () => {
    const { state, sent, asker, answer } = page();
    asker.all();
    state.iteration = 1;
    asker.follow();
    expect(sent).toHaveLength(1);
    state.training = true;
    answer();
    asker.follow();
    expect(sent).toHaveLength(2);
  });

  it('is urgent for a person alone', () => {
    const { sent, asker, answer } = page({ urgent: true });
    asker.ask('look');
    answer();
    asker.follow();
    expect(sent.map(({ urgent }) => urgent)).toEqual([true, false]);
  });

  it('keeps its distance while training, and asks when that is over', () => {
    const { state, sent, asker, answer } = page({ every: 500 });
    state.training = true;
    asker.all();
    answer();
    asker.follow();
    asker.follow();
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(501);
    expect(sent).toHaveLength(2);
  });

  it('asks again once where the run has come to rest meanwhile, and never for another answer at rest', () => {
    const { state, sent, asker, answer } = page();
    state.training = true;
    state.iteration = 5;
    asker.all();
    state.training = false;
    state.iteration = 8;
    answer({ iteration: 6 });
    expect(sent).toHaveLength(2);
    // Whatever it is of: it was asked about what is in sight.
    answer({ iteration: 6 });
    answer({ iteration: 6 });
    expect(sent).toHaveLength(2);
  });

  it('shows whole answers alone while training, but for the first', () => {
    const { state, shown, asker, answer } = page({
      isWhole: (a: Answer & { whole?: boolean }) => a.whole === true,
    });
    state.training = true;
    asker.all();
    answer({ part: 1 });
    answer({ part: 2 });
    answer({ part: 3, whole: true });
    expect(shown.map((a) => (a as unknown as { part: number }).part)).toEqual([1, 3]);
  });

  it('asks once more if the run came to rest after the question was put', () => {
    const { state, sent, asker } = page();
    asker.all();
    state.iteration = 40;
    asker.take('look', { iteration: 38 });
    expect(sent).toHaveLength(2);
    asker.take('look', { iteration: 40 });
    expect(sent).toHaveLength(2);
  });

  it('remembers what holds for a meta-iteration, until settings move', () => {
    const { state, sent, shown, asker, answer } = page({ holds: () => true });
    asker.all();
    answer({ value: 'first' });
    state.iteration = 5;
    asker.ask('look');
    answer({ value: 'second' });
    state.iteration = 0;
    asker.ask('look');
    expect(sent).toHaveLength(2);
    expect(shown.at(-1)).toMatchObject({ value: 'first' });
    asker.forget();
    asker.ask('look');
    expect(sent).toHaveLength(3);
  });

  it('drops an answer about something else', () => {
    const { shown, asker } = page({ fits: (a: Answer & { about?: string }) => a.about === 'this' });
    asker.all();
    asker.take('look', { iteration: 0, about: 'that' } as Answer);
    expect(shown).toEqual([]);
  });

  it('shows nothing where there is nothing to ask', () => {
    const { state, sent, shown, asker } = page();
    state.question = null;
    asker.ask('look');
    expect([sent, shown]).toEqual([[], [null]]);
  });

  it('does not ask the run again and again what cannot be answered, but asks when a person does', () => {
    const { sent, asker } = page();
    asker.all();
    asker.fail('look');
    asker.follow();
    asker.follow();
    expect(sent).toHaveLength(1);
    asker.ask('look');
    expect(sent).toHaveLength(2);
  });

  it('keeps nothing of a run that moves on', () => {
    const { state, sent, asker, answer } = page({ holds: () => true });
    state.training = true;
    asker.all();
    answer();
    state.training = false;
    asker.ask('look');
    expect(sent).toHaveLength(2);
  });

  it('is idle once nothing is on its way, however that came', async () => {
    const { state, asker, answer } = page({ holds: () => true });
    const idle = () => asker.idle().then(() => 'idle');
    asker.all();
    const first = idle();
    answer();
    expect(await first).toBe('idle');
    state.iteration = 1;
    asker.ask('look');
    const second = idle();
    asker.forget();
    expect(await second).toBe('idle');
    asker.all();
    answer();
    state.iteration = 2;
    asker.ask('look');
    const third = idle();
    // Back to what is known already.
    state.iteration = 1;
    asker.ask('look');
    expect(await third).toBe('idle');
  });

  it('makes room for training: what was asked at rest and is not answered yet is asked anew at once, and no other', () => {
    for (const yields of [true, false]) {
      const { state, sent, asker } = page({ yields, every: 500 });
      asker.all();
      state.training = true;
      state.question = { n: 2 };
      asker.yield();
      const expected = [{ n: 1 }, ...(yields ? [{ n: 2 }] : [])];
      expect(sent.map(({ question }) => question)).toEqual(expected);
    }
  });

  it('asks nothing for training to begin where all has been answered', () => {
    const { state, sent, asker, answer } = page({ yields: true });
    asker.all();
    answer();
    state.training = true;
    asker.yield();
    expect(sent).toHaveLength(1);
  });
});
