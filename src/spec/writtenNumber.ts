/**
 * Numbers as people write them: decimal commas, thousands apart, the minus of the typesetter, digits of other scripts,
 * multiples of π. Loaded where a text is not a plain number; a text that can be read in two ways has both readings.
 */

/** What is not seen: marks of direction, soft hyphens, zero-width characters. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const DASHES = /[\u2010-\u2012\u2212\ufe63\uff0d]/g;
const POWERS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The value of a decimal digit of any script: digits come in tens, from zero. */
function digitOf(char: string): string {
  let zero = char.codePointAt(0)!;
  const end = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((end - zero) % 10);
}

/** The same text in plain characters: digits, signs and brackets of every width and script as ASCII has them. */
export const plainText = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(DASHES, '-')
    .replace(/[、،]/g, ',')
    .replace(/؛/g, ';')
    .replace(/\s/g, ' ')
    .trim();

/** A text in plain characters, with one sign for each thing that numbers are written with. */
export const numberText = (text: string): string =>
  plainText(text)
    .replace(/[·⋅∙×✕]/g, '*')
    .replace(/[π𝜋𝛑ϖ]|(?<![a-z])pi(?![a-z])/giu, 'π')
    .replace(/[’‘ʼ′`´]/g, "'");

/** Thousands apart by the same sign, or as in India; of the Arabic scripts the signs have no other use. */
const GROUPED = /^(?:[1-9]\d{0,2}(?:([,. '٬])\d{3})(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3})$/;
const DIGITS = /^\d+$/;
const MANTISSA = /^(.*?)(?:([.,٫])(\d*))?$/;
/** One sign, and three digits after it: thousands, or decimals. */
const UNCERTAIN = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Readings of digits with signs in between: as this page writes decimals first. */
function unsigned(text: string): readonly string[] {
  if (DIGITS.test(text)) return [text];
  const digits = (grouped: string) => grouped.replace(/\D/g, '');
  const group = GROUPED.exec(text);
  const readings = group === null ? [] : [digits(text)];
  const [, whole = '', sign, decimals = ''] = MANTISSA.exec(text)!;
  if (sign === undefined || whole + decimals === '') return readings;
  // Of two signs the one in front is between thousands.
  const front = GROUPED.exec(whole);
  const fits = whole === '' || DIGITS.test(whole) || (front !== null && front[1] !== sign);
  const decimal = `${front === null ? whole || '0' : digits(whole)}.${decimals || '0'}`;
  return fits ? [decimal, ...readings] : readings;
}

const EXPONENT = /^(.*?)(?:e([+-]?\d+)|(?:(?:^|\*)10|(?<=^)10)\^\(?([+-]?\d+)\)?)$/i;

/** Readings of a number without sign and π. */
function magnitude(text: string): readonly number[] {
  const [, mantissa, short, long] = EXPONENT.exec(text) ?? [null, text];
  const exponent = short ?? long;
  if (exponent === undefined) return unsigned(text).map(Number);
  const scaled = (digits: string) => Number(`${digits}e${exponent}`);
  if (mantissa === '' && long !== undefined) return [scaled('1')];
  // With a power of ten a point is the sign of decimals.
  const readings = unsigned(mantissa!);
  return (
    UNCERTAIN.test(mantissa!) && mantissa!.includes('.') ? readings.slice(0, 1) : readings
  ).map(scaled);
}

const PRODUCT = /^([^π/]*?)\s*\*?\s*(π?)\s*(?:\*\s*([^π/]+?))?\s*(?:\/\s*([^π/]+))?$/;

/**
 * What a text may mean, as numbers; nothing if it is none. More than one where a sign may be that of decimals or of
 * thousands.
 */
export function readingsOf(given: string): readonly number[] {
  const text = numberText(given)
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+/g, (power) => `^${[...power].map(lowered).join('')}`)
    .replace(/\s*\*\s*/g, '*');
  const [, sign, rest] = /^([+–—-]?)\s*(.+)$/.exec(text) ?? [];
  if (rest === undefined) return [];
  const [, front = '', pi, factor, divisor] = PRODUCT.exec(rest) ?? [];
  if (pi === undefined || (pi === '' && (front === '' || factor !== undefined))) {
    return signed(sign!, magnitude(rest));
  }
  // Half a number is a number, half of what may be two is asked about as what may be two.
  const fronts = front === '' ? [1] : magnitude(front);
  const factors = factor === undefined ? [1] : magnitude(factor);
  const divisors = divisor === undefined ? [1] : magnitude(divisor);
  const products = fronts.flatMap((a) =>
    factors.flatMap((b) => divisors.map((c) => ((a * b) / c) * (pi === '' ? 1 : Math.PI))),
  );
  return signed(sign!, products);
}

const lowered = (power: string): string =>
  power === '⁻' ? '-' : power === '⁺' ? '+' : String(POWERS.indexOf(power));

const signed = (sign: string, values: readonly number[]): readonly number[] =>
  [...new Set(values)]
    .filter(Number.isFinite)
    .map((value) => (sign === '' || sign === '+' ? value : 0 - value));
