import { expect, it } from 'vitest';
import { editsOf, editsText, withTold } from './editsText';

it('reads what it writes', () => {
  const edits = [
    { at: 3, told: 0 },
    { at: 17, told: 4 },
  ];
  expect(editsText(edits)).toBe('3:0,17:4');
  expect(editsOf('3:0,17:4')).toEqual(edits);
  expect(editsOf('')).toEqual([]);
});

it('refuses what is no edit, two of one place, and places out of order', () => {
  for (const text of ['3', '3:', ':1', '3:0,', 'a:b', '3:0,3:1', '5:0,3:1', '-1:0']) {
    expect(editsOf(text), text).toBeNull();
  }
});

it('tells another label in a place, and none where it is the right one', () => {
  const one = withTold([{ at: 7, told: 2 }], { at: 3, told: 1 }, 0);
  expect(editsText(one)).toBe('3:1,7:2');
  expect(editsText(withTold(one, { at: 7, told: 4 }, 4))).toBe('3:1');
});
