import compile from 'icu-minify/compile';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anatomyOf, sentencesIn } from './anatomy';
import { say, sayNumber } from './format';
import type { Message } from './message';
import { pseudo } from './pseudo';
import {
  type Area,
  chooseLanguage,
  factsOf,
  type Language,
  languageNames,
  loadWords,
  words,
  wordsStore,
} from './words';

const areas: Readonly<Record<Area, true>> = {
  frame: true,
  spec: true,
  contenders: true,
  characters: true,
  root: true,
  regression: true,
  reading: true,
  limit: true,
  seen: true,
  ownTask: true,
  omniglotHow: true,
  memory: true,
  lake: true,
  seeds: true,
  optimizers: true,
  omniglot: true,
  files: true,
  figures: true,
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
  runs: true,
  python: true,
  shown: true,
  share: true,
};

beforeAll(() => loadWords(...(Object.keys(areas) as Area[])));
afterEach(() => chooseLanguage('en'));

const sentence = <Values extends object>(text: string) =>
  compile(text) as unknown as Message<Values>;

const catalogue = async (language: Language, area: Area) =>
  sentencesIn(await factsOf(language).load(area));

describe.each(languageNames)('in %s the catalogue', (language) => {
  it.each(Object.keys(areas) as Area[])('%s has the sentences of English', async (area) => {
    const [expected, found] = await Promise.all([catalogue('en', area), catalogue(language, area)]);
    expect({
      missing: [...expected.keys()].filter((path) => !found.has(path)),
      superfluous: [...found.keys()].filter((path) => !expected.has(path)),
    }).toEqual({ missing: [], superfluous: [] });
    for (const [path, text] of found) {
      const [{ values, elements }, of] = [anatomyOf(text), anatomyOf(expected.get(path)!)];
      expect({ values, elements }, path).toEqual({ values: of.values, elements: of.elements });
      // Those of the page, and in whose place something is drawn.
      expect(['b', 'i', 'code', 'mark', 'repository'], path).toEqual(
        expect.arrayContaining([...elements]),
      );
    }
  });
});

/** Names, keys, symbols, and titles of papers, which are cited as they were published. */
const SAME = [
  /^(?:MAML|Reptile|Meta-SGD|ANIL|MANN|SGD|Adam|RMSprop|Nesterov|L-BFGS|LSTM|Omniglot|CSV|SVG|PNG|ReLU|tanh|rad)$/,
  /^(?:[←→]Page (?:Up|Down)|Backspace|inner-loop-lecture\.json)/,
  /^(?:\d*-way )?\d*-shot$/,
  /^(?:Meta Networks|SNAIL|(?:v [−+] α)?Hv)$/,
  /^(?:WebAssembly SIMD|TensorFlow\.js · \w+)$/,
  /· Inner Loop$/,
  /^[A-Z][^.]* (?:(?:and|et al\.) [^.]*)?\d{4}(?:[:,;]|$)/,
];

describe('in Chinese', () => {
  it.each(Object.keys(areas) as Area[])('nothing of %s is left in English', async (area) => {
    const [english, chinese] = await Promise.all([catalogue('en', area), catalogue('zh', area)]);
    const left = [...chinese].flatMap(([path, text]) => {
      const said = anatomyOf(text).literals.join('');
      const same = said === anatomyOf(english.get(path)!).literals.join('');
      if (!same || !/[a-z]{2}/i.test(said) || SAME.some((one) => one.test(said))) return [];
      return [`${path}: ${said}`];
    });
    expect(left).toEqual([]);
  });

  it.each(Object.keys(areas) as Area[])(
    'the points of %s are as wide as its letters',
    async (area) => {
      const narrow = [...(await catalogue('zh', area))].flatMap(([path, text]) =>
        anatomyOf(text)
          .literals.filter((said) => /\p{sc=Han}[,.;:!?(]|[,;!?)]\p{sc=Han}/u.test(said))
          .map((said) => `${path}: ${said}`),
      );
      expect(narrow).toEqual([]);
    },
  );

  it('numbers are grouped as there', async () => {
    await chooseLanguage('zh');
    expect(sayNumber(12_345.5)).toBe('12,345.5');
    expect(sayNumber(0.95, { style: 'percent' })).toBe('95%');
  });
});

it('a language has the words, too, that come in the language of before while it is chosen', async () => {
  const { words: all } = wordsStore.getState();
  wordsStore.setState({ words: { frame: all.frame } });
  const choosing = chooseLanguage('zh');
  wordsStore.setState((state) => ({ words: { ...state.words, papers: all.papers! } }));
  await choosing;
  expect(words().papers).toBe((await import('./zh/papers')).papers);
  wordsStore.setState({ language: 'en', words: all });
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
