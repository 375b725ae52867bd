import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { mean } from '../../math/statistics';
import { drawGlyphEpisodes } from './episodes';
import { PIXELS, SIDE } from './glyphs';
import { proceduralGlyphs } from './procedural';
import { LINE, render, type Strokes } from './strokes';

const total = (image: Float32Array) => image.reduce((a, b) => a + b, 0);

/** Sides of the ink's bounding box and its middle, in pixels. */
function box(image: Float32Array) {
  const inked = [...image.keys()].filter((i) => image[i]! > 0);
  const columns = inked.map((i) => i % SIDE);
  const rows = inked.map((i) => Math.floor(i / SIDE));
  const [left, right] = [Math.min(...columns), Math.max(...columns) + 1];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows) + 1];
  return {
    width: right - left,
    height: bottom - top,
    x: (left + right) / 2,
    y: (top + bottom) / 2,
  };
}

describe('strokes', () => {
  it('have the ink of a line with round ends', () => {
    const line: Strokes = [
      [
        [0.2, 0.3],
        [0.8, 0.6],
      ],
    ];
    const width = LINE * SIDE;
    const area = Math.hypot(0.6, 0.3) * SIDE * width + (Math.PI / 4) * width ** 2;
    expect(total(render(line, { centre: false })) / area).toBeCloseTo(1, 1.5);
  });

  it('lie where they were drawn, in any unit', () => {
    const unit = render(
      [
        [
          [0.25, 0.5],
          [0.25, 0.75],
        ],
      ],
      { centre: false },
    );
    const pixels = render(
      [
        [
          [75, 150],
          [75, 225],
        ],
      ],
      { centre: false, side: 300 },
    );
    expect(pixels).toEqual(unit);
    expect(unit[Math.round(0.6 * SIDE) * SIDE + Math.round(0.25 * SIDE)]).toBeGreaterThan(0.5);
  });

  it('come to the middle at the usual size', () => {
    for (const size of [0.2, 0.5, 1, 900]) {
      const angle: Strokes = [
        [
          [3, 4],
          [3, 4 + size],
          [3 + size / 2, 4 + size],
        ],
      ];
      const { width, height, x, y } = box(render(angle, { centre: true, side: Math.max(1, size) }));
      expect(Math.abs(height - 0.65 * SIDE)).toBeLessThan(2);
      expect(Math.abs(width - 0.35 * SIDE)).toBeLessThan(2);
      expect(Math.max(Math.abs(x - SIDE / 2), Math.abs(y - SIDE / 2))).toBeLessThanOrEqual(0.5);
    }
  });

  it('of a dot stay a dot', () => {
    const { width, height } = box(render([[[0.9, 0.1]]], { centre: true }));
    expect([width, height]).toEqual([2, 2]);
    expect(
      box(
        render(
          [
            [
              [0.1, 0.1],
              [0.12, 0.1],
            ],
          ],
          { centre: true },
        ),
      ).width,
    ).toBeLessThan(6);
  });

  it('may be none, and may have points that are no numbers', () => {
    expect(total(render([], { centre: true }))).toBe(0);
    expect(total(render([[]], { centre: true }))).toBe(0);
    expect(total(render([[[Number.NaN, 1]]], { centre: true }))).toBe(0);
    const far = render(
      [
        [
          [-1e308, 0],
          [1e308, Infinity],
          [1e308, 3],
        ],
      ],
      { centre: true },
    );
    expect(far.every(Number.isFinite)).toBe(true);
    const clean: Strokes = [
      [
        [0.2, 0.2],
        [0.6, 0.7],
      ],
    ];
    const dirty: Strokes = [
      [
        [0.2, 0.2],
        [Number.NaN, 0.4],
        [0.6, 0.7],
      ],
    ];
    expect(render(dirty, { centre: true })).toEqual(render(clean, { centre: true }));
  });
});

describe('procedural characters', () => {
  const glyphs = proceduralGlyphs();
  const image = (glyph: number, drawing: number, from = glyphs) => {
    const out = new Float32Array(PIXELS);
    from.write(glyph, drawing, 0, out, 0);
    return out;
  };

  it('repeat for a seed, whatever was drawn before', () => {
    const again = proceduralGlyphs();
    expect(image(77, 5, again)).toEqual(image(77, 5));
    expect(image(0, 0, proceduralGlyphs(2))).not.toEqual(image(0, 0));
    expect(glyphs.classes[6]).toMatchObject({ name: 'Procedural/character007', drawings: 20 });
    expect(glyphs.classes.length).toBe(600);
  });

  it('have as much ink as Omniglot, whose images have 7.8%', () => {
    const inks = Array.from({ length: 300 }, (_, i) => total(image(2 * i, i % 20)) / PIXELS);
    expect(mean(inks)).toBeGreaterThan(0.06);
    expect(mean(inks)).toBeLessThan(0.09);
    expect(Math.min(...inks)).toBeGreaterThan(0.005);
  });

  it('are about as hard for the nearest neighbour as Omniglot, of which it gets 50%', () => {
    const shape = { tasks: 150, ways: 5, shots: 1, queries: 1 };
    const { support, query } = drawGlyphEpisodes(
      glyphs,
      'train',
      shape,
      false,
      stream(1, 'nearest'),
    );
    const row = (inputs: Float32Array, i: number) => inputs.subarray(i * PIXELS, (i + 1) * PIXELS);
    const cosine = (a: Float32Array, b: Float32Array) => {
      let [dot, aa, bb] = [0, 0, 0];
      for (let i = 0; i < PIXELS; i++) {
        dot += a[i]! * b[i]!;
        aa += a[i]! * a[i]!;
        bb += b[i]! * b[i]!;
      }
      return dot / Math.sqrt(aa * bb);
    };
    const right = Array.from({ length: 150 * 5 }, (_, i) => {
      const first = i - (i % 5);
      const likeness = [0, 1, 2, 3, 4].map((way) =>
        cosine(row(query.inputs, i), row(support.inputs, first + way)),
      );
      return likeness.indexOf(Math.max(...likeness)) === i % 5 ? 1 : 0;
    });
    expect(mean(right)).toBeGreaterThan(0.4);
    expect(mean(right)).toBeLessThan(0.75);
  });
});
