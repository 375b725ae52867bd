import { expect, it } from 'vitest';
import { csvOf } from './table';

it('begins with a byte-order mark, for Excel, and quotes what is text', () => {
  const table = {
    columns: ['x', 'after 1 step, “α”', 'said "so"'],
    rows: [
      [0.5, -1e-7, 'a,b'],
      [1, Number.NaN, '='],
    ],
  };
  expect(csvOf(table)).toBe(
    '\u{FEFF}"x","after 1 step, “α”","said ""so"""\r\n0.5,-1e-7,"a,b"\r\n1,NaN,"="',
  );
});

it('says above where it comes from, in lines that readers leave out', () => {
  const table = { columns: ['k'], rows: [[1]] };
  expect(csvOf(table, ['Seed: 1', 'in two\nlines'])).toBe(
    '\u{FEFF}# Seed: 1\r\n# in two lines\r\n"k"\r\n1',
  );
});
