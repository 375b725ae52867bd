import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type FormulaProblem, functionNames, LONGEST_FORMULA, readFormula } from './formula';

const valueAt = (text: string, x: number): number => {
  const read = readFormula(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value(x);
};
const problemOf = (text: string): FormulaProblem | null => {
  const read = readFormula(text);
  return read.ok ? null : read.problem;
};

describe('a formula', () => {
  it.each([
    ['sin(2x)+x/3', (x: number) => Math.sin(2 * x) + x / 3],
    ['abs(x)', Math.abs],
    ['step(x)', (x: number) => (x < 0 ? 0 : 1)],
    ['3*exp(-x^2)', (x: number) => 3 * Math.exp(-x * x)],
    ['-x^2', (x: number) => -(x * x)],
    ['(-x)^2', (x: number) => x * x],
    ['2^-x', (x: number) => 2 ** -x],
    ['2^3^2', () => 512],
    ['-2^2', () => -4],
    ['1 - 2 - 3', () => -4],
    ['8/2/2', () => 2],
    ['2pi', () => 2 * Math.PI],
    ['2πx', (x: number) => 2 * Math.PI * x],
    ['e^x', Math.exp],
    ['2e3 + 1e-3', () => 2000.001],
    ['2e', () => 2 * Math.E],
    ['.5x', (x: number) => x / 2],
    ['(x+1)(x-1)', (x: number) => x * x - 1],
    ['x(x+1)', (x: number) => x * (x + 1)],
    ['3sin(x)cos(x)', (x: number) => 3 * Math.sin(x) * Math.cos(x)],
    ['x² − 2·x', (x: number) => x * x - 2 * x],
    ['x**2', (x: number) => x * x],
    ['２ｓｉｎ（ｘ）＋ｘ／３', (x: number) => 2 * Math.sin(x) + x / 3],
    ['X + SIN(X)', (x: number) => x + Math.sin(x)],
    [
      'min(x, 1) + max(0, x) + mod(x, 2)',
      (x: number) => {
        return Math.min(x, 1) + Math.max(0, x) + (x - 2 * Math.floor(x / 2));
      },
    ],
    ['+x--x', (x: number) => x + x],
    ['2*-x', (x: number) => -2 * x],
  ] as const)('%s is what mathematics says', (text, meant) => {
    for (const x of [-1.7, -0.5, 0, 0.3, 2]) expect(valueAt(text, x)).toBeCloseTo(meant(x), 12);
  });

  it('has no value where the reals have none', () => {
    expect(valueAt('sqrt(x)', -1)).toBeNaN();
    expect(valueAt('log(x)', -1)).toBeNaN();
    expect(valueAt('1/x', 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ['', { code: 'empty' }],
    ['   ', { code: 'empty' }],
    ['sin(2y)', { code: 'name', at: 6, text: 'y' }],
    ['x + foo', { code: 'name', at: 5, text: 'foo' }],
    ['sin x', { code: 'call', at: 1, text: 'sin' }],
    ['x % 2', { code: 'character', at: 3, text: '%' }],
    ['|x|', { code: 'character', at: 1, text: '|' }],
    ['y = x', { code: 'name', at: 1, text: 'y' }],
    ['x = 2', { code: 'character', at: 3, text: '=' }],
    ['(x + 1', { code: 'unclosed', at: 1 }],
    ['x + 1)', { code: 'unopened', at: 6 }],
    ['x +', { code: 'ends' }],
    ['x + * 2', { code: 'unexpected', at: 5, text: '*' }],
    ['* x', { code: 'unexpected', at: 1, text: '*' }],
    ['2 3', { code: 'unexpected', at: 3, text: '3' }],
    ['max(x)', { code: 'arguments', text: 'max', count: 2 }],
    ['sin(x, x)', { code: 'arguments', text: 'sin', count: 1 }],
    ['()', { code: 'unexpected', at: 2, text: ')' }],
    ['sin()', { code: 'arguments', text: 'sin', count: 1 }],
    ['x, x', { code: 'unexpected', at: 2, text: ',' }],
    ['5!', { code: 'character', at: 2, text: '!' }],
    ['x'.repeat(LONGEST_FORMULA + 1), { code: 'long', most: LONGEST_FORMULA }],
  ])('“%s” is refused, and where', (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });
});

describe('hostile text', () => {
  it.each([
    'constructor',
    'constructor(x)',
    'x.constructor',
    'x["constructor"]',
    '__proto__',
    'this',
    'x = 3',
    'toString()',
    'hasOwnProperty(x)',
    'alert(1)',
    'sin.constructor("alert(1)")()',
    '`x`',
    '"x"',
    'x ? 1 : 2',
    '[x]',
    '{x}',
    'x; x',
    '99999999!',
    'import("x")',
    '\\u0061',
    '//',
    'x//x',
    'x/**/x',
  ])('%s is no formula', (text) => {
    expect(problemOf(text)).not.toBeNull();
  });

  it('is done with at once, however it is nested', () => {
    const compile = vi.spyOn(globalThis, 'Function');
    const towers = `x${'^x'.repeat(99)}`;
    expect(valueAt(towers, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(valueAt(`${'-'.repeat(199)}x`, 1)).toBe(-1);
    expect(valueAt(`${'('.repeat(40)}x${')'.repeat(40)}`, 1)).toBe(1);
    expect(problemOf(`${'('.repeat(41)}x${')'.repeat(41)}`)).toEqual({ code: 'deep', most: 40 });
    expect(problemOf('('.repeat(1e6))).toEqual({ code: 'long', most: LONGEST_FORMULA });
    expect(valueAt('9^9^9^9^9^9^9', 1)).toBe(Number.POSITIVE_INFINITY);
    expect(compile).not.toHaveBeenCalled();
    compile.mockRestore();
  });

  it('is either a function of numbers or refused with a reason', () => {
    const part = fc.constantFrom(
      ...functionNames,
      ...[
        'x',
        'pi',
        'e',
        '1',
        '.5',
        '2e3',
        '(',
        ')',
        '+',
        '-',
        '*',
        '/',
        '^',
        ',',
        ' ',
        '²',
        '.',
        '__proto__',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 40 }).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          const read = readFormula(text);
          if (read.ok) expect(typeof read.value(0.5)).toBe('number');
          else expect(read.problem.code).toMatch(/^[a-z]+$/);
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
  });
});
