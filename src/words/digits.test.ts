import { describe, expect, it } from 'vitest';
import { digits, scientific } from './digits';

/** Where Unicode lets a line end within a text: at a plain space, or after a hyphen. */
const MAY_END = /[ -]/;

describe('a number', () => {
  it.each([
    [5.6e-6, '5.6 × 10⁻⁶'],
    [-5.6e-6, '−5.6 × 10⁻⁶'],
    [3.3e14, '3.3 × 10¹⁴'],
    [1e-40, '1.0 × 10⁻⁴⁰'],
    [0.00052, '0.00052'],
    [0.0123, '0.012'],
    [-0.25, '−0.25'],
    [4.061, '4.06'],
    [1234, '1234'],
    [0, '0'],
    [Number.NaN, '–'],
  ])('is written as people write it, and in one piece: %s', (value, text) => {
    expect(digits(value).replaceAll('\u00a0', ' ')).toBe(text);
    expect(digits(value)).not.toMatch(MAY_END);
  });

  it('has the decimals that are asked for', () => {
    expect(scientific(0.000012345, 3).replaceAll('\u00a0', ' ')).toBe('1.234 × 10⁻⁵');
    expect(scientific(Number.NEGATIVE_INFINITY)).toBe('−∞');
  });
});
