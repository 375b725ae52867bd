import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, formatNumber, integer, integerList, number, range } from './field';
import { readGiven, readTyped } from './written';

const anyWhole = integer({ min: 0, max: 10_000_000 });
const anyReal = number({ min: -10_000_000, max: 10_000_000 });
const iterations = integer({ min: 10, max: 1_000_000 });
const rate = number({ min: 0.0001, max: 1 });
const clip = number({ min: 0.01, max: 1000 });
const amplitude = range({ min: 0, max: 10 });
const inputs = range({ min: -10, max: 10 });
const phase = range({ min: -2 * Math.PI, max: 2 * Math.PI });
const hidden = integerList({ min: 1, max: 256, most: 3 });

const typed = (field: Field<never>, text: string): unknown => {
  const read = readTyped<unknown>(field as Field<unknown>, text);
  return read.ok ? read.value : read.readings;
};

describe('a number as people write it', () => {
  it.each<readonly [Field<never>, string, number]>([
    ...([
      ['70000', 70_000],
      ['70,000', 70_000],
      ['70 000', 70_000],
      ['70\u00a0000', 70_000],
      ['70\u202f000', 70_000],
      ["70'000", 70_000],
      ['70’000', 70_000],
      ['1.000.000', 1_000_000],
      ['10,00,000', 1_000_000],
      ['1e5', 100_000],
      ['７００００', 70_000],
      ['٧٠٠٠٠', 70_000],
      ['٧٠٬٠٠٠', 70_000],
      ['70.000,0', 70_000],
      ['70,000.0', 70_000],
    ].map(([text, value]) => [iterations, text, value]) as [Field<never>, string, number][]),
    ...([
      ['0,01', 0.01],
      [',5', 0.5],
      ['0.125', 0.125],
      ['0,125', 0.125],
      ['0,0125', 0.0125],
      ['\u00a00.01 ', 0.01],
      ['０．０１', 0.01],
      ['٠٫٠١', 0.01],
      ['1e-3', 0.001],
      ['1E−3', 0.001],
      ['1,5e-3', 0.0015],
      ['10^-3', 0.001],
      ['10⁻³', 0.001],
      ['1.5·10⁻³', 0.0015],
      ['0.2\u200b', 0.2],
      ['1/8', 0.125],
    ].map(([text, value]) => [rate, text, value]) as [Field<never>, string, number][]),
    ...([
      ['π', Math.PI],
      ['2π', 2 * Math.PI],
      ['1.5*pi', 1.5 * Math.PI],
      ['1,5 π', 1.5 * Math.PI],
      ['π/2', Math.PI / 2],
      ['−π/2', -Math.PI / 2],
      ['3π/4', 0.75 * Math.PI],
      ['3*pi/4', 0.75 * Math.PI],
      ['PI', Math.PI],
      ['–4', -4],
      ['−4', -4],
      ['1.234.567,5', 1_234_567.5],
      ['1 234,5', 1234.5],
    ].map(([text, value]) => [anyReal, text, value]) as [Field<never>, string, number][]),
    [clip as never, '1.25', 1.25],
    [clip as never, '1.234', 1.234],
  ])('is understood where it has one reading: %#, %s', (field, text, value) => {
    expect(typed(field, text)).toBe(value);
  });

  it.each<readonly [Field<never>, string, readonly string[]]>([
    [iterations as never, '70.000', ['70', '70000']],
    [iterations as never, '1.234', ['1234']],
    [rate as never, '1,234e-3', ['0.001234']],
    [rate as never, '1,234e-7', ['0.0001234']],
    [anyReal as never, '1,234e-7', ['1.2340e-7', '0.0001234']],
    [clip as never, '1,500', ['1.5']],
    [anyReal as never, '1,234', ['1.2340', '1234']],
    [anyReal as never, '1.234', ['1.2340', '1234']],
    [anyReal as never, '-12,500', ['-12.5', '-12500']],
    [clip as never, '1.000', ['1', '1000']],
    [amplitude as never, '0,1,4', ['0; 1.4', '0.1; 4']],
  ])('is asked about where it has two: %#, %s', (field, text, readings) => {
    const read = typed(field, text);
    expect([...(read as string[])].sort()).toEqual([...readings].sort());
    // Each of them is a text with that reading.
    for (const reading of readings) {
      expect(readTyped(field, reading).ok, reading).toBe(true);
    }
  });

  it.each<readonly [Field<never>, readonly string[]]>([
    [rate as never, ['', ' ', '-', 'abc', '1..2', '0x10', 'NaN', 'Infinity', '½', '0,1,2', '1 2']],
    [rate as never, ['5²', '(5)', '5%', '3/4π', 'pie', '1/0', '0.1.', '1e', '1e400', '0.5 0.5']],
    [iterations as never, ['7 0000', '70,00,0', '12.5', '70.000.00', '8-8', '1,5']],
    [hidden as never, ['', '8,,8', '-8', '8--8', '1 000', '8.5, 8', '8 8 8 8', '8a']],
    [amplitude as never, ['4', '4, 1', '0.1, 4, 5', '0 -3', '[0.1]', ', 4', '0.1 to', '0–1–2']],
  ])('is refused where it is none: %#', (field, texts) => {
    for (const text of texts) expect(typed(field, text), text).toEqual([]);
  });
});

