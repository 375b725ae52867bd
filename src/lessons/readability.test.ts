/**
 * How easily lessons are read: Flesch's reading ease (Flesch 1948: 60 to 70 is plain English, below 30 hard) and the grade of
 * Kincaid et al. 1975, of the running text of each lesson. With READABILITY set in the environment they are printed.
 */

import { flesch } from 'flesch';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { beforeAll, describe, expect, it } from 'vitest';
import { lessonNames } from '../labs/kit/story/lessonNames';
import { sentencesIn } from '../words/anatomy';
import { loadWords, words } from '../words/words';

/** What a lesson must come to, and any one text of it that is long enough to be measured: the field's names are long words. */
const LEAST = { lesson: 60, text: 40 };
const ENOUGH_WORDS = 12;

beforeAll(() => loadWords('lessons'));

/** All that a sentence can hold; a value is one short word. */
const flat = (part: unknown): string =>
  typeof part === 'string' ? part : Array.isArray(part) ? part.map(flat).join('') : ' ten ';

function countsOf(text: string) {
  const plain = text.replace(/<[^>]*>/g, '').replace(/[αβθφκ∇]/g, ' ');
  const words = plain.match(/[\p{L}\d][\p{L}\d’'.,]*/gu) ?? [];
  const sentence = plain.match(/[.!?:](?=\s|$|”)/g)?.length ?? 0;
  return {
    word: words.length,
    sentence: Math.max(1, sentence),
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  };
}

const measured = (texts: readonly string[]) => {
  const all = texts.map(countsOf);
  const sum = (name: 'word' | 'sentence' | 'syllable') => all.reduce((a, b) => a + b[name], 0);
  const counts = { word: sum('word'), sentence: sum('sentence'), syllable: sum('syllable') };
  return { ...counts, ease: flesch(counts), grade: fleschKincaid(counts) };
};

describe.each(lessonNames)('the lesson %s', (name) => {
  /** Running text: titles and answers are not measured. */
  const textsOf = () =>
    [...sentencesIn(words().lessons.all[name])]
      .map(([path, text]) => [path, flat(text)] as const)
      .filter(([, text]) => countsOf(text).word >= ENOUGH_WORDS);

  it('is plain English', () => {
    const { ease, grade } = measured(textsOf().map(([, text]) => text));
    if (process.env.READABILITY)
      console.log(`${name}: ${ease.toFixed(0)}, grade ${grade.toFixed(1)}`);
    expect(ease).toBeGreaterThan(LEAST.lesson);
    for (const [path, text] of textsOf()) {
      expect(measured([text]).ease, path).toBeGreaterThan(LEAST.text);
    }
  });
});
