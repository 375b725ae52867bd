import { describe, expect, it } from 'vitest';
import { defaultStrokes } from '../../../characters/defaultStrokes';
import { checkField } from '../../../spec/spec';
import { render, type Strokes } from '../../../tasks/glyphs/strokes';
import { MOST_TEXT, QUERY, view } from '../fields';
import { drawingsOf, textOfDrawings } from './drawingsText';

const drawn = new Map<number, Strokes>([
  [QUERY, defaultStrokes.query],
  [3, [[[0.5, 0.5]], defaultStrokes.characters[1]![2]![0]!]],
  [99, []],
]);

describe('drawings as text', () => {
  it('come back as drawings that look the same', () => {
    const { text } = textOfDrawings(drawn);
    expect(text).toMatch(/^-1:[\w-]+,3:[\w-]+,99:$/);
    const back = drawingsOf(text)!;
    expect([...back.keys()]).toEqual([QUERY, 3, 99]);
    for (const [place, strokes] of drawn) {
      const [now, then] = [back.get(place)!, strokes].map((s) => render(s, { centre: true }));
      const worst = Math.max(...now!.map((ink, i) => Math.abs(ink - then![i]!)));
      expect(worst, String(place)).toBeLessThan(0.3);
      expect(back.get(place)).toHaveLength(strokes.length);
    }
    expect(textOfDrawings(back)).toEqual({ text, left: 0 });
  });

  it('are short: points on the way between others are left out', () => {
    const line = Array.from({ length: 200 }, (_, i) => [i / 199, 0.25] as const);
    const { text } = textOfDrawings(new Map([[0, [line]]]));
    expect(drawingsOf(text)!.get(0)![0]).toHaveLength(2);
    const one = textOfDrawings(new Map([[QUERY, defaultStrokes.query]])).text;
    expect(one.length).toBeLessThan(130);
  });

  it('are left out, and counted, where a link has no room for them', () => {
    const zigzag = Array.from({ length: 60 }, (_, i) => [i / 59, i % 2] as const);
    const many = new Map(Array.from({ length: 100 }, (_, place) => [place, [zigzag]]));
    const { text, left } = textOfDrawings(many, MOST_TEXT);
    expect(left).toBeGreaterThan(0);
    expect(checkField(view.drawings, text).ok).toBe(true);
    expect(drawingsOf(text)!.size).toBe(100 - left);
  });

  it('are none where there are none', () => {
    expect(textOfDrawings(new Map())).toEqual({ text: '', left: 0 });
    expect(drawingsOf('')!.size).toBe(0);
  });

  it.each([
    '3',
    '3:a',
    '3:AQ',
    '3:*',
    'x:AQAA',
    '3:AAAA',
    '-1:AQAA,',
    `${'1:AQAA,'.repeat(101)}2:AQAA`,
  ])('are not %s', (text) => {
    expect(drawingsOf(text)).toBeNull();
  });
});
