/** Numbers in as few characters as they deserve, and in one piece: a line ends before one or after it. */

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** No line ends at it. */
const SPACE = '\u00a0';
/** Where something has stopped being a number. */
export const NO_NUMBER = '–';

/** A whole number as an exponent: ⁻⁶. */
export const superscript = (exponent: number): string =>
  (exponent < 0 ? '⁻' : '') +
  [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');

/** With the minus of the typesetter: at a hyphen a line may end. */
const signed = (text: string): string => text.replace('-', '−');

/** As people write it where zeros would have to be counted: 5.6 × 10⁻⁶. */
export function scientific(value: number, decimals = 1): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? NO_NUMBER : value > 0 ? '∞' : '−∞';
  const [mantissa, exponent] = value.toExponential(decimals).split('e');
  return `${signed(mantissa!)}${SPACE}×${SPACE}10${superscript(Number(exponent))}`;
}

/** Two or three significant digits, with a power of ten where people would write one. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e5 || size < 1e-4) return scientific(value);
  if (size >= 100) return signed(value.toFixed(0));
  if (size < 0.01) return signed(value.toPrecision(2));
  return signed(value.toFixed(size < 0.1 ? 3 : 2));
}
