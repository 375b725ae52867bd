import { expect, it } from 'vitest';
import { stream } from '../../math/rng';
import { splitByAlphabet } from './alphabets';
import { drawGlyphEpisodes } from './episodes';
import { classesIn, type Glyphs, PIXELS, SIDE, splitCounts } from './glyphs';
import { FINE, fineDrawingsOf, pairDrawer } from './pairs';
import { proceduralGlyphs } from './procedural';

/** Invented characters with the names of alphabets. */
function named(alphabets: Readonly<Record<string, number>>): Glyphs {
  const names = Object.entries(alphabets).flatMap(([alphabet, count]) =>
    Array.from(
      { length: count },
      (_, i) => `${alphabet}/character${String(i + 1).padStart(2, '0')}`,
    ),
  );
  const invented = proceduralGlyphs(1, names.length);
  return {
    ...invented,
    source: 'omniglot',
    classes: invented.classes.map((own, i) => ({ ...own, name: names[i]! })),
  };
}

const glyphs = named({ Greek: 24, Tagalog: 5, Korean: 22, Hebrew: 22 });
const alphabetAt = (index: number) => glyphs.classes[index]!.name.split('/')[0];

it('holds out whole alphabets, by their names', () => {
  const apart = splitByAlphabet(glyphs);
  expect(splitCounts(apart)).toEqual({ train: 29, validation: 22, test: 22 });
  expect(new Set(classesIn(apart, 'test').map(alphabetAt))).toEqual(new Set(['Hebrew']));
  // What is of no background alphabet is never trained on.
  expect(splitCounts(splitByAlphabet(named({ Tibetan: 3 }))).train).toBe(0);
});

it('draws tasks of one alphabet that has enough characters, by the same drawers', () => {
  const apart = splitByAlphabet(glyphs);
  const shape = { tasks: 30, ways: 20, shots: 1, queries: 1 };
  const kind = { alphabet: true, drawers: true };
  const { classes } = drawGlyphEpisodes(apart, 'train', shape, false, stream(1, 'x'), kind);
  for (const task of classes) {
    expect(new Set(task.map(({ glyph }) => alphabetAt(glyph)))).toEqual(new Set(['Greek']));
    expect(new Set(task.map(({ support }) => support[0])).size).toBe(1);
    expect(new Set(task.map(({ query }) => query[0])).size).toBe(1);
    expect(task[0]!.support[0]).not.toBe(task[0]!.query[0]);
  }
});

it('draws the tasks of before where nothing else is asked for', () => {
  const shape = { tasks: 2, ways: 5, shots: 1, queries: 1 };
  const plain = drawGlyphEpisodes(glyphs, 'train', shape, true, stream(1, 'x'));
  const kind = { alphabet: false, drawers: false };
  const asked = drawGlyphEpisodes(glyphs, 'train', shape, true, stream(1, 'x'), kind);
  expect(asked).toEqual(plain);
});

const fine = fineDrawingsOf(glyphs);
const all = glyphs.classes.map((_, i) => i);
const shape = { groups: 3, ways: 20, alphabet: true, turned: true, strength: 1 };

it('draws pairs: the same characters twice, group by group, each of one alphabet', () => {
  const pairs = pairDrawer(fine, all)(shape, stream(2, 'x'));
  const half = pairs.points / 2;
  const width = 3 * 20 + 3;
  const rowAt = (i: number) => pairs.targets.subarray(i * width, (i + 1) * width);
  for (let i = 0; i < half; i++) {
    expect(rowAt(i)).toEqual(rowAt(half + i));
    expect(rowAt(i).indexOf(1)).toBe(i);
    expect(rowAt(i).reduce((sum, x) => sum + x)).toBe(2);
  }
  expect(pairs.inputs.length).toBe(pairs.points * PIXELS);
  expect(pairs.inputs.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
  expect(pairDrawer(fine, all)(shape, stream(2, 'x'))).toEqual(pairs);
});

it('leaves drawings as they are at strength 0 and without turns', () => {
  const still = { ...shape, groups: 1, alphabet: false, turned: false, strength: 0, ways: 3 };
  const { inputs } = pairDrawer(fine, [7, 8, 9])(still, stream(3, 'x'));
  // A pixel is the mean of its four finer ones.
  const candidates = [7, 8, 9].flatMap((character) =>
    Array.from({ length: 20 }, (_, drawer) => {
      const levels = fine.read(character, drawer);
      return Float32Array.from({ length: PIXELS }, (_pixel, i) => {
        const [row, column] = [2 * Math.floor(i / SIDE), 2 * (i % SIDE)];
        const at = (r: number, c: number) => levels[(row + r) * FINE + column + c]!;
        return (at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1)) / 4 / 255;
      });
    }),
  );
  for (let point = 0; point < 6; point++) {
    const image = inputs.subarray(point * PIXELS, (point + 1) * PIXELS);
    const isOne = candidates.some((one) => one.every((ink, i) => Math.abs(ink - image[i]!) < 1e-4));
    expect(isOne).toBe(true);
  }
});
