import { describe, expect, it } from 'vitest';
import { PIXELS, SIDE } from '../tasks/glyphs/glyphs';
import { render } from '../tasks/glyphs/strokes';
import { glyphOutline } from './glyphOutline';

/** Pieces of a path that are closed. */
const pieces = (path: string): number => path.split('Z').length - 1;

describe('the outline of a drawing', () => {
  it('of blank paper is nothing', () => {
    expect(glyphOutline(new Float32Array(PIXELS))).toBe('');
  });

  it('surrounds an inked pixel', () => {
    const image = new Float32Array(PIXELS);
    image[3 * SIDE + 5] = 1;
    const numbers = glyphOutline(image)
      .match(/[\d.]+/g)!
      .map(Number);
    const xs = numbers.filter((_, i) => i % 2 === 0);
    const ys = numbers.filter((_, i) => i % 2 === 1);
    expect(Math.min(...xs)).toBeGreaterThan(4.5);
    expect(Math.max(...xs)).toBeLessThan(6.5);
    expect(Math.min(...ys)).toBeGreaterThan(2.5);
    expect(Math.max(...ys)).toBeLessThan(4.5);
  });

  it('of a line is in one piece, wherever and however it runs', () => {
    for (let i = 0; i < 60; i++) {
      const angle = (i / 60) * Math.PI;
      const middle = [0.5 + 0.003 * i, 0.5 - 0.002 * i] as const;
      const end = (sign: number) =>
        [
          middle[0] + sign * 0.3 * Math.cos(angle),
          middle[1] + sign * 0.3 * Math.sin(angle),
        ] as const;
      expect(pieces(glyphOutline(render([[end(-1), end(1)]], { centre: false })))).toBe(1);
    }
  });
});
