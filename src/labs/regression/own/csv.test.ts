import { describe, expect, it } from 'vitest';
import { LARGEST_FILE, readPoints } from './csv';
import { MOST_POINTS_OF_FILE } from './held';

const two = [
  { x: -1, y: 2.5 },
  { x: 3, y: -0.5 },
];

describe('a file of points', () => {
  it.each([
    ['commas', '-1,2.5\n3,-0.5\n'],
    ['commas and blanks', '-1, 2.5\n3, -0.5'],
    ['semicolons', '-1;2.5\n3;-0.5\n'],
    ['semicolons and decimal commas', '-1;2,5\n3;-0,5\n'],
    ['tabs and decimal commas', '-1\t2,5\n3\t-0,5\n'],
    ['blanks', '-1 2.5\n3   -0.5\n'],
    ['blanks and decimal commas', '-1,0 2,5\n3,0 -0,5\n'],
    ['a heading', 'x,y\n-1,2.5\n3,-0.5\n'],
    ['a heading of many words', 'time in s;my “value”\n-1;2,5\n3;-0,5\n'],
    ['a mark of byte order', '\uFEFF-1,2.5\n3,-0.5\n'],
    ['lines of Windows', 'x,y\r\n-1,2.5\r\n\r\n3,-0.5\r\n'],
    ['quotation marks', '"x","y"\n"-1","2.5"\n"3","-0.5"\n'],
    ['a comma at each end', '-1,2.5,\n3,-0.5,\n'],
    ['a typographic minus', '−1,2.5\n3,−0.5'],
    ['powers of ten', '-1e0,2.5E0\n+3,-5e-1'],
  ])('is read with %s', (_, text) => {
    expect(readPoints(text)).toEqual({ ok: true, points: two });
  });

  it('may have one point', () => {
    expect(readPoints('1,2')).toEqual({ ok: true, points: [{ x: 1, y: 2 }] });
  });

  it.each([
    ['nothing', '', { code: 'none' }],
    ['blank lines', '\n \n', { code: 'none' }],
    ['a heading alone', 'x,y\n', { code: 'none' }],
    ['a word among numbers', '1,2\n3,four\n', { code: 'numbers', line: 2, text: 'four' }],
    ['a missing number', '1,2\n,4\n', { code: 'numbers', line: 2, text: '' }],
    ['one column', '1\n2\n', { code: 'columns', line: 1, count: 1 }],
    ['three columns', 'a,b,c\n1,2,3\n', { code: 'columns', line: 2, count: 3 }],
    ['infinity', '1,2\n\n3,inf\n', { code: 'infinite', line: 3, text: 'inf' }],
    ['no number at all', '1,NaN\n', { code: 'infinite', line: 1, text: 'NaN' }],
    ['a number too large for any', '1,1e999\n', { code: 'far', line: 1, most: 99_999 }],
    ['one too large for an address', '100000,1\n', { code: 'far', line: 1, most: 99_999 }],
    ['something else', '<html>\n<body>\n', { code: 'columns', line: 2, count: 1 }],
  ])('of %s is refused, and why', (_, text, problem) => {
    expect(readPoints(text)).toEqual({ ok: false, problem });
  });

  it('has limits', () => {
    const line = '1,2\n';
    expect(readPoints(line.repeat(MOST_POINTS_OF_FILE)).ok).toBe(true);
    expect(readPoints(line.repeat(MOST_POINTS_OF_FILE + 1))).toEqual({
      ok: false,
      problem: { code: 'many', most: MOST_POINTS_OF_FILE },
    });
    expect(readPoints('1'.repeat(LARGEST_FILE + 1))).toEqual({
      ok: false,
      problem: { code: 'large', most: 1 },
    });
  });
});
