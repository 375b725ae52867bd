import { describe, expect, it } from 'vitest';
import { letterOf } from '../../../characters/letters';
import { sayPercent } from '../../../words/format';
import {
  nextOpen,
  outcomeOf,
  scoreOf,
  stepInSight,
  verdictsByHand,
  verdictsOf,
  wayOf,
} from './episode';
import type { EpisodeAnswer } from './question';

const at = (...shares: number[]): Float32Array => Float32Array.from(shares);

const answer: EpisodeAnswer = {
  iteration: 0,
  number: 0,
  source: 'procedural',
  ways: 2,
  shots: 1,
  statistics: 'transductive',
  replaced: [],
  support: new Float32Array(),
  query: new Float32Array(),
  labels: [0, 1],
  names: ['one', 'other'],
  methods: {
    maml: {
      steps: [at(0.5, 0.5, 0.5, 0.5), at(0.75, 0.25, 0.5, 0.5)],
      plane: null,
      attention: null,
      unread: null,
    },
    pixels: { steps: [at(1, 0, 0, 1)], plane: null, attention: null, unread: null },
  },
  times: { maml: 12 },
  complete: false,
};

const key = (name: string, code = '') => ({ key: name, code });

describe('letters of classes', () => {
  it('are what keys stand for, in either case', () => {
    for (let way = 0; way < 20; way++) {
      expect(wayOf(key(letterOf(way)), 20)).toBe(way);
      expect(wayOf(key(letterOf(way).toLowerCase()), 20)).toBe(way);
    }
  });

  it('end with the last class, and other keys are none', () => {
    expect(wayOf(key('F'), 5)).toBeNull();
    for (const name of ['1', 'Enter', 'ä', '']) expect(wayOf(key(name), 20)).toBeNull();
  });

  it('go by their place where the layout has other letters, and by the letter where it has them', () => {
    expect(wayOf(key('ф', 'KeyA'), 5)).toBe(0);
    expect(wayOf(key('и', 'KeyB'), 5)).toBe(1);
    expect(wayOf(key('q', 'KeyA'), 20)).toBe(16);
    expect(wayOf(key('1', 'Digit1'), 5)).toBeNull();
    expect(wayOf(key('Dead', 'KeyE'), 5)).toBeNull();
  });
});

describe('the step in sight', () => {
  it('is the slider’s for a method of as many steps', () => {
    expect([0, 1, 2, 3].map((k) => stepInSight(k, 3, 3))).toEqual([0, 1, 2, 3]);
  });

  it('is as far through a method’s own steps, from the first to the last', () => {
    expect([0, 1, 2, 3].map((k) => stepInSight(k, 3, 50))).toEqual([0, 17, 33, 50]);
    expect(stepInSight(2, 3, 0)).toBe(0);
  });

  it('is the last where the slider was left further than it now goes', () => {
    expect(stepInSight(9, 3, 3)).toBe(3);
  });
});

describe('verdicts', () => {
  it('are the likeliest class of each drawing', () => {
    const verdicts = verdictsOf(at(0.25, 0.5, 0.25, 0.125, 0.125, 0.75), [1, 0], true);
    expect(verdicts).toEqual([
      { way: 1, confidence: 0.5, right: true },
      { way: 2, confidence: 0.75, right: false },
    ]);
  });

  it('are missing where probabilities are no numbers', () => {
    expect(verdictsOf(at(Number.NaN, Number.NaN), [0], true)).toEqual([null]);
  });

  it('by hand are missing where nothing was chosen', () => {
    expect(verdictsByHand([1], [1, 0])).toEqual([{ way: 1, confidence: null, right: true }, null]);
  });
});

describe('a score', () => {
  it('counts what was said, and averages how sure it was', () => {
    const verdicts = verdictsOf(at(0.5, 0.5, 0.25, 0.75), [0, 0], true);
    expect(scoreOf([...verdicts, null])).toEqual({ right: 1, total: 2, confidence: 0.625 });
  });

  it('has no confidence where none was given', () => {
    expect(scoreOf(verdictsByHand([0, 1], [0, 0])).confidence).toBeNull();
    expect(scoreOf([])).toEqual({ right: 0, total: 0, confidence: null });
  });
});

describe('the outcome of a method', () => {
  it('is that of the step in sight', () => {
    expect(outcomeOf('maml', answer, 3, 3)).toMatchObject({
      step: 1,
      steps: 1,
      ms: 12,
      score: { right: 1, total: 2, confidence: 0.625 },
    });
    expect(outcomeOf('maml', answer, 0, 3)!.step).toBe(0);
  });

  it('has no confidence for a nearest neighbour, and does not exist before it is known', () => {
    expect(outcomeOf('pixels', answer, 0, 3)!.score).toEqual({
      right: 2,
      total: 2,
      confidence: null,
    });
    expect(outcomeOf('reptile', answer, 0, 3)).toBeNull();
  });
});

describe('the next drawing to classify', () => {
  it('follows the present one, round the end', () => {
    expect(nextOpen([0, null, 0], 3, 1)).toBe(1);
    expect(nextOpen([null, 0, null], 3, 0)).toBe(2);
    expect(nextOpen([null, 0], 4, 3)).toBe(0);
  });

  it('is none when all have a class', () => {
    expect(nextOpen([0, 1, 0], 3, 1)).toBeNull();
  });
});

it('shares are shown as whole percents', () => {
  expect([0, 0.666, 1].map((share) => sayPercent(share))).toEqual(['0%', '67%', '100%']);
});
