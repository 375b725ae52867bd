import { expect, it } from 'vitest';
import { stream } from '../math/rng';
import { proceduralGlyphs } from './glyphs/procedural';
import { oneHot, strings } from './labels';
import { drawStream, firstInstanceCeiling, streamPoints } from './streams';

const glyphs = proceduralGlyphs(1, 60);
const shape = { characters: 4, length: 40, order: 'independent' } as const;
const drawn = (index: number, change: object = {}) =>
  drawStream(glyphs, 'train', { ...shape, ...change }, stream(1, 'streams', index));

it('draws the same stream again, and another one for another number', () => {
  expect(drawn(3)).toEqual(drawn(3));
  expect(drawn(4)).not.toEqual(drawn(3));
});

it('draws characters of its split alone, each with a label of its own', () => {
  for (let i = 0; i < 20; i++) {
    const steps = drawn(i);
    const labels = new Map(steps.map(({ character, label }) => [character, label]));
    expect(new Set(labels.values()).size).toBe(labels.size);
    for (const { glyph, label, character } of steps) {
      expect(glyphs.classes[glyph]!.split).toBe('train');
      expect(labels.get(character)).toBe(label);
    }
  }
});

it('counts how often each character was seen, and shows no drawing twice while there are others', () => {
  const steps = drawn(5);
  const seen = new Map<number, number>();
  for (const { character, instance } of steps) {
    seen.set(character, (seen.get(character) ?? 0) + 1);
    expect(instance).toBe(seen.get(character));
  }
  const early = steps.filter(({ glyph, instance }) => instance <= glyphs.classes[glyph]!.drawings);
  const names = early.map(({ glyph, drawing }) => `${glyph} ${drawing}`);
  expect(new Set(names).size).toBe(names.length);
});

it('draws every character as often where it is balanced', () => {
  const counts = [0, 0, 0, 0];
  for (const { character } of drawn(6, { order: 'balanced' })) counts[character]! += 1;
  expect(counts).toEqual([10, 10, 10, 10]);
});

it('says so when a split has too few characters', () => {
  expect(() => drawStream(glyphs, 'test', { ...shape, characters: 50 }, stream(1, 'x'))).toThrow(
    '50 characters; the test split has',
  );
});

it('knows how well the first instance can be guessed', () => {
  expect(firstInstanceCeiling(5)).toBeCloseTo(0.45667, 5);
  expect(firstInstanceCeiling(1)).toBe(1);
  // Of 3,125 strings leaving out fourteen helps next to nothing: (1/15) Σ 1 / (3125 − k), k from 0 to 14.
  expect(firstInstanceCeiling(15, 3125)).toBeCloseTo(1 / 3118, 6);
  expect(firstInstanceCeiling(15, 3125)).toBeLessThan(1.01 / 3125);
});

it('deals strings, no two of a stream alike, and others in the next', () => {
  const labelsOf = (index: number) =>
    new Map(drawn(index, { code: strings }).map(({ character, label }) => [character, label]));
  const [one, other] = [labelsOf(1), labelsOf(2)];
  for (const labels of [one, other]) {
    expect(new Set(labels.values()).size).toBe(labels.size);
    expect(Math.max(...labels.values())).toBeLessThan(3125);
  }
  expect([...one.values()].filter((label) => [...other.values()].includes(label))).toEqual([]);
});

it('tells a string as five ones among 25 numbers, a drawing late', () => {
  const features = Float32Array.of(7, 8);
  const { inputs, targets } = streamPoints([{ features, labels: [0, 3124] }], {
    width: 1,
    code: strings,
  });
  const ones = (row: Float32Array) => [...row].flatMap((x, i) => (x === 1 ? [i] : []));
  expect(ones(inputs.subarray(2, 27))).toEqual([]);
  expect(ones(inputs.subarray(29, 54))).toEqual([0, 5, 10, 15, 20]);
  expect(ones(targets.subarray(0, 25))).toEqual([0, 5, 10, 15, 20]);
  expect(ones(targets.subarray(25))).toEqual([4, 9, 14, 19, 24]);
});

it('gives a step the drawing before and its label, and never its own label', () => {
  const features = Float32Array.of(1, 2, 3, 4, 5, 6);
  const { inputs, targets, tasks, points } = streamPoints([{ features, labels: [1, 0, 1] }], {
    width: 2,
    code: oneHot(2),
  });
  expect([tasks, points]).toEqual([1, 3]);
  expect([...inputs]).toEqual([
    ...[1, 2, 0, 0, 0, 0],
    ...[3, 4, 1, 2, 0, 1],
    ...[5, 6, 3, 4, 1, 0],
  ]);
  expect([...targets]).toEqual([0, 1, 1, 0, 0, 1]);
});

it('tells wrong labels where it should, and keeps the right ones as targets', () => {
  const features = new Float32Array(3);
  const labels = [1, 0, 1];
  const { inputs, targets } = streamPoints([{ features, labels, told: [0, 0, 1] }], {
    width: 1,
    code: oneHot(2),
  });
  expect([...inputs.subarray(6, 8)]).toEqual([1, 0]);
  expect([...targets]).toEqual([0, 1, 1, 0, 0, 1]);
});
