import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { joined, minibatches } from '../task';
import { drawGlyphEpisodes } from './episodes';
import { classesIn, type Glyphs, PIXELS, splitOf, splits } from './glyphs';

/** Characters whose drawings tell who they are: pixel 0 the character, pixel 1 the drawing; they turn as others do. */
function numbered(count: number, drawings = 20): Glyphs {
  return {
    source: 'procedural',
    classes: Array.from({ length: count }, (_, i) => ({
      name: `Test/character${i}`,
      split: splitOf(`Test/character${i}`),
      drawings,
    })),
    write: (glyph, drawing, turns, out, at) => {
      out[at] = glyph;
      out[at + 1] = drawing;
      out[at + 2] = turns;
    },
  };
}
const shape = { tasks: 6, ways: 5, shots: 2, queries: 3 };

describe('splits', () => {
  it('have an eighth, a sixteenth and the rest of the names', () => {
    const names = Array.from({ length: 50 }, (_, alphabet) =>
      Array.from({ length: 32 }, (_, i) => `Alphabet_${alphabet}/character${i + 10}`),
    ).flat();
    const share = (split: string) =>
      names.filter((n) => splitOf(n) === split).length / names.length;
    expect(share('test')).toBeCloseTo(2 / 16, 1);
    expect(share('validation')).toBeCloseTo(1 / 16, 1);
    expect(share('train')).toBeCloseTo(13 / 16, 1);
  });

  it.each([
    ['Greek/character05', 'validation'],
    ['Greek/character06', 'test'],
    ['Greek/character07', 'train'],
    ['Latin/character02', 'test'],
    ['Latin/character05', 'validation'],
  ])('keep %s in %s: results depend on it', (name, split) => {
    expect(splitOf(name)).toBe(split);
  });

  it('give every class of a set to one split', () => {
    const glyphs = numbered(200);
    const all = splits.flatMap((split) => classesIn(glyphs, split));
    expect(all.sort((a, b) => a - b)).toEqual(glyphs.classes.map((_, i) => i));
  });
});

describe('episodes', () => {
  const glyphs = numbered(200);
  const { support, query, classes } = drawGlyphEpisodes(
    glyphs,
    'train',
    shape,
    true,
    stream(1, 'e'),
  );

  it('go class by class, with one-hot targets', () => {
    expect([support.points, query.points]).toEqual([10, 15]);
    expect(support.inputs.length).toBe(6 * 10 * PIXELS);
    for (const [points, each, part] of [
      [support, 2, 'support'],
      [query, 3, 'query'],
    ] as const) {
      classes.forEach((task, t) => {
        for (let i = 0; i < points.points; i++) {
          const row = t * points.points + i;
          const way = Math.floor(i / each);
          const { glyph, turns, [part]: drawings } = task[way]!;
          const hot = [...points.targets.subarray(row * 5, row * 5 + 5)];
          expect(hot).toEqual([0, 1, 2, 3, 4].map((w) => (w === way ? 1 : 0)));
          const told = [...points.inputs.subarray(row * PIXELS, row * PIXELS + 3)];
          expect(told).toEqual([glyph, drawings[i % each], turns]);
        }
      });
    }
  });

  it('share no drawing between support and query, and no class between ways', () => {
    for (const task of classes) {
      expect(new Set(task.map(({ glyph, turns }) => 4 * glyph + turns)).size).toBe(5);
      for (const drawn of task) expect(new Set([...drawn.support, ...drawn.query]).size).toBe(5);
    }
  });

  it('keep to their split, and turn only when asked to', () => {
    for (const split of splits) {
      const drawn = drawGlyphEpisodes(
        glyphs,
        split,
        { ...shape, tasks: 50 },
        false,
        stream(2, 'e'),
      );
      for (const { glyph, turns } of drawn.classes.flat()) {
        expect(glyphs.classes[glyph]!.split).toBe(split);
        expect(turns).toBe(0);
      }
    }
    const many = drawGlyphEpisodes(glyphs, 'train', { ...shape, tasks: 50 }, true, stream(3, 'e'));
    expect(new Set(many.classes.flat().map((c) => c.turns))).toEqual(new Set([0, 1, 2, 3]));
  });

  it('let turns of one character meet', () => {
    const few = numbered(12);
    const pool = classesIn(few, 'train').length;
    const all = drawGlyphEpisodes(few, 'train', { ...shape, ways: 4 * pool }, true, stream(1, 'e'));
    expect(new Set(all.classes[0]!.map((c) => c.glyph)).size).toBe(pool);
  });

  it('repeat for a stream', () => {
    const draw = () => drawGlyphEpisodes(glyphs, 'test', shape, false, stream(4, 'e', 7));
    expect(draw()).toEqual(draw());
  });

  it('say what is missing', () => {
    const draw = (ways: number, shots: number, rotate = false) =>
      drawGlyphEpisodes(
        glyphs,
        'test',
        { tasks: 1, ways, shots, queries: 1 },
        rotate,
        stream(1, 'e'),
      );
    const pool = classesIn(glyphs, 'test').length;
    expect(() => draw(pool + 1, 1)).toThrow(
      new RangeError(`${pool + 1} ways need ${pool + 1} characters; the test split has ${pool}`),
    );
    expect(() => draw(pool + 1, 1, true)).not.toThrow();
    expect(() => draw(5, 20)).toThrow(/20 shots and 1 queries need 21 drawings; .* has 20/);
  });

  it('are joined and dealt out like other tasks', () => {
    const all = joined(support, query);
    expect(all.points).toBe(25);
    const rowsOf = (points: typeof all, task: number) =>
      Array.from({ length: points.points }, (_, i) => {
        const row = task * points.points + i;
        const way = points.targets.subarray(row * 5, row * 5 + 5).indexOf(1);
        return `${points.inputs.subarray(row * PIXELS, row * PIXELS + 3)} is ${way}`;
      });
    const batches = minibatches(all, 5, 5, stream(1, 'minibatches'));
    for (const task of [0, 5]) {
      const expected = [...rowsOf(support, task), ...rowsOf(query, task)];
      expect(rowsOf(all, task)).toEqual(expected);
      expect(batches.flatMap((batch) => rowsOf(batch, task)).sort()).toEqual(expected.sort());
    }
  });
});
