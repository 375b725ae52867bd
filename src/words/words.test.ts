import compile from 'icu-minify/compile';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anatomyOf, sentencesIn } from './anatomy';
import { say } from './format';
import type { Message } from './message';
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
  files: true,
  stories: true,
  about: true,
  papers: true,
  pins: true,
  loops: true,
  microscope: true,
  lessons: true,
  bowls: true,
  pictures: true,
  hall: true,
  offline: true,
  field: true,
};

beforeAll(() => loadWords(...(Object.keys(areas) as Area[])));
afterEach(() => chooseLanguage('en'));

const sentence = <Values extends object>(text: string) =>
  compile(text) as unknown as Message<Values>;

const english = async () => {
  await chooseLanguage('en');
  return sentencesIn(words());
};

describe.each(languageNames)('the catalogues in %s', (language) => {
  it('have the sentences of English, of the same values and elements', async () => {
    const expected = await english();
    await chooseLanguage(language);
    const found = sentencesIn(words());
    expect([...found.keys()]).toEqual([...expected.keys()]);
    for (const [path, text] of found) {
      const [{ values, elements }, of] = [anatomyOf(text), anatomyOf(expected.get(path)!)];
      expect({ values, elements }, path).toEqual({ values: of.values, elements: of.elements });
    }
  });

  it('have elements that the page has', async () => {
    await chooseLanguage(language);
    for (const [path, text] of sentencesIn(words())) {
      // Its own, and in whose place something is drawn.
      expect(['b', 'i', 'code', 'repository'], path).toEqual(
        expect.arrayContaining([...anatomyOf(text).elements]),
      );
    }
  });
});

describe('a sentence', () => {
  it('takes its values as the language has them', () => {
    const drawings = sentence<{ count: number; of: number }>(
      '<b>{count, number}</b> of {of, plural, one {# drawing} other {# drawings}}',
    );
    expect(say(drawings, { count: 1234, of: 1 })).toBe('1,234 of 1 drawing');
    expect(say(drawings, { count: 1, of: 32_460 })).toBe('1 of 32,460 drawings');
  });

  it('shows values as they are, whatever they hold', () => {
    const quoted = sentence<{ value: string }>('it is “{value}”');
    expect(say(quoted, { value: '{x} <b>' })).toBe('it is “{x} <b>”');
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
    expect(pseudo(compile(text))).toEqual(compile(accented));
  });

  it('accents every form of a plural', () => {
    const steps = sentence<{ count: number }>(
      '{count, plural, =0 {none} one {# step} other {# steps}}',
    );
    const said = [0, 1, 2000].map((count) => say(pseudo(steps) as Message<object>, { count }));
    expect(said).toEqual(['⟦ñöñé⟧', '⟦1 šťéṗ⟧', '⟦2,000 šťéṗš⟧']);
  });

  it('leaves no two letters without accents beside each other', async () => {
    await chooseLanguage('pseudo');
    for (const [path, text] of sentencesIn(words())) {
      for (const literal of anatomyOf(text).literals) {
        expect(literal, path).not.toMatch(/[a-zA-Z]{2}/);
      }
    }
  });
});
