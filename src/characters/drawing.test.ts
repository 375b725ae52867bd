import { beforeAll, describe, expect, it } from 'vitest';
import { loadWords, words } from '../words/words';
import { contents, type Drawing, takenBack } from './drawing';

beforeAll(() => loadWords('characters'));

const strokes = (count: number): Drawing => ({
  kind: 'strokes',
  strokes: Array.from({ length: count }, (_, i) => [[i / 10, 0.5] as const]),
});
const given: Drawing = { kind: 'given', image: new Float32Array(784), name: 'Greek/character07' };

describe('drawings', () => {
  it('say what they hold', () => {
    expect(contents(words(), strokes(0))).toBe('nothing yet');
    expect(contents(words(), strokes(1))).toBe('1 stroke');
    expect(contents(words(), strokes(2))).toBe('2 strokes');
    expect(contents(words(), given)).toBe('a given character, Greek/character07');
  });
});

describe('undo', () => {
  it('takes back a stroke', () => {
    expect(takenBack(strokes(2), given)).toEqual(strokes(1));
  });

  it('brings back what was erased or replaced', () => {
    expect(takenBack(strokes(0), strokes(3))).toEqual(strokes(3));
    expect(takenBack(given, strokes(3))).toEqual(strokes(3));
    expect(takenBack(strokes(0), undefined)).toEqual(strokes(0));
  });
});
