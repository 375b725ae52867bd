import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choice,
  formatNumber,
  integer,
  integerList,
  number,
  parseNumber,
  point,
  range,
  type SpecOf,
  selection,
} from './field';

import { changedFields, checkSpec, decodeSpec, encodeSpec, unknownIn } from './spec';

const options = ['sgd', 'adam'] as const;

const fields = {
  shots: integer({ min: 1, max: 100 }),
  innerRate: number({ min: 0.0001, max: 1, scale: 'log' }),
  phase: range({ min: -10, max: 10 }),
  hidden: integerList({ min: 1, max: 256, most: 3 }),
  optimizer: choice(options),
  contenders: selection(options),
  start: point(),
};
type Spec = SpecOf<typeof fields>;
const defaults: Spec = {
  shots: 10,
  innerRate: 0.01,
  phase: [0, Math.PI],
  hidden: [40, 40],
  optimizer: 'adam',
  contenders: ['sgd', 'adam'],
  start: null,
};
const decode = (text: string) => {
  const params = new URLSearchParams(text);
  const { spec, problems } = decodeSpec(fields, defaults, params);
  return { spec, problems: [...problems, ...unknownIn(params, fields, { preset: true })] };
};

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
      start: fc.constantFrom<Spec['start'][]>(null, { x: -1.5, y: 0 }, { x: 9, y: 0.000001 }),
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
    ['shots=abc', 'shots', 'abc', '10'],
    ['shots=', 'shots', '', '10'],
    ['shots=2.5', 'shots', '2.5', '10'],
    ['shots=0x10', 'shots', '0x10', '10'],
    ['shots=1e9', 'shots', '1000000000', '10'],
    ['innerRate=NaN', 'innerRate', 'NaN', '0.01'],
    ['phase=2,1', 'phase', '2,1', '0,pi'],
    ['phase=1', 'phase', '1', '0,pi'],
    ['hidden=40,40,40,40', 'hidden', '40,40,40,40', '40,40'],
    ['optimizer=lbfgs', 'optimizer', 'lbfgs', 'adam'],
    ['contenders=', 'contenders', '', 'sgd,adam'],
    ['start=1:x', 'start', '1:x', ''],
  ])('names the bad field of %s and what is used instead', (text, field, value, used) => {
    const { spec, problems } = decode(text);
    expect(problems).toMatchObject([{ code: 'value', field, value, used }]);
    expect(spec).toEqual(defaults);
  });

  it.each(['shot', '__proto__', 'constructor'])('knows no setting %s', (field) => {
    expect(decode(`${field}=5`).problems).toEqual([{ code: 'unknown', field }]);
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (text) => {
        const { spec, problems } = decode(text);
        expect(checkSpec(fields, defaults, spec).problems).toEqual([]);
        for (const p of problems) {
          expect(p.field.length).toBeLessThan(30);
          if (p.code === 'value') expect(p.value.length).toBeLessThan(30);
        }
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
