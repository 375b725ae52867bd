import { describe, expect, it } from 'vitest';
import { dealt, united } from './sharing';

describe('contenders that are shared out', () => {
  const work = new Map([
    ['a', 5],
    ['b', 4],
    ['c', 3],
    ['d', 2],
    ['e', 0],
  ]);

  it('have parts of about the same work, in their order', () => {
    expect(dealt(work, 2)).toEqual([
      ['a', 'd', 'e'],
      ['b', 'c'],
    ]);
    expect(dealt(work, 4).map((names) => names[0])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('stay together where they draw the same', () => {
    const draws = (name: string) =>
      'ad'.includes(name) ? 'small' : 'bc'.includes(name) ? 'large' : name;
    expect(dealt(work, 2, draws)).toEqual([
      ['a', 'd', 'e'],
      ['b', 'c'],
    ]);
    const all = new Map([
      ['a', 5],
      ['b', 1],
      ['c', 4],
    ]);
    expect(dealt(all, 2, (name) => (name === 'c' ? 'c' : 'both'))).toEqual([['a', 'b'], ['c']]);
  });

  it('part where there are fewer draws than parts', () => {
    expect(dealt(work, 3, () => 'the same').every((names) => names.length > 0)).toBe(true);
  });

  it('tell in their order, whoever was first', () => {
    const found = united<Record<string, number>>([{ c: 3 }, { a: 1, b: 2 }], ['a', 'b', 'c', 'd']);
    expect(Object.entries(found)).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });
});
