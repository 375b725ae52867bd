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

/** The support drawings of a task, each of another grey. */
const taskOf = (ways: number, shots: number, grey = 0.1) => ({
  ...{ ways, shots },
  support: Float32Array.from(
    { length: ways * shots * PIXELS },
    (_, i) => grey + Math.floor(i / PIXELS) / 100,
  ),
  names: Array.from({ length: ways }, (_, way) => `character ${way}`),
});
const take = (turn: number): GivenAnswer => ({
  ...{ iteration: 0, turn, name: 'another' },
  image: new Float32Array(PIXELS).fill(0.5),
});
function fitAndOffer(ways: number, shots: number): void {
  pad.fit({ ways, shots, normalise: 'off' });
  pad.offer(taskOf(ways, shots));
}

describe('the pad', () => {
  it('shows the drawings of the task in sight, once they are known', () => {
    pad.fit({ ways: 5, shots: 1, normalise: 'off' });
    expect(pad.isWhole).toBe(false);
    // An answer to other settings.
    pad.offer(taskOf(4, 1));
    expect(pad.isWhole).toBe(false);
    pad.offer(taskOf(5, 1));
    expect(pad.isWhole).toBe(true);
    expect(state().drawings[4]).toMatchObject({ kind: 'given', name: 'character 4' });
    expect(pad.drawn.size).toBe(0);
  });

  it('takes no notice of drawings that it has', () => {
    fitAndOffer(3, 1);
    const before = state();
    pad.offer(taskOf(3, 1));
    expect(state()).toBe(before);
    pad.offer(taskOf(3, 1, 0.2));
    expect(state().drawings).not.toEqual(before.drawings);
  });

  it('keeps what is drawn of classes and shots that stay', () => {
    fitAndOffer(3, 1);
    pad.draw(1, line);
    fitAndOffer(4, 2);
    expect(state().drawings[2]).toBe(line);
    fitAndOffer(2, 2);
    expect(state().drawings).toHaveLength(4);
    expect(state().drawings[2]).toBe(line);
    fitAndOffer(1, 2);
    expect(pad.drawn.size).toBe(0);
  });

  it('is the task that is drawn', () => {
    fitAndOffer(2, 2);
    pad.draw(3, line);
    const { support, shots, query } = pad.task;
    expect(shots).toBe(2);
    expect(support.subarray(0, 3 * PIXELS)).toEqual(taskOf(2, 2).support.subarray(0, 3 * PIXELS));
    expect(support.subarray(3 * PIXELS)).toEqual(pixelsOf(line));
    expect(query).toEqual(pixelsOf(state().query));
    expect(pad.replaced).toEqual({ places: [3], images: pixelsOf(line) });
  });

  it('gives a support drawing back', () => {
    fitAndOffer(3, 1);
    const before = state().drawings;
    pad.draw(1, line);
    pad.draw(2, line);
    pad.give(1);
    // As undo does: the given one is drawn again.
    pad.draw(2, before[2]!);
    expect(state().drawings).toEqual(before);
    expect(pad.drawn.size).toBe(0);
  });

  it('leaves empty what a person erased, whatever becomes of the number of shots', () => {
    fitAndOffer(3, 1);
    pad.draw(1, blank);
    expect(pad.isWhole).toBe(false);
    expect(pad.replaced.places).toEqual([]);
    fitAndOffer(3, 2);
    expect(isBlank(state().drawings[2]!)).toBe(true);
    pad.restore();
    expect(pad.isWhole).toBe(true);
  });

  it('keeps a query that was drawn while a given character was on its way', () => {
    fitAndOffer(3, 1);
    pad.give(QUERY);
    pad.draw(QUERY, line);
    pad.take(take(0));
    expect(state().query).toBe(line);
    pad.give(QUERY);
    pad.give(QUERY);
    // The first was overtaken.
    pad.take(take(1));
    expect(state().query).toBe(line);
    pad.take(take(2));
    expect(state().query).toMatchObject({ kind: 'given', name: 'another' });
    expect(state().wanted).toBeNull();
  });

  it('leaves support drawings with the task that they were drawn for, and takes the query along', () => {
    fitAndOffer(3, 1);
    pad.draw(0, line);
    pad.draw(QUERY, line);
    pad.leave();
    expect(pad.isWhole).toBe(false);
    pad.offer(taskOf(3, 1, 0.3));
    expect([...pad.drawn.keys()]).toEqual([QUERY]);
    expect(pad.isWhole).toBe(true);
  });

  it('knows what a person drew and erased, from what was given and what it begins with', () => {
    fitAndOffer(6, 1);
    expect(pad.drawn.size).toBe(0);
    pad.give(QUERY);
    pad.take(take(0));
    pad.draw(4, blank);
    pad.draw(2, line);
    const strokes = line.kind === 'strokes' ? line.strokes : [];
    expect([...pad.drawn]).toEqual([
      [2, strokes],
      [4, []],
    ]);
    const other = new Pad();
    other.fit({ ways: 6, shots: 1, normalise: 'off' });
    // There are links to tasks of more classes.
    other.load(new Map([...pad.drawn, [6, strokes]]));
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
