import { describe, expect, it } from 'vitest';
import { formatRun, LARGEST, parseRun, RunError, type RunFile } from './runFile';
import { readState, stateText } from './state';

const theta = Float32Array.from([0.5, -1.25, Number.NaN]);
const file: RunFile = {
  lab: 'regression',
  saved: '2026-11-27T12:00:00.000Z',
  engine: 'simd',
  address: 'preset=cubic',
  put: {
    run: {
      series: {
        ...{ binWidth: 1, last: 3 },
        bins: [{ rows: 1, iterations: 3, columns: { loss: { sum: Number.NaN, count: 0 } } }],
      },
      kept: [{ iteration: 0 }],
      resume: {
        iteration: 3,
        contenders: [{ name: 'maml', weights: { theta }, moments: {}, good: null }],
      } as never,
      remarks: [],
    },
    running: 'shots=5',
    extra: { tuned: true, origin: null },
  },
};

const faultOf = (text: string) => {
  try {
    parseRun(text);
  } catch (error) {
    return (error as RunError).fault;
  }
  return null;
};

describe('the file of a run', () => {
  it('has all of it, to the bit', () => {
    expect(parseRun(formatRun(file))).toEqual(file);
  });

  const text = formatRun(file);
  it.each([
    ['cut', text.slice(0, -20), 'not-json'],
    ['no object', '12', 'foreign'],
    ['of something else', '{"format":"inner-loop regression 1"}', 'foreign'],
    ['of a newer page', text.replace('inner-loop run 1', 'inner-loop run 2'), 'newer'],
    ['without its weights', text.replace('"resume"', '"resumed"'), 'damaged'],
    ['with another number', text.replace('"iteration":3', '"iteration":4'), 'changed'],
    ['with other settings', text.replace('shots=5', 'shots=6'), 'changed'],
  ])('is refused when it is %s', (_, given, code) => {
    expect(given).not.toBe(text);
    expect(faultOf(given)).toEqual({ code });
  });

  it('is refused when it is too large, before it is read', () => {
    expect(faultOf(' '.repeat(LARGEST + 1))).toEqual({ code: 'too-large', size: 128, most: 128 });
  });
});

describe('a state in a link', () => {
  const resume = {
    iteration: 7,
    contenders: [
      {
        ...{ name: 'maml', weights: { theta: Float32Array.from([0.5, -1.25]) } },
        moments: { theta: { first: theta, second: theta, updates: 7 } },
        ...{ good: { theta }, diverged: null },
      },
    ],
  };

  it('has the weights, and what a run can go on without is left out', () => {
    const state = stateText(resume);
    expect(state).toMatch(/^[\w-]+$/);
    expect(readState(state)).toEqual({
      ...resume,
      contenders: [{ ...resume.contenders[0], moments: {}, good: null }],
    });
  });

  it('of the standard network is short enough, for one method', () => {
    const weights = Float32Array.from({ length: 1761 }, (_, i) => Math.sin(i * i));
    const state = stateText({
      iteration: 7,
      contenders: [{ ...resume.contenders[0], weights: { theta: weights } }],
    });
    expect(state.length).toBeLessThan(6000);
  });

  it.each(['', 'abc', 'A'.repeat(400), '☃'])('that is none is refused: “%s”', (state) => {
    expect(() => readState(state)).toThrow(RunError);
  });

  it('that unfolds without end is refused', () => {
    const zeros = { iteration: 1, text: '0'.repeat(5_000_000) };
    const state = stateText(zeros);
    expect(() => readState(state)).toThrow(RunError);
  });
});
