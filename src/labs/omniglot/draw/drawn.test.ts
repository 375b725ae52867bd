import { beforeAll, describe, expect, it } from 'vitest';
import { blank, type Drawing } from '../../../characters/drawing';
import { loadWords, words } from '../../../words/words';
import { QUERY } from '../fields';
import { drawnVerdict, majority, missing, missingSupport, mostProbable, placeName } from './drawn';

const strokes = (count: number): Drawing => ({
  kind: 'strokes',
  strokes: Array.from({ length: count }, (_, i) => [[i / 10, 0.5] as const]),
});
const given: Drawing = { kind: 'given', image: new Float32Array(784), name: 'Greek/character07' };

beforeAll(() => loadWords('omniglot'));

describe('places', () => {
  it('are named by class and drawing', () => {
    expect(placeName(words(), QUERY, 1)).toBe('Drawn query');
    expect(placeName(words(), 1, 1)).toBe('Class B, drawing 1 of 1');
    expect(placeName(words(), 7, 3)).toBe('Class C, drawing 2 of 3');
  });
});

describe('what is missing', () => {
  const pad = (own: Record<number, Drawing>, query: Drawing, shots: number) => ({
    own: new Map(Object.entries(own).map(([place, drawing]) => [Number(place), drawing])),
    ...{ query, shots },
  });
  const lacks = (...[own, query, shots]: Parameters<typeof pad>) =>
    missing(words(), pad(own, query, shots));

  it('is the first class whose drawing was erased, then the query', () => {
    expect(lacks({ 0: strokes(1), 1: blank }, blank, 1)).toBe('Class B has no drawing yet.');
    expect(lacks({ 3: blank }, given, 2)).toBe('Class B has 1 of 2 drawings.');
    expect(lacks({ 2: blank, 3: blank }, given, 2)).toBe('Class B has 0 of 2 drawings.');
    expect(lacks({}, blank, 1)).toBe('Draw something to classify.');
    expect(lacks({ 0: strokes(1) }, strokes(1), 1)).toBeNull();
  });

  it('is no drawing of the support set where the query is', () => {
    expect(missingSupport(words(), pad({}, blank, 1))).toBeNull();
    expect(missingSupport(words(), pad({ 0: blank }, given, 1))).toBe(
      'Class A has no drawing yet.',
    );
  });
});

describe('answers', () => {
  it('name the most probable class, unless they are no numbers', () => {
    expect(mostProbable(Float32Array.of(0.2, 0.5, 0.3))).toBe(1);
    expect(mostProbable(Float32Array.of(Number.NaN, 0.5))).toBeNull();
  });

  it('are those at the step in sight, each method as far through its own', () => {
    const steps = [0.1, 0.6, 0.9].map((share) => Float32Array.of(share, 1 - share));
    const answer = { iteration: 0, methods: { maml: steps, pixels: [steps[0]!] }, times: {} };
    expect(drawnVerdict('maml', answer, 0, 4)).toEqual({ way: 1, confidence: steps[0]![1] });
    expect(drawnVerdict('maml', answer, 2, 4)).toEqual({ way: 0, confidence: steps[1]![0] });
    expect(drawnVerdict('maml', answer, 4, 4)).toEqual({ way: 0, confidence: steps[2]![0] });
    // The nearest drawing says which class it is, not how sure that is.
    expect(drawnVerdict('pixels', answer, 4, 4)).toEqual({ way: 1, confidence: null });
    expect(drawnVerdict('matching', answer, 4, 4)).toBeNull();
    expect(drawnVerdict('maml', null, 4, 4)).toBeNull();
  });

  it('have a majority', () => {
    expect(majority([2, 1, 2, 0])).toEqual({ way: 2, count: 2 });
    expect(majority([3, 1])).toEqual({ way: 1, count: 1 });
    expect(majority([])).toBeNull();
  });
});
