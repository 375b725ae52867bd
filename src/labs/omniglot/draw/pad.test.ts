import { beforeEach, describe, expect, it } from 'vitest';
import { blank, type Drawing, isBlank } from '../../../characters/drawing';
import { PIXELS } from '../../../tasks/glyphs/glyphs';
import { QUERY } from '../fields';
import { Pad, pixelsOf } from './pad';
import type { GivenAnswer } from './question';

const line: Drawing = {
  kind: 'strokes',
  strokes: [
    [
      [0.2, 0.2],
      [0.8, 0.8],
    ],
  ],
};

let pad: Pad;
beforeEach(() => {
  pad = new Pad();
});
const state = () => pad.store.getState();
const wantedPlaces = () => state().wanted.map(({ place }) => place);

/** The answer to all that is wanted. */
function given(): GivenAnswer {
  const { wanted } = state();
  return {
    iteration: 0,
    wanted,
    drawings: new Float32Array(wanted.length * PIXELS).fill(0.5),
    names: wanted.map(({ character }) => `character ${character}`),
  };
}

describe('the pad', () => {
  it('begins with characters of five classes, and asks for more where there are more', () => {
    pad.fit({ ways: 5, shots: 1 });
    expect(pad.isWhole).toBe(true);
    expect(state().wanted).toEqual([]);
    pad.fit({ ways: 7, shots: 1 });
    expect(pad.isWhole).toBe(false);
    expect(wantedPlaces()).toEqual([5, 6]);
    pad.take(given());
    expect(pad.isWhole).toBe(true);
    expect(state().drawings[6]).toMatchObject({ kind: 'given' });
    expect(state().wanted).toEqual([]);
  });

  it('keeps what is drawn of classes and shots that stay', () => {
    pad.fit({ ways: 3, shots: 1 });
    pad.draw(1, line);
    pad.fit({ ways: 4, shots: 2 });
    expect(state().drawings[2]).toBe(line);
    pad.fit({ ways: 2, shots: 2 });
    expect(state().drawings).toHaveLength(4);
    expect(state().drawings[2]).toBe(line);
  });

  it('is the task that is drawn', () => {
    pad.fit({ ways: 2, shots: 2 });
    pad.draw(3, line);
    const { support, shots, query } = pad.task;
    expect(shots).toBe(2);
    expect(support).toHaveLength(4 * PIXELS);
    expect(support.subarray(3 * PIXELS)).toEqual(pixelsOf(line));
    expect(query).toEqual(pixelsOf(state().query));
  });

  it('does not fill again what a person erased, whatever becomes of the number of shots', () => {
    pad.fit({ ways: 3, shots: 1 });
    pad.draw(1, blank);
    expect(pad.isWhole).toBe(false);
    pad.fit({ ways: 3, shots: 2 });
    expect(isBlank(state().drawings[2]!)).toBe(true);
    expect(state().wanted).toEqual([]);
    pad.restore();
    expect(pad.isWhole).toBe(true);
  });

  it('keeps what was drawn while a given character was on its way', () => {
    pad.fit({ ways: 3, shots: 1 });
    pad.give([0, QUERY]);
    const late = given();
    pad.draw(0, line);
    pad.take(late);
    expect(state().drawings[0]).toBe(line);
    expect(state().query).toMatchObject({ kind: 'given' });
    expect(state().wanted).toEqual([]);
  });

  it('knows what a person drew and erased, from what was given and what it begins with', () => {
    pad.fit({ ways: 6, shots: 1 });
    expect(pad.drawn.size).toBe(0);
    pad.give([1]);
    pad.take(given());
    pad.draw(2, line);
    pad.draw(4, blank);
    expect([...pad.drawn]).toEqual([
      [2, line.kind === 'strokes' ? line.strokes : []],
      [4, []],
    ]);
    const other = new Pad();
    other.fit({ ways: 6, shots: 1 });
    other.load(pad.drawn);
    expect([...other.drawn]).toEqual([...pad.drawn]);
    expect(isBlank(other.store.getState().drawings[4]!)).toBe(true);
    pad.restore();
    expect(pad.drawn.size).toBe(0);
  });

  it('renders a drawing once', () => {
    expect(pixelsOf(line)).toBe(pixelsOf(line));
    expect(pixelsOf({ ...line })).toEqual(pixelsOf(line));
  });
});
