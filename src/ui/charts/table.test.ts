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
