import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choice,
  formatNumber,
  integer,
  integerList,
  number,
  parseNumber,
  range,
  type SpecOf,
  selection,
} from './field';
import { changedFields, checkSpec, decodeSpec, encodeSpec } from './spec';

const options = [
  { value: 'sgd', label: 'SGD' },
  { value: 'adam', label: 'Adam' },
] as const;

const fields = {
  shots: integer({ min: 1, max: 100 }, { label: 'Shots K' }),
  innerRate: number({ min: 0.0001, max: 1, scale: 'log' }, { label: 'Rate α' }),
  phase: range({ min: -10, max: 10 }, { label: 'Phase' }),
  hidden: integerList({ min: 1, max: 256, most: 3 }, { label: 'Hidden' }),
  optimizer: choice(options, { label: 'Optimiser' }),
  contenders: selection(options, { label: 'Compare' }),
};
type Spec = SpecOf<typeof fields>;
const defaults: Spec = {
  shots: 10,
  innerRate: 0.01,
  phase: [0, Math.PI],
  hidden: [40, 40],
  optimizer: 'adam',
  contenders: ['sgd', 'adam'],
};
const decode = (text: string) =>
  decodeSpec(fields, defaults, new URLSearchParams(text), ['preset']);

describe('numbers as text', () => {
  it.each([
    ['3.5', 3.5],
    ['-1e-3', -0.001],
    ['pi', Math.PI],
    ['2pi', 2 * Math.PI],
    ['-0.5π', -0.5 * Math.PI],
    ['', ''],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
    ['pie', 'pie'],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it('come back to the very same number', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    const quarter = fc.integer({ min: -40, max: 40 }).map((k) => (k / 4) * Math.PI);
    fc.assert(
      fc.property(fc.oneof(any, quarter), (x) => {
        // Minus zero may come back as zero.
        expect((parseNumber(formatNumber(x)) as number) + 0).toBe(x + 0);
      }),
    );
    expect(formatNumber(2 * Math.PI)).toBe('2pi');
    expect(formatNumber(0.75 * Math.PI)).toBe('0.75pi');
  });
});

describe('the address of a spec', () => {
  it('reads back as the same spec', () => {
    const bound = fc.double({ min: -10, max: 10, noNaN: true });
    const specs: fc.Arbitrary<Spec> = fc.record({
      shots: fc.integer({ min: 1, max: 100 }),
      innerRate: fc.double({ min: 0.0001, max: 1, noNaN: true }),
      phase: fc.tuple(bound, bound).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
      hidden: fc.array(fc.integer({ min: 1, max: 256 }), { minLength: 1, maxLength: 3 }),
      optimizer: fc.constantFrom('sgd', 'adam'),
      contenders: fc.constantFrom<Spec['contenders'][]>(['sgd'], ['adam'], ['sgd', 'adam']),
    });
    fc.assert(
      fc.property(specs, (spec) => {
        const { spec: back, problems } = decode(String(encodeSpec(fields, spec)));
        expect(problems).toEqual([]);
        expect(changedFields(fields, back, spec)).toEqual([]);
      }),
    );
  });

  it('gives the defaults for what is missing, silently', () => {
    expect(decode('')).toEqual({ spec: defaults, problems: [] });
    expect(decode('preset=x').problems).toEqual([]);
  });

  it.each([
    ['shots=abc', 'shots is “abc”; it must be a whole number from 1 to 100: using 10'],
    ['shots=', 'shots is “”; it must be a whole number from 1 to 100: using 10'],
    ['shots=2.5', 'shots is “2.5”; it must be a whole number from 1 to 100: using 10'],
    ['shots=0x10', 'shots is “0x10”; it must be a whole number from 1 to 100: using 10'],
    ['shots=1e9', 'shots is “1000000000”; it must be a whole number from 1 to 100: using 10'],
    ['innerRate=3', 'innerRate is “3”; it must be a number from 0.0001 to 1: using 0.01'],
    ['innerRate=NaN', 'innerRate is “NaN”; it must be a number from 0.0001 to 1: using 0.01'],
    [
      'innerRate=Infinity',
      'innerRate is “Infinity”; it must be a number from 0.0001 to 1: using 0.01',
    ],
    [
      'phase=2,1',
      'phase is “2,1”; it must be two numbers from -10 to 10, the lower first: using 0,pi',
    ],
    ['phase=1', 'phase is “1”; it must be two numbers from -10 to 10, the lower first: using 0,pi'],
    [
      'hidden=40,40,40,40',
      'hidden is “40,40,40,40”; it must be 1 to 3 whole numbers from 1 to 256, with commas between: using 40,40',
    ],
    ['optimizer=lbfgs', 'optimizer is “lbfgs”; it must be one of sgd, adam: using adam'],
    ['contenders=', 'contenders is “”; it must be one or more of sgd, adam: using sgd,adam'],
    ['shot=5', 'there is no setting “shot”'],
    ['__proto__=5', 'there is no setting “__proto__”'],
    ['constructor=5', 'there is no setting “constructor”'],
  ])('names the bad field of %s and what is used instead', (text, message) => {
    const { spec, problems } = decode(text);
    expect(problems.map((p) => p.message)).toEqual([message]);
    expect(spec).toEqual(defaults);
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (text) => {
        const { spec, problems } = decode(text);
        expect(checkSpec(fields, defaults, spec).problems).toEqual([]);
        for (const p of problems) expect(p.message.length).toBeLessThan(200);
      }),
    );
  });
});

describe('checkSpec', () => {
  it.each([null, undefined, 3, 'text', [], { shots: {} }])('survives %j', (candidate) => {
    expect(checkSpec(fields, defaults, candidate).spec).toEqual(defaults);
  });

  it('puts a selection in order and drops repeats', () => {
    const { spec } = checkSpec(fields, defaults, { contenders: ['adam', 'sgd'] });
    expect(spec.contenders).toEqual(['sgd', 'adam']);
  });
});
