import { expect, it } from 'vitest';
import type { CourseStep } from './courses';
import { drawnInto } from './drawnInto';

/** Characters 0, 1, 0, 0, 1 with labels 1 and 0. */
const stream: readonly CourseStep[] = [0, 1, 0, 0, 1].map((character, i) => {
  const instance = [1, 1, 2, 3, 2][i]!;
  return {
    ...{ glyph: character, drawing: i, character, label: 1 - character },
    ...{ instance, sighting: instance, old: null },
  };
});
const own = (at: number, label: number) => ({ at, label, strokes: [[[0.5, 0.5]]] as const });

it('leaves a stream that nobody drew into as it is', () => {
  expect(drawnInto(stream, [], [0, 1], 0)).toBe(stream);
});

it('is of a character of its own for each label, and sightings are counted anew', () => {
  const drawn = drawnInto(stream, [own(2, 1), own(4, 1)], [0, 1], 0);
  expect(drawn.map(({ character }) => character)).toEqual([0, 1, 3, 0, 3]);
  expect(drawn.map(({ label }) => label)).toEqual([1, 0, 1, 1, 1]);
  expect(drawn.map(({ instance }) => instance)).toEqual([1, 1, 1, 2, 2]);
  expect(drawn.map(({ sighting }) => sighting)).toEqual([1, 1, 1, 2, 2]);
});

it('counts sightings since labels moved where they do', () => {
  const drawn = drawnInto(stream, [own(3, 0)], [0, 1], 2);
  expect(drawn.map(({ sighting }) => sighting)).toEqual([0, 0, 1, 1, 1]);
});

it('has the label of the stream that its number stands for', () => {
  const drawn = drawnInto(stream, [own(2, 1)], [40, 3000], 0);
  expect(drawn[2]).toMatchObject({ character: 3, label: 3000 });
});
