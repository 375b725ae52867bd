import { describe, expect, it } from 'vitest';
import { stream as randomOf } from '../../math/rng';
import { proceduralGlyphs } from '../../tasks/glyphs/procedural';
import { drawStream, otherLabels } from '../../tasks/streams';
import { courseText, isForetold, isPlain, plainCourse } from './course';
import { heldOutCourse } from './courses';

const glyphs = proceduralGlyphs(1, 400);
const spec = { seed: 3, order: 'independent', labels: 'onehot' } as const;
const shape = { characters: 5, length: 30 };
const of = (course: Partial<typeof plainCourse>, number = 7) =>
  heldOutCourse(glyphs, spec, number, shape, { ...plainCourse, ...course });
const labelsOf = (steps: readonly { readonly glyph: number; readonly label: number }[]) =>
  new Map(steps.map(({ glyph, label }) => [glyph, label]));

describe('a plain course', () => {
  it('is the held-out stream as it has always been drawn', () => {
    const random = randomOf(3, 'held-out streams', 7);
    const drawn = drawStream(glyphs, 'test', { ...shape, order: 'independent' }, random);
    const { first, stream } = of({});
    expect(first).toEqual([]);
    expect(stream.map(({ sighting: _s, old: _o, ...step }) => step)).toEqual(drawn);
    expect(stream.every(({ sighting, instance }) => sighting === instance)).toBe(true);
    expect(stream.every(({ old }) => old === null)).toBe(true);
  });
});

describe('streams before', () => {
  it('leave the stream in sight as it is, drawing by drawing', () => {
    const ids = (course: Partial<typeof plainCourse>) =>
      of(course).stream.map(({ glyph, drawing, label }) => [glyph, drawing, label]);
    expect(ids({ before: 2 })).toEqual(ids({}));
    expect(ids({ before: 3, beforeOf: 'relabelled' })).toEqual(ids({}));
  });

  it('are of other characters, as many drawings each', () => {
    const { first, stream, beforeOf } = of({ before: 2 });
    expect(beforeOf).toBe('others');
    expect(first).toHaveLength(60);
    const here = new Set(stream.map(({ glyph }) => glyph));
    expect(first.filter(({ glyph }) => here.has(glyph))).toEqual([]);
    expect(first.every(({ glyph }) => glyphs.classes[glyph]!.split === 'test')).toBe(true);
  });

  it('or of the same characters, none with its label, and with drawings that the stream does not show', () => {
    const { first, stream } = of({ before: 3, beforeOf: 'relabelled' });
    // That of the stream before counts as the old one.
    const [then, now] = [labelsOf(first.slice(-30)), labelsOf(stream)];
    expect([...then.keys()].sort()).toEqual([...now.keys()].sort());
    for (const { glyph, label } of first) expect(now.get(glyph)).not.toBe(label);
    for (const { glyph, old } of stream) expect(old).toBe(then.get(glyph));
    const shown = new Set(stream.map(({ glyph, drawing }) => `${glyph} ${drawing}`));
    const again = first.filter(({ glyph, drawing }) => shown.has(`${glyph} ${drawing}`));
    // Of twenty drawings of each, thirty steps of five characters leave some.
    expect(again).toEqual([]);
  });

  it('are of the same characters where a split has too few others, and say so', () => {
    const few = proceduralGlyphs(1, 60);
    const { beforeOf, stream } = heldOutCourse(few, spec, 0, shape, { ...plainCourse, before: 1 });
    expect(beforeOf).toBe('relabelled');
    expect(stream.every(({ old }) => old !== null)).toBe(true);
  });
});

describe('labels that move', () => {
  it('are as before until their place, and others for every character from there on', () => {
    const plain = of({}).stream;
    const { stream } = of({ shuffle: 12 });
    expect(stream.map(({ drawing }) => drawing)).toEqual(plain.map(({ drawing }) => drawing));
    stream.forEach(({ label, old, sighting }, t) => {
      const was = plain[t]!.label;
      if (t < 12) expect([label, old, sighting]).toEqual([was, null, 0]);
      else {
        expect(label).not.toBe(was);
        expect(old).toBe(was);
      }
    });
    // Each character keeps its new one.
    expect(stream.slice(12).every((s) => labelsOf(stream.slice(12)).get(s.glyph) === s.label)).toBe(
      true,
    );
  });

  it('are counted by sightings since', () => {
    const { stream } = of({ shuffle: 12 });
    const own = stream.slice(12).filter(({ character }) => character === stream[12]!.character);
    expect(own.map(({ sighting }) => sighting)).toEqual(own.map((_, i) => i + 1));
  });

  it('are the same in every run of a seed', () => {
    expect(of({ shuffle: 5, before: 1 })).toEqual(of({ shuffle: 5, before: 1 }));
    expect(of({ shuffle: 5 }, 8)).not.toEqual(of({ shuffle: 5 }, 9));
  });

  it('leave no character its own, even of two', () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(otherLabels([1, 0], randomOf(seed, 'two'))).toEqual([0, 1]);
      const others = otherLabels([4, 2, 0, 1, 3], randomOf(seed, 'five'));
      expect([...others].sort()).toEqual([0, 1, 2, 3, 4]);
      expect(others.map((label, i) => label === [4, 2, 0, 1, 3][i])).not.toContain(true);
    }
  });
});

it('is told by a text, in which what does not matter makes no difference', () => {
  expect(courseText({ ...plainCourse, beforeOf: 'relabelled' })).toBe(courseText(plainCourse));
  expect(isPlain({ ...plainCourse, beforeOf: 'relabelled' })).toBe(true);
  expect(isPlain({ ...plainCourse, shuffle: 3 })).toBe(false);
  expect(isPlain({ ...plainCourse, before: 1 })).toBe(false);
});

it('tells something of labels beforehand where they are known to be others than before', () => {
  expect(isForetold(plainCourse)).toBe(false);
  expect(isForetold({ ...plainCourse, before: 2 })).toBe(false);
  expect(isForetold({ ...plainCourse, before: 2, beforeOf: 'relabelled' })).toBe(true);
  expect(isForetold({ ...plainCourse, shuffle: 9 })).toBe(true);
});

describe('strings', () => {
  const strings = { ...spec, labels: 'strings' } as const;
  const course = { before: 2, beforeOf: 'relabelled', shuffle: 0 } as const;

  it('are told by their number in their order, and no two of a stream are alike', () => {
    const { labels, stream } = heldOutCourse(glyphs, strings, 7, shape, plainCourse);
    expect(labels).toEqual([...new Set(labels)].toSorted((a, b) => a - b));
    expect(labels).toHaveLength(5);
    expect(Math.max(...labels)).toBeLessThan(3125);
    for (const { label } of stream) expect(labels).toContain(label);
  });

  it('of one-hot labels that number is the label', () => {
    expect(of({}).labels).toEqual([0, 1, 2, 3, 4]);
  });

  it('are dealt to the same characters in another way in streams before, and where they move', () => {
    const { first, labels, stream } = heldOutCourse(glyphs, strings, 7, shape, course);
    for (const { label } of first) expect(labels).toContain(label);
    for (const { old, label } of stream) {
      expect(labels).toContain(old);
      expect(old).not.toBe(label);
    }
    const moved = heldOutCourse(glyphs, strings, 7, shape, { ...plainCourse, shuffle: 10 });
    for (const { label } of moved.stream) expect(moved.labels).toContain(label);
  });
});
