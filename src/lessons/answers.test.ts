import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadWords, words } from '../words/words';
import {
  answerIn,
  answersStore,
  forgetAnswers,
  keepAnswer,
  settleAnswers,
  sketchAnswer,
} from './answers';
import { earlierText } from './questions/Earlier';
import { apart, inPlace, movedTo, numbersOf, ranksOf } from './questions/readings';

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: (_: string, text: string) => written.push(text),
  });
  answersStore.setState({ answers: {}, places: {} });
  return () => vi.unstubAllGlobals();
});

const saidAt = (key: string) => answerIn(answersStore.getState(), key).said;

describe('what a hand draws', () => {
  it('is in sight at once, and in storage when the hand lets go', () => {
    for (let move = 0; move < 40; move++) sketchAnswer('a/b', [move, 1]);
    expect(saidAt('a/b')).toEqual([39, 1]);
    expect(written).toHaveLength(0);
    settleAnswers();
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0]!).answers['a/b'].said).toEqual([39, 1]);
    // Nothing is new.
    settleAnswers();
    expect(written).toHaveLength(1);
  });

  it('goes into storage with what is kept before the hand lets go', () => {
    sketchAnswer('a/b', [3]);
    keepAnswer('a/b', { shown: true });
    settleAnswers();
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0]!).answers['a/b']).toEqual({ said: [3], shown: true });
  });
});

it('a lesson that is begun anew has no answers of any kind', () => {
  keepAnswer('a/b', { said: ['x', 'y'] });
  keepAnswer('c/b', { said: 'x', was: 'y' });
  forgetAnswers('a');
  expect(Object.keys(answersStore.getState().answers)).toEqual(['c/b']);
});

describe('an answer', () => {
  it('is none where it was given to another question', () => {
    const options = ['x', 'y', 'z'];
    expect(ranksOf(['z', 'x', 'y'], options)).toEqual(['z', 'x', 'y']);
    for (const other of [null, 'x', ['x', 'y'], ['x', 'y', 'w'], ['x', 'x', 'y'], [1, 2, 3]]) {
      expect(ranksOf(other, options)).toBeNull();
    }
    expect(numbersOf([1, 2], 2)).toEqual([1, 2]);
    for (const other of [null, 'x', [1], ['1', '2']]) expect(numbersOf(other, 2)).toBeNull();
  });

  it('is measured: names in place, and the way to a place', () => {
    expect(inPlace(['x', 'y', 'z'], ['x', 'z', 'y'])).toBe(1);
    expect(apart([1, 2], [4, 6])).toBe(5);
  });

  it('moves one name and keeps the others in order', () => {
    expect(movedTo(['a', 'b', 'c', 'd'], 'a', 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(movedTo(['a', 'b', 'c', 'd'], 'd', -1)).toEqual(['d', 'a', 'b', 'c']);
    expect(movedTo(['a', 'b', 'c'], 'b', 9)).toEqual(['a', 'c', 'b']);
  });
});

describe('what was said the first time', () => {
  const scene = { title: '', text: '', options: { x: 'The one', y: 'The other' } };
  const text = (said: string | string[] | number[] | null, was?: string | string[] | number[]) =>
    earlierText(words(), scene, { said, shown: true, ...(was === undefined ? {} : { was }) });

  it('is told of every kind of question, and not before its outcome was', async () => {
    await loadWords('lessons');
    expect(text('x')).toBeNull();
    expect(text(null, 'y')).toContain('no answer');
    expect(text('x', 'y')).toMatch(/The one.*The other/);
    expect(text(['y', 'x'], ['x', 'y'])).toContain('0 of 2');
    expect(text([0, 0], [3, 4])).toContain('5');
    expect(text([1, 1, 1], [2, 2, 4])).toMatch(/1\.67/);
    // Of another kind by now.
    expect(text('x', [1, 2])).toBeNull();
  });
});
