import { expect, it } from 'vitest';
import { defaultStrokes } from '../../characters/defaultStrokes';
import { drawnOf, drawnText, MOST_DRAWN, withOwn, withoutOwn } from './drawnText';

const own = (at: number, label: number, hand = 0) => ({
  ...{ at, label, strokes: defaultStrokes.characters[label]![hand]! },
});

it('reads what it writes, in the order of places', () => {
  const text = drawnText([own(13, 1), own(4, 0)]);
  expect(text).toMatch(/^4\.0:[\w-]+,13\.1:[\w-]+$/);
  const read = drawnOf(text)!;
  expect(read.map(({ at, label }) => [at, label])).toEqual([
    [4, 0],
    [13, 1],
  ]);
  expect(drawnText(read)).toBe(text);
  expect(drawnOf('')).toEqual([]);
});

it('refuses what is no drawing, two of one place, and places out of order', () => {
  const one = drawnText([own(4, 0)]);
  for (const text of ['4', '4.0', '4.0:', '4:AQAA', '4.0:A', `${one},`, `${one},${one}`]) {
    expect(drawnOf(text), text).toBeNull();
  }
});

it('puts one in the place of another, and takes it out', () => {
  const drawn = drawnOf(withOwn([own(4, 0)], own(4, 2))!)!;
  expect(drawn.map(({ at, label }) => [at, label])).toEqual([[4, 2]]);
  expect(withoutOwn(drawn, 4)).toEqual([]);
});

it('has no room for more than a link holds', () => {
  const dot = (at: number) => ({ at, label: 0, strokes: [[[0.5, 0.5]]] as const });
  const all = Array.from({ length: MOST_DRAWN }, (_, at) => dot(at));
  expect(withOwn(all, dot(40))).toBeNull();
  expect(withOwn(all, { ...dot(3), label: 1 })).not.toBeNull();
  const long = Array.from({ length: 120 }, (_, i) => [i / 119, i % 2] as const);
  const large = { at: 0, label: 0, strokes: Array.from({ length: 12 }, () => long) };
  expect(withOwn([], large)).toBeNull();
});
