import { expect, it } from 'vitest';
import {
  codeSize,
  digitsOf,
  labelCount,
  likeliest,
  oneHot,
  strings,
  stringText,
  writeLabel,
} from './labels';

it('one of five is five numbers, a string of five letters of five is 25, and there are 3,125 of them', () => {
  expect([codeSize(oneHot(5)), labelCount(oneHot(5))]).toEqual([5, 5]);
  expect([codeSize(strings), labelCount(strings)]).toEqual([25, 3125]);
});

it('a label is its digits, and a string is read from its first letter on', () => {
  expect(digitsOf(oneHot(5), 3)).toEqual([3]);
  expect(digitsOf(strings, 0)).toEqual([0, 0, 0, 0, 0]);
  expect(digitsOf(strings, 5 ** 4 + 2)).toEqual([1, 0, 0, 0, 2]);
  expect(stringText(5 ** 4 + 2)).toBe('baaac');
  expect(stringText(3124)).toBe('eeeee');
  expect(new Set(Array.from({ length: 3125 }, (_, label) => stringText(label))).size).toBe(3125);
});

it('every label is found again in what stands for it', () => {
  for (const code of [oneHot(7), strings]) {
    for (let label = 0; label < labelCount(code); label += 3) {
      const row = new Float32Array(codeSize(code));
      writeLabel(code, label, row, { at: 0 });
      expect(row.reduce((a, b) => a + b, 0)).toBe(code.parts);
      expect(likeliest(code, row)).toEqual({ label, probability: 1 });
    }
  }
});

it('each letter is the likeliest by itself, and all five together are as sure as their product', () => {
  const row = new Float32Array(25).fill(0.1);
  for (let part = 0; part < 5; part++) row[5 * part + part] = 0.6;
  const found = likeliest(strings, row)!;
  expect(stringText(found.label)).toBe('abcde');
  expect(found.probability).toBeCloseTo(0.6 ** 5, 6);
});

it('numbers that are none are no label', () => {
  expect(likeliest(oneHot(3), [Number.NaN, Number.NaN, Number.NaN])).toBeNull();
  const row = new Float32Array(25).fill(0.2);
  row.fill(Number.NaN, 20);
  expect(likeliest(strings, row)).toBeNull();
});
