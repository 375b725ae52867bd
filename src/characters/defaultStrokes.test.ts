import { describe, expect, it } from 'vitest';
import { render, type Strokes } from '../tasks/glyphs/strokes';
import { defaultStrokes } from './defaultStrokes';

const { characters, query } = defaultStrokes;
const imageOf = (strokes: Strokes) => render(strokes, { centre: true });

/** Euclidean distance of two renderings. */
function distance(a: Strokes, b: Strokes): number {
  const [left, right] = [imageOf(a), imageOf(b)];
  return Math.hypot(...left.map((ink, i) => ink - right[i]!));
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('default drawings', () => {
  it('are five characters, each in five hands', () => {
    expect(characters.map((variants) => variants.length)).toEqual([5, 5, 5, 5, 5]);
  });

  it('stay on the square', () => {
    for (const value of [...characters.flat(), query].flat(3)) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
    }
  });

  it('are never the same twice, and nearer to their own character than to others', () => {
    characters.forEach((variants, own) => {
      const toClass = characters.map((others) =>
        mean(variants.flatMap((a) => others.filter((b) => a !== b).map((b) => distance(a, b)))),
      );
      expect(toClass[own]).toBeGreaterThan(0);
      expect(Math.min(...toClass)).toBe(toClass[own]);
    });
  });

  it('ask about the first character, in another hand than the miniature shows', () => {
    expect(characters[0]!.indexOf(query)).toBe(2);
  });
});
