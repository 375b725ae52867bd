import { describe, expect, it } from 'vitest';
import { oneHot, strings, writeLabel } from '../../tasks/labels';
import { firstInstanceCeiling } from '../../tasks/streams';
import { plainCourse } from './course';
import { type Inside, OLDER, type Reading, type StreamAnswer } from './questions';
import {
  aftermath,
  charactersBefore,
  lastSeen,
  readAt,
  saidAt,
  shareOfOwn,
  sightingOf,
  tally,
} from './said';

/** Characters 0, 1, 0, 0, with labels 1 and 0; the first is told as 0. */
const answer: StreamAnswer = {
  iteration: 0,
  source: 'procedural',
  features: 'pixels',
  stream: 0,
  characters: 2,
  length: 4,
  code: oneHot(2),
  labels: [0, 1],
  edits: [{ at: 0, told: 0 }],
  drawn: [],
  course: plainCourse,
  beforeOf: 'others',
  wiped: {},
  shown: [0, 1, 0, 0].map((character, i) => ({
    pixels: new Float32Array(),
    character,
    instance: [1, 1, 2, 3][i]!,
    sighting: [1, 1, 2, 3][i]!,
    old: [0, 1, 0, null][i]!,
    label: 1 - character,
    told: i === 0 ? 0 : 1 - character,
  })),
  readings: {},
};
const reading = (probabilities: readonly number[], inside: Inside | null = null): Reading => ({
  probabilities: Float32Array.from(probabilities),
  inside,
});
/** It believes what it was told first, and then what it was told next. */
const misled = reading([0.5, 0.5, 0.75, 0.25, 0.875, 0.125, 0.25, 0.75]);

describe('what is said of a drawing', () => {
  it('is the most probable label, right or wrong by the right one and not by what is told', () => {
    expect(saidAt(misled, answer, 1)).toEqual({
      ...{ label: 0, text: 'A', confidence: 0.75, right: true },
    });
    expect(saidAt(misled, answer, 2)).toEqual({
      ...{ label: 0, text: 'A', confidence: 0.875, right: false },
    });
  });

  it('is nothing where numbers are none', () => {
    expect(saidAt(reading([Number.NaN, Number.NaN]), answer, 0)).toBeNull();
  });

  it('of strings is letter by letter: right with all five, and with four it may be a string that nobody has', () => {
    const of: StreamAnswer = { ...answer, code: strings, labels: [7, 1000] };
    const saying = (label: number) => {
      const row = new Float32Array(4 * 25);
      // What is said of the second drawing, whose label is the first string.
      writeLabel(strings, label, row, { at: 25 });
      return saidAt(reading([...row]), of, 1);
    };
    expect(saying(7)).toEqual({ label: 0, text: 'aaabc', confidence: 1, right: true });
    expect(saying(1000)).toMatchObject({ label: 1, text: 'bdaaa', right: false });
    expect(saying(8)).toMatchObject({ label: -1, text: 'aaabd', right: false });
  });
});

describe('what is read', () => {
  it('of slots goes to the drawings that they hold, and of the drawing of now and of empty ones to none', () => {
    const inside: Inside = {
      kind: 'memory',
      slots: 3,
      heads: 1,
      read: Float32Array.from([0, 0, 0, 0, 0, 0, 0.5, 0.25, 0.25]),
      written: new Float32Array(9),
      usage: new Float32Array(9),
      gate: new Float32Array(3),
      writes: 'gate',
      holds: Int16Array.from([-1, -1, -1, -1, -1, -1, 0, 2, -1]),
    };
    const read = readAt(inside, 2)!;
    expect(read).toEqual({ of: [0.5, 0], none: 0.5, older: 0 });
    expect(shareOfOwn(read, answer.shown, 2)).toBe(0.5);
  });

  it('by attention is the row of the step', () => {
    const inside: Inside = {
      kind: 'attention',
      weights: Float32Array.from([0, 0, 0, 0, 0.5, 0, 0, 0, 0.25, 0.5, 0, 0, 0, 0, 0, 0]),
      none: Float32Array.from([1, 0.5, 0.25, 1]),
    };
    expect(readAt(inside, 2)).toEqual({ of: [0.25, 0.5], none: 0.25, older: 0 });
  });

  it('of streams before is told apart from what is read of nothing', () => {
    const holds = Int16Array.from([-1, OLDER, 0]);
    const slots: Inside = {
      ...{ kind: 'memory', slots: 3, heads: 1, holds: Int16Array.from([...holds, ...holds]) },
      read: Float32Array.from([0, 0, 0, 0.25, 0.5, 0.25]),
      written: new Float32Array(6),
      usage: new Float32Array(6),
      gate: new Float32Array(2),
      writes: 'gate',
    };
    expect(readAt(slots, 1)).toEqual({ of: [0.25], none: 0.25, older: 0.5 });
    const attention: Inside = {
      kind: 'attention',
      weights: Float32Array.from([0, 0, 0.25, 0]),
      none: Float32Array.from([0.5, 0.25]),
      older: Float32Array.from([0.5, 0.5]),
    };
    expect(readAt(attention, 1)).toEqual({ of: [0.25], none: 0.25, older: 0.5 });
  });

  it('is not told apart by drawings where a state is all that is kept', () => {
    const inside: Inside = { kind: 'state', width: 1, state: new Float32Array(4) };
    expect(readAt(inside, 2)).toBeNull();
    expect(readAt(null, 2)).toBeNull();
  });
});

it('knows when a character was seen last, and how many were seen', () => {
  expect([0, 1, 2, 3].map((step) => lastSeen(answer.shown, step))).toEqual([null, null, 2, 1]);
  expect([0, 1, 2, 3].map((step) => charactersBefore(answer.shown, step))).toEqual([0, 1, 2, 2]);
});

it('counts what a wrong label did until the drawing in sight', () => {
  expect(aftermath(misled, answer, 0, 1)).toEqual({ at: 0, sightings: 0, misled: 0, right: 0 });
  expect(aftermath(misled, answer, 0, 3)).toEqual({ at: 0, sightings: 2, misled: 1, right: 1 });
});

it('counts right answers from a place to another, and among wrong ones those that are the label before', () => {
  expect(tally(misled, answer, 0, 3)).toEqual({ of: 4, right: 2, old: 2 });
  expect(tally(misled, answer, 1, 1)).toEqual({ of: 1, right: 1, old: 0 });
  expect(tally(misled, answer, 2, 2)).toEqual({ of: 1, right: 0, old: 1 });
});

it('knows the sighting that accuracies count a drawing at: the tenth for all later ones, none before labels move', () => {
  const drawing = answer.shown[0]!;
  const counted = (sighting: number) => sightingOf({ ...drawing, sighting });
  expect([0, 1, 10, 14].map(counted)).toEqual([null, 1, 10, 10]);
  expect(sightingOf(undefined)).toBe(1);
});

it('has the ceiling of the first sighting: 75% of two, 45.7% of five, 22.1% of fifteen', () => {
  expect(firstInstanceCeiling(2)).toBe(0.75);
  expect(firstInstanceCeiling(5)).toBeCloseTo(0.4567, 4);
  expect(firstInstanceCeiling(15)).toBeCloseTo(0.2212, 4);
});
