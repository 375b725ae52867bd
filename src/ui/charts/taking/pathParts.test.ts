import { describe, expect, it } from 'vitest';
import { type Part, partsOf, placedBy } from './pathParts';

const ends = (parts: readonly Part[]) =>
  parts.map((part) =>
    part.kind === 'close' ? 'close' : part.kind === 'curve' ? part.by.slice(4) : [...part.to],
  );

describe('the parts of a path', () => {
  it('are absolute, however it was written', () => {
    const absolute = partsOf('M10 20L30 20H40V50C50 50 60 60 70 70Z');
    const relative = partsOf('m10,20 20,0h10v30c10 0 20 10 30 20z');
    expect(relative).toEqual(absolute);
    expect(ends(absolute)).toEqual([[10, 20], [30, 20], [40, 20], [40, 50], [70, 70], 'close']);
  });

  it('after a close begin where the piece began', () => {
    expect(ends(partsOf('M5 5h10v10Zm1 1h2'))).toEqual([
      ...[[5, 5], [15, 5], [15, 15], 'close'],
      ...[
        [6, 6],
        [8, 6],
      ],
    ]);
  });

  it('read numbers that nothing but their sign divides, and powers of ten', () => {
    expect(ends(partsOf('M1-2.5.5L1e2-3'))).toEqual([
      [1, -2.5],
      [100, -3],
    ]);
  });

  it('go on smoothly from the curve before', () => {
    const [, , second] = partsOf('M0 0C0 10 10 10 10 0S20 -10 20 0');
    expect(second).toEqual({ kind: 'curve', by: [10, -10, 20, -10, 20, 0] });
    const [, , , line] = partsOf('M0 0Q5 10 10 0T20 0L0 0');
    expect(line).toEqual({ kind: 'line', to: [0, 0] });
  });

  it.each(['A5 5 0 0 1 10 0', 'a5 5 0 0110 0'])('of an arc lie on it: %s', (arc) => {
    const parts = partsOf(`M0 0${arc}`);
    expect(ends(parts).at(-1)!).toEqual([expect.closeTo(10, 9), expect.closeTo(0, 9)]);
    let [x, y] = [0, 0];
    for (const part of parts.slice(1)) {
      if (part.kind !== 'curve') throw new Error(part.kind);
      const [x1, y1, x2, y2, x3, y3] = part.by as [number, number, number, number, number, number];
      for (const t of [0.25, 0.5, 0.75, 1]) {
        const mix = (a: number, b: number, c: number, d: number) =>
          (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
        const [px, py] = [mix(x, x1, x2, x3), mix(y, y1, y2, y3)];
        expect(Math.hypot(px - 5, py)).toBeCloseTo(5, 2);
        // Swept by growing angles: over the top of a picture.
        expect(py).toBeLessThanOrEqual(1e-9);
      }
      [x, y] = [x3, y3];
    }
  });

  it('stand where a matrix places them', () => {
    expect(placedBy([2, 0, 0, 3, 10, 20], 'M1 1h2v1Z')).toBe('M12 23L16 23L16 26Z');
  });
});
