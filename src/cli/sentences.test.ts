import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { sentences } from './sentences.mjs';

const transform = (code: string, id = '/src/words/en/frame.ts'): string => {
  const { transform } = sentences() as unknown as {
    transform: (this: object, code: string, id: string) => { code: string } | null;
  };
  return transform.call({ parse: parseAst }, code, id)?.code ?? code;
};

describe('the catalogues, when the page is built', () => {
  it('have their sentences taken apart, and nothing else', () => {
    expect(
      transform('import { x } from "./{x}";\nexport const frame = { "{n}": x("{n} b"), c: `d` };'),
    ).toBe('import { x } from "./{x}";\nexport const frame = { "{n}": x([["n"]," b"]), c: `d` };');
    expect(transform('export const a = "{n}";', '/src/labs/names.ts')).toBe(
      'export const a = "{n}";',
    );
  });

  it.each([
    ['a value without its end', '"{x"'],
    ['a plural without its end', '"{x, plural, one {# step}"'],
    ['an element without its end', '"<b>x"'],
    ['an element with the end of another', '"<b>x</i>"'],
    ['a plural that counts from elsewhere', '"{n, plural, offset:1 one {#} other {#}}"'],
  ])('refuse %s, and say where', (_, text) => {
    expect(() => transform(`export const a = ${text};`)).toThrow(
      /\/src\/words\/en\/frame\.ts: “.*” is no sentence/,
    );
  });

  it('refuse quotes that ICU would take away', () => {
    expect(() => transform(`export const a = "{x} it''s";`)).not.toThrow();
    expect(() => transform(`export const a = "it''s";`)).toThrow("would be shown as “it's”");
  });

  it('refuse a sentence that is put together from others', () => {
    const code = ['export const a = `', '{b}; {x}`;'].join('$');
    expect(() => transform(code)).toThrow('takes values and is put together');
    expect(() => transform('export const a = "{b} " + "{c}";')).toThrow(
      'not put together with “+”',
    );
  });
});
