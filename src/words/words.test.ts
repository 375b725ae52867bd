import { parse as icu } from '@formatjs/icu-messageformat-parser';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anatomyOf, stringsIn } from './anatomy';
import { say } from './format';
import { type Message, message } from './message';
import { parse } from './parse';
import { pseudo } from './pseudo';
import { type Area, chooseLanguage, languageNames, loadWords, words } from './words';

const areas: Readonly<Record<Area, true>> = {
  frame: true,
  spec: true,
  contenders: true,
  characters: true,
  root: true,
  regression: true,
  seeds: true,
  optimizers: true,
  omniglot: true,
  stories: true,
  about: true,
  papers: true,
  pins: true,
  loops: true,
};

beforeAll(() => loadWords(...(Object.keys(areas) as Area[])));
afterEach(() => chooseLanguage('en'));

const english = async () => {
  await chooseLanguage('en');
  return stringsIn(words());
};

describe.each(languageNames)('the catalogues in %s', (language) => {
  it('have the sentences of English, of the same values and elements', async () => {
    const expected = await english();
    await chooseLanguage(language);
    const found = stringsIn(words());
    expect([...found.keys()]).toEqual([...expected.keys()]);
    for (const [path, text] of found) {
      const [{ values, elements }, of] = [anatomyOf(text), anatomyOf(expected.get(path)!)];
      expect({ values, elements }, path).toEqual({ values: of.values, elements: of.elements });
    }
  });

  it('parse, as the parser that knows all of ICU parses them', async () => {
    await chooseLanguage(language);
    for (const [path, text] of stringsIn(words())) expect(parse(text), path).toEqual(icu(text));
  });

  it('have elements that the page has', async () => {
    await chooseLanguage(language);
    for (const [path, text] of stringsIn(words())) {
      expect(['b', 'i', 'code'], path).toEqual(
        expect.arrayContaining([...anatomyOf(text).elements]),
      );
      // ICU quotes with it, and a text that is shown without values would keep the quotes.
      expect(text, path).not.toContain("'");
    }
  });
});

describe('a sentence', () => {
  it('takes its values as the language has them', () => {
    const drawings = message<{ count: number; of: number }>(
      '<b>{count, number}</b> of {of, plural, one {# drawing} other {# drawings}}',
    );
    expect(say(drawings, { count: 1234, of: 1 })).toBe('1,234 of 1 drawing');
    expect(say(drawings, { count: 1, of: 32_460 })).toBe('1 of 32,460 drawings');
  });

  it('shows values as they are, whatever they hold', () => {
    const quoted = message<{ value: string }>('it is “{value}”');
    expect(say(quoted, { value: '{x} <b>' })).toBe('it is “{x} <b>”');
  });
});

describe('what is no sentence', () => {
  it.each([
    ['{x', '} is missing: {x⟨?⟩'],
    ['{x, plural, one {# step}', '} is missing: {x, plural, one {# step}⟨?⟩'],
    ['x}', 'what opens this is missing: x⟨?⟩}'],
    ['<b>x', '</b> is missing: <b>x⟨?⟩'],
    ['<b>x</i>', '</b> is missing: <b>x⟨?⟩</i>'],
    ['{x, date}', '} is missing: {x⟨?⟩, date}'],
  ])('is refused at its place: %s', (text, message) => {
    expect(() => parse(text)).toThrow(new SyntaxError(message));
  });
});

describe('the pseudo-language', () => {
  it.each([
    ['Train', '⟦Ťŕàîñ⟧'],
    ['x {x}, y {y}', '⟦x {x}, y {y}⟧'],
    ['10-shot, σ = 0.01', '⟦10-šĥöť, σ = 0.01⟧'],
    ['run <b>now</b>, by <code>npm run it</code>', '⟦ŕüñ <b>ñöŵ</b>, ḃý <code>npm run it</code>⟧'],
    ['{n, number, ::.0} MB', '⟦{n, number, ::.0} ṀḂ⟧'],
    ['', ''],
  ])('accents the words of “%s”', (text, accented) => {
    expect(pseudo(text)).toBe(accented);
  });

  it('accents every form of a plural', () => {
    const steps = message<{ count: number }>(
      '{count, plural, =0 {none} one {# step} other {# steps}}',
    );
    const said = [0, 1, 2000].map((count) => say(pseudo(steps) as Message<object>, { count }));
    expect(said).toEqual(['⟦ñöñé⟧', '⟦1 šťéṗ⟧', '⟦2,000 šťéṗš⟧']);
  });

  it('leaves no two letters without accents beside each other', async () => {
    await chooseLanguage('pseudo');
    for (const [path, text] of stringsIn(words())) {
      for (const literal of anatomyOf(text).literals) {
        expect(literal, path).not.toMatch(/[a-zA-Z]{2}/);
      }
    }
  });
});
