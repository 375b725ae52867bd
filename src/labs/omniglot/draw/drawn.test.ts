import { beforeAll, describe, expect, it } from 'vitest';
import type { Drawing } from '../../../characters/drawing';
import { loadWords, words } from '../../../words/words';
import { QUERY } from '../fields';
import { majority, missing, mostProbable, placeName } from './drawn';

const strokes = (count: number): Drawing => ({
  kind: 'strokes',
  strokes: Array.from({ length: count }, (_, i) => [[i / 10, 0.5] as const]),
});
const given: Drawing = { kind: 'given', image: new Float32Array(784), name: 'Greek/character07' };

beforeAll(() => loadWords('omniglot'));

describe('places', () => {
  it('are named by class and drawing', () => {
    expect(placeName(words(), QUERY, 1)).toBe('Query');
    expect(placeName(words(), 1, 1)).toBe('Class B, drawing 1 of 1');
    expect(placeName(words(), 7, 3)).toBe('Class C, drawing 2 of 3');
  });
});

describe('what is missing', () => {
  it('is the first class without a drawing, then the query', () => {
    expect(missing(words(), [given, strokes(0)], strokes(0), 1)).toBe(
      'Class B has no drawing yet.',
    );
    expect(missing(words(), [given, given, given, strokes(0)], given, 2)).toBe(
      'Class B has 1 of 2 drawings.',
    );
    expect(missing(words(), [given, given], strokes(0), 1)).toBe('Draw something to classify.');
    expect(missing(words(), [given, given], strokes(1), 1)).toBeNull();
  });
});

describe('answers', () => {
  it('name the most probable class, unless they are no numbers', () => {
    expect(mostProbable(Float32Array.of(0.2, 0.5, 0.3))).toBe(1);
    expect(mostProbable(Float32Array.of(Number.NaN, 0.5))).toBeNull();
  });

  it('have a majority', () => {
    expect(majority([2, 1, 2, 0])).toEqual({ way: 2, count: 2 });
    expect(majority([3, 1])).toEqual({ way: 1, count: 1 });
    expect(majority([])).toBeNull();
  });
});