describe('two numbers as people write them', () => {
  it.each<readonly [Field<never>, string, readonly number[]]>([
    [amplitude as never, '0.1, 4', [0.1, 4]],
    [amplitude as never, '0,1; 4', [0.1, 4]],
    [amplitude as never, '[0.1, 4]', [0.1, 4]],
    [amplitude as never, '0.1 4', [0.1, 4]],
    [amplitude as never, '0,1 4,5', [0.1, 4.5]],
    [amplitude as never, '0,1, 4', [0.1, 4]],
    [amplitude as never, '0.1–4', [0.1, 4]],
    [amplitude as never, '0.1 - 4', [0.1, 4]],
    [amplitude as never, '0.1 to 4', [0.1, 4]],
    [amplitude as never, '0.1 .. 4', [0.1, 4]],
    [amplitude as never, '(0,1 … 4)', [0.1, 4]],
    [amplitude as never, '2,1,4', [2.1, 4]],
    [amplitude as never, '٠٫١، ٤', [0.1, 4]],
    [amplitude as never, '0.1，4', [0.1, 4]],
    [inputs as never, '−4, 4', [-4, 4]],
    [inputs as never, '–4 – 4', [-4, 4]],
    [inputs as never, '-4–-1', [-4, -1]],
    [inputs as never, '-3 -1', [-3, -1]],
    [inputs as never, '-3 - 1', [-3, 1]],
    [phase as never, '0, π/2', [0, Math.PI / 2]],
    [phase as never, '0, 1.5*pi', [0, 1.5 * Math.PI]],
    [phase as never, '-π; 2π', [-Math.PI, 2 * Math.PI]],
    [phase as never, '−π – π', [-Math.PI, Math.PI]],
    [phase as never, '-π/2–π/2', [-Math.PI / 2, Math.PI / 2]],
  ])('are understood: %#, %s', (field, text, value) => {
    expect(typed(field, text)).toEqual(value);
  });
});

describe('widths of layers as people write them', () => {
  it.each([
    ['8 8', [8, 8]],
    ['8-8', [8, 8]],
    ['8x8', [8, 8]],
    ['8×8', [8, 8]],
    ['8, 8', [8, 8]],
    ['8;8', [8, 8]],
    ['[8, 16, 8]', [8, 16, 8]],
    ['64–64', [64, 64]],
    ['８　８', [8, 8]],
    ['128', [128]],
  ])('are understood: %s', (text, value) => {
    expect(typed(hidden as never, text)).toEqual(value);
  });
});

/** How places write numbers: what stands between thousands, before decimals, and in place of digits and minus. */
const locales = [
  ...['en', 'de', 'fr', 'de-CH', 'en-IN', 'sv', 'pl', 'es', 'pt', 'ar-EG', 'fa', 'hi-u-nu-deva'],
  ...['ja', 'he', 'bn', 'my', 'it', 'ru', 'de-AT', 'nb', 'ne', 'th-u-nu-thai'],
] as const;

/** What people put around a number without meaning anything by it. */
const around = fc.constantFrom<string[]>('', ' ', '\u00a0', '\u200b', '\u2009');
const style = fc.record({
  locale: fc.constantFrom(...locales),
  useGrouping: fc.constantFrom<('always' | false)[]>('always', false),
  before: around,
  after: around,
  wide: fc.boolean(),
});
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

function written(value: number, { locale, useGrouping, before, after, wide }: Style): string {
  const text = new Intl.NumberFormat(locale, { useGrouping, maximumFractionDigits: 20 }).format(
    value,
  );
  const wider = (char: string) => String.fromCharCode(char.charCodeAt(0) + 0xfee0);
  return before + (wide ? text.replace(/[0-9.,-]/g, wider) : text) + after;
}

/** Known, or refused with readings, of which one is it. */
function expectKnown<T>(field: Field<T>, text: string, known: number): void {
  for (const read of [readTyped(field, text), readGiven(field, text)]) {
    // This page writes "1.234" for a number between one and two, and its links are read so.
    const own = read.ok && formatNumber(read.value as number) === text.trim();
    if (read.ok && !own) expect(read.value, JSON.stringify(text)).toBe(known);
    if (!read.ok) {
      const meant = read.readings.map((reading) => readTyped(field, reading));
      expect(meant, JSON.stringify(text)).toContainEqual({ ok: true, value: known });
    }
  }
  const read = readTyped(field, text);
  if (read.ok) expect(read.value, JSON.stringify(text)).toBe(known);
}

describe('500 numbers written as places write them', () => {
  const whole = fc.integer({ min: 0, max: 10_000_000 });
  const decimals = fc.integer({ min: 0, max: 5 });
  const real = fc
    .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), decimals)
    .map(([digits, places]) => Number(`${digits}e-${places}`))
    .filter((value) => Math.abs(value) <= 10_000_000 && !Object.is(value, -0));

  it('are the known whole number, or refused with its readings', () => {
    fc.assert(
      fc.property(whole, style, (value, how) => expectKnown(anyWhole, written(value, how), value)),
      { numRuns: 250, seed: 912 },
    );
  });

  it('are the known real number, or refused with its readings', () => {
    fc.assert(
      fc.property(real, style, (value, how) => expectKnown(anyReal, written(value, how), value)),
      { numRuns: 250, seed: 913 },
    );
  });

  it('are the known two numbers, or refused', () => {
    let accepted = 0;
    const bound = fc.integer({ min: -10_000, max: 10_000 }).map((x) => x / 1000);
    const between = fc.constantFrom('; ', ' – ', ', ', ' to ', ' .. ', ' ');
    fc.assert(
      fc.property(bound, bound, style, between, fc.boolean(), (a, b, how, sign, boxed) => {
        const known = [Math.min(a, b), Math.max(a, b)] as const;
        const plain = { ...how, before: '', after: '' };
        const inner = known.map((value) => written(value, plain)).join(sign);
        const read = readTyped(inputs, boxed ? `[${inner}]` : inner);
        if (read.ok) {
          expect(read.value, inner).toEqual(known);
          accepted += 1;
        }
      }),
      { numRuns: 250, seed: 914 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
