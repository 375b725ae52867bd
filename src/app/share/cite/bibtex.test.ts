import { describe, expect, it } from 'vitest';
import { presets as memory } from '../../../labs/memory/presets';
import { presets as omniglot } from '../../../labs/omniglot/presets';
import { presets as optimizers } from '../../../labs/optimizers/presets';
import { presets as regression } from '../../../labs/regression/presets';
import { contenderNames } from '../../../ui/palette';
import { about } from '../../../words/en/about';
import { memory as memoryWords } from '../../../words/en/memory';
import { omniglot as omniglotWords } from '../../../words/en/omniglot';
import { optimizers as optimizerWords } from '../../../words/en/optimizers';
import { regression as regressionWords } from '../../../words/en/regression';
import { type Entry, type PaperName, papers, papersOf, presetPapers } from './bibliography';
import { bibliographyOf, bibtexOf, pageEntry, papersInSight, readable } from './bibtex';

const names = Object.keys(papers) as PaperName[];
const entryOf = (name: PaperName): Entry => papers[name];
const page = pageEntry('https://example.org/inner-loop/');

/** What biblatex asks of each type; a year in place of a date. */
const required: Readonly<Record<Entry['type'], readonly string[]>> = {
  article: ['author', 'title', 'journal', 'year'],
  inproceedings: ['author', 'title', 'booktitle', 'year'],
  misc: ['author', 'title', 'year'],
  software: ['author', 'title', 'year', 'url'],
};

/** Entries of a BibTeX text as a small reader of its grammar finds them: fails at what is none. */
function read(text: string): { type: string; key: string; fields: Record<string, string> }[] {
  let at = 0;
  const take = (pattern: RegExp): string => {
    const found = new RegExp(pattern, 'y');
    found.lastIndex = at;
    const match = found.exec(text);
    if (match === null) throw new Error(`no ${pattern} at ${at}: ${text.slice(at, at + 40)}`);
    at = found.lastIndex;
    return match[1] ?? match[0];
  };
  const value = (): string => {
    take(/\{/);
    const from = at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= text.length) throw new Error(`a brace that is not closed, at ${from}`);
      if (text[at] === '{') depth++;
      if (text[at] === '}') depth--;
    }
    return text.slice(from, at - 1);
  };
  const entries = [];
  while (at < text.length) {
    const type = take(/@([a-z]+)\{/);
    const key = take(/([a-z]+[0-9]*),\n/);
    const fields: Record<string, string> = {};
    while (text[at] !== '}') {
      const name = take(/ {2}([a-z]+) = /);
      if (name in fields) throw new Error(`${key} has ${name} twice`);
      fields[name] = value();
      take(/,\n/);
    }
    take(/\}\n*/);
    entries.push({ type, key, fields });
  }
  return entries;
}

describe('BibTeX', () => {
  it('is read back as what was written, each key once', () => {
    const found = read(bibliographyOf(page, names));
    expect(found.map(({ key }) => key)).toEqual(['innerloop', ...names]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
    found.slice(1).forEach(({ type, fields }, i) => {
      expect({ type, fields }).toEqual(entryOf(names[i]!));
    });
  });

  it('is refused by the reader where it is none', () => {
    expect(() => read('@misc{a,\n  title = {a {{b},\n}')).toThrow('not closed');
    expect(() => read('@misc{a,\n  title = {a},\n  title = {a},\n}')).toThrow('twice');
    expect(() => read('@misc{a\n}')).toThrow();
  });

  it.each([['innerloop', page] as const, ...names.map((name) => [name, entryOf(name)] as const)])(
    'has what its type requires, and is plain ASCII: %s',
    (name, entry) => {
      for (const field of required[entry.type]) expect(entry.fields[field], field).toBeTruthy();
      expect(entry.fields.year).toMatch(/^\d{4}$/);
      if (name !== 'innerloop') expect(name.endsWith(entry.fields.year!)).toBe(true);
      expect(bibtexOf(name, entry)).toMatch(/^[\n -~]+$/);
    },
  );

  it('is read by people without its braces', () => {
    const { title, first, others, at } = readable(papers.andrychowicz2016);
    expect({ title, first, others }).toEqual({
      title: 'Learning to learn by gradient descent by gradient descent',
      first: 'Andrychowicz',
      others: 7,
    });
    expect(at).toEqual({ name: 'arXiv 1606.04474', url: 'https://arxiv.org/abs/1606.04474' });
    for (const name of names)
      expect(Object.values(readable(papers[name])).join()).not.toMatch(/[{}\\$]/);
  });
});

const numbers = (text: string) => text.match(/\d{4}\.\d{4,5}/g) ?? [];
const numbersOf = (found: readonly PaperName[]) =>
  found.flatMap((name) => entryOf(name).fields.eprint ?? []);

describe('what is cited', () => {
  it.each(contenderNames)('is what the page says of %s', (name) => {
    const { source } = about[name];
    expect(numbersOf(papersOf[name])).toEqual(expect.arrayContaining(numbers(source)));
    const years = papersOf[name].map((paper) => entryOf(paper).fields.year);
    expect(years.filter((year) => !source.includes(year!))).toEqual([]);
    expect(years.length > 0).toBe(source !== '');
  });

  it('is what the page says of every preset', () => {
    const labs = {
      regression: [regression, regressionWords],
      optimizers: [optimizers, optimizerWords],
      omniglot: [omniglot, omniglotWords],
      memory: [memory, memoryWords],
    } as const;
    const keys = Object.entries(labs).flatMap(([lab, [presets]]) =>
      Object.keys(presets).map((preset) => `${lab} ${preset}`),
    );
    expect(Object.keys(presetPapers).sort()).toEqual(keys.sort());
    for (const [lab, [presets, words]] of Object.entries(labs)) {
      for (const preset of Object.keys(presets)) {
        const { source } = (words.presets as Record<string, { source: string }>)[preset]!;
        expect(numbersOf(presetPapers[`${lab} ${preset}`]!)).toEqual(
          expect.arrayContaining(numbers(source)),
        );
      }
    }
  });

  it('is of who takes part, of the preset and of the characters, each once', () => {
    const chosen = { contenders: ['maml', 'fomaml', 'random', 'anil'], points: [[1, 2]] };
    expect(papersInSight({ lab: 'regression', preset: 'reptile-toy', spec: chosen })).toEqual([
      ...['finn2017', 'raghu2020', 'nichol2018'],
    ]);
    const methods = { methods: ['prototypical', 'pixels'], characters: 'omniglot' };
    expect(papersInSight({ lab: 'omniglot', preset: 'custom', spec: methods })).toEqual([
      ...['snell2017', 'lake2015'],
    ]);
    const made = { methods: ['pixels'], characters: 'procedural' };
    expect(papersInSight({ lab: 'omniglot', preset: 'custom', spec: made })).toEqual([]);
  });

  it('is what the page rests on where no lab is in sight', () => {
    expect(papersInSight(null)).toContain('finn2017');
  });
});
