import { describe, expect, it } from 'vitest';
import { labelOfKey } from './labelOfKey';
import { countsOf, type Sitting, shareOf, sittingOf, united, withAnswer } from './sittings';

const about = { kind: 'procedural 3 independent', stream: '1 12 0' };
const given = (said: number, right: number, sighting: number) => ({ said, right, sighting });
const answered = (...all: ReturnType<typeof given>[]): readonly Sitting[] =>
  all.reduce<readonly Sitting[]>((sittings, one) => withAnswer(sittings, about, one), []);

describe('answers to a stream', () => {
  it('stand in the order of its drawings', () => {
    const sittings = answered(given(0, 1, 1), given(1, 1, 2));
    expect(sittings).toHaveLength(1);
    expect(sittingOf(sittings, about)).toEqual({
      ...about,
      ...{ said: [0, 1], right: [1, 1], sightings: [1, 2] },
    });
  });

  it('are none to a stream that nobody has answered', () => {
    expect(sittingOf(answered(given(0, 0, 1)), { ...about, stream: '1 12 1' }).said).toEqual([]);
  });

  it('of several streams of a kind add up, by sighting', () => {
    let sittings = answered(given(0, 1, 1), given(1, 1, 2), given(2, 1, 2));
    sittings = withAnswer(sittings, { ...about, stream: '1 12 1' }, given(2, 2, 2));
    sittings = withAnswer(sittings, { ...about, kind: 'omniglot 5 balanced' }, given(2, 2, 1));
    const counts = countsOf(sittings, about.kind);
    expect(counts).toHaveLength(10);
    expect(counts.slice(0, 3)).toEqual([
      { right: 0, of: 1 },
      { right: 2, of: 3 },
      { right: 0, of: 0 },
    ]);
  });

  it('beyond the tenth sighting, or at none, are counted at no sighting', () => {
    const counts = countsOf(answered(given(0, 0, 11), given(0, 0, 0)), about.kind);
    expect(counts.every(({ of }) => of === 0)).toBe(true);
  });

  it('of two tabs are united: of one stream the sitting that went farther', () => {
    const here = answered(given(0, 0, 1));
    const there = answered(given(0, 0, 1), given(1, 1, 1));
    const other = withAnswer([], { ...about, stream: '1 12 7' }, given(0, 0, 1));
    expect(united(here, there)).toEqual(there);
    expect(united(there, here)).toEqual(there);
    expect(united(here, other)).toEqual([...here, ...other]);
  });
});

it('has a wide interval of few answers, and none of none', () => {
  expect(shareOf({ right: 0, of: 0 })).toBeNull();
  const { share, low, high } = shareOf({ right: 1, of: 1 })!;
  expect(share).toBe(100);
  // One trial, one success: (0.025, 1).
  expect(low).toBeCloseTo(2.5, 6);
  expect(high).toBe(100);
});

describe('a key', () => {
  const key = (name: string, code = '') => ({ key: name, code });

  it('is the label of its digit or of its letter', () => {
    expect(labelOfKey(key('1', 'Digit1'), 5)).toBe(0);
    expect(labelOfKey(key('&', 'Digit1'), 5)).toBe(0);
    expect(labelOfKey(key('5', 'Numpad5'), 5)).toBe(4);
    expect(labelOfKey(key('b', 'KeyB'), 5)).toBe(1);
    expect(labelOfKey(key('ф', 'KeyA'), 5)).toBe(0);
  });

  it('is no label where there are not so many', () => {
    for (const [name, code] of [
      ['6', 'Digit6'],
      ['f', 'KeyF'],
      ['0', 'Digit0'],
      ['Enter', 'Enter'],
    ] as const) {
      expect(labelOfKey(key(name, code), 5), name).toBeNull();
    }
  });
});
