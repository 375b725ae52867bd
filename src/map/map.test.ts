import katex from 'katex';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../labs/kit/reproduction';
import { type LessonName, lessonNames } from '../labs/kit/story/lessonNames';
import { definition as memory } from '../labs/memory/lab';
import { readerNames } from '../labs/memory/methods';
import { type LabName, labNames } from '../labs/names';
import { form as omniglot } from '../labs/omniglot/lab';
import { methodNames as omniglotMethods } from '../labs/omniglot/methods/registry';
import { type ReportName, reportNames } from '../labs/omniglot/trained/papers';
import { definition as optimizers } from '../labs/optimizers/lab';
import { racerNames } from '../labs/optimizers/racers';
import { definition as regression } from '../labs/regression/lab';
import { contenderNames } from '../labs/regression/methods';
import { decodeAddress } from '../spec/address';
import type { AnyForm } from '../spec/mending';
import { loadWords, words } from '../words/words';
import { addressOf, lessonAddress, methodAddress, sightOf } from './address';
import { bilevelColumns, bilevelNames } from './bilevel';
import { type CardName, cardNames, cards, sources } from './cards';
import { groupsBy, markOf, placingOf } from './grouping';
import { isLive, type MethodName, methodNames, methods } from './methods';
import { groupWords, titleOf } from './phrases';
import { along, axis } from './published/figure';
import { miniImagenet, miniImagenetRows } from './published/miniImagenet';
import { mannFigures, omniglotRows } from './published/omniglot';
import { type TaxonomyName, taxonomies, taxonomyNames } from './taxonomies';

const forms = { regression, optimizers, omniglot, memory } as unknown as Readonly<
  Record<LabName, AnyForm>
>;
const reports = import.meta.glob<Report>('../labs/reproduced/omniglot-*.json', {
  eager: true,
  import: 'default',
});
const reportOf = (name: ReportName): Report => reports[`../labs/reproduced/${name}.json`]!;

beforeAll(() =>
  loadWords('contenders', 'optimizers', 'omniglot', 'memory', 'lessons', 'papers', 'field'),
);

describe('the map', () => {
  it('has whoever takes part in a lab', () => {
    const here = methodNames.flatMap((name) => methods[name].contenders ?? []);
    const inLabs = new Set([...contenderNames, ...omniglotMethods, ...racerNames, ...readerNames]);
    expect([...here].sort()).toEqual([...inLabs].sort());
  });

  it('has every lesson', () => {
    const here = new Set(methodNames.flatMap((name) => methods[name].lessons ?? []));
    expect([...here].sort()).toEqual([...lessonNames].sort());
  });

  it.each(methodNames)('leads from %s to what is there', (name) => {
    const [path = '', query = ''] = methodAddress(name, 'post').replace('#/', '').split('?');
    expect(titleOf(words(), name)).not.toBe('');
    if (!isLive(name)) {
      expect(path).toBe('map');
      expect(sightOf(new URLSearchParams(query))).toEqual({ by: 'post', see: name });
      expect(cards[name].tex).not.toBe('');
      return;
    }
    const lab = labNames.find((each) => each === path)!;
    const { problems, address } = decodeAddress(forms[lab], new URLSearchParams(query));
    expect(problems).toEqual([]);
    // It takes part in the lab that it leads to, as that opens.
    const { spec } = address as { spec: Readonly<Record<string, unknown>> };
    const part =
      spec[
        { regression: 'contenders', omniglot: 'methods', optimizers: 'racers', memory: 'readers' }[
          lab
        ]
      ];
    expect(part).toEqual(expect.arrayContaining([methods[name].contenders![0]]));
  });

  it.each(lessonNames)('leads to the lesson %s', (name: LessonName) => {
    expect(lessonAddress(name)).toMatch(
      new RegExp(`^#/(?:${labNames.join('|')})\\?lesson=${name}&story=1$`),
    );
  });

  it.each(taxonomyNames)('has every method once in the groups of %s', (by) => {
    const grouped = groupsBy(by);
    const members = grouped.flatMap((each) => each.members);
    expect(members.toSorted()).toEqual(methodNames.toSorted());
    for (const group of taxonomies[by]) {
      const found = grouped.find((each) => each.group === group)!;
      expect(found.members.length, group).toBeGreaterThan(0);
      expect(groupWords(words(), group, by).label).not.toBe('');
    }
    // Who is named comes before who only fits.
    for (const { members: some } of grouped) {
      const named = some.map((name) => placingOf(name, by)?.named ?? true);
      expect(named).toEqual(named.toSorted((a, b) => Number(b) - Number(a)));
    }
  });

  /** What each lecture itself says, in its own groups. */
  const said: Readonly<Record<TaxonomyName, Readonly<Record<string, readonly MethodName[]>>>> = {
    lecture: {
      initialisation: ['maml', 'fomaml', 'joint'],
      recurrent: ['learned', 'ravi'],
      reinforcement: ['learnToOptimise'],
    },
    post: { optimizer: ['maml', 'reptile'], metric: [], recurrent: ['recurrentPolicy'] },
    slides: {
      blackBox: ['blackBox'],
      metaNetworks: ['metaNetworks'],
      memory: ['encoderDecoder', 'memoryNetworks', 'readWriteMemory', 'mann'],
    },
  };

  it.each(taxonomyNames)('has in its group whom the lecture names: %s', (by) => {
    for (const [group, names] of Object.entries(said[by])) {
      const here = methodNames.filter((name) => {
        const placing = placingOf(name, by);
        return placing?.named === true && placing.group === group;
      });
      expect(here.toSorted()).toEqual(names.toSorted());
      for (const name of names) expect(['first', 'second', 'third']).toContain(markOf(name, by));
    }
  });

  it('is opened as its address says, and as it begins where that says nothing', () => {
    const sight = (text: string) => sightOf(new URLSearchParams(text));
    expect(sight('')).toEqual({ by: 'lecture', see: null });
    expect(sight('by=nobody&see=nothing')).toEqual({ by: 'lecture', see: null });
    expect(sight(addressOf('bilevel', 'slides').split('?')[1]!)).toEqual({
      by: 'slides',
      see: 'bilevel',
    });
  });
});

describe('a card', () => {
  it.each(cardNames)(
    'has an equation that can be set, words and a source: %s',
    (name: CardName) => {
      expect(() => katex.renderToString(cards[name].tex, { throwOnError: true })).not.toThrow();
      const { title, text, formula } = words().field.cards[name];
      for (const said of [title, text, formula]) expect(said).toMatch(/\S/);
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(60);
      expect(cards[name].sources.length).toBeGreaterThan(0);
    },
  );

  it('leads to a lab, where what it has in common with others is live, by settings that it has', () => {
    const leading = cardNames.flatMap((name) => cards[name].live ?? []);
    expect(leading.length).toBeGreaterThan(0);
    for (const live of leading) {
      const [path, query] = live.split('?');
      const lab = labNames.find((each) => each === path)!;
      const { problems, address } = decodeAddress(forms[lab], new URLSearchParams(query));
      expect(problems).toEqual([]);
      expect((address as { view: object }).view).toMatchObject({ lines: 'open' });
    }
  });

  it('names each source by the number that it leads to', () => {
    const used = new Set(cardNames.flatMap((name) => cards[name].sources));
    expect([...used].toSorted()).toEqual(Object.keys(sources).toSorted());
    for (const name of used) {
      const number = /arxiv\.org\/abs\/(.+)|forum\?id=(.+)/.exec(sources[name]);
      if (number === null) expect(sources[name]).toMatch(/^https:\/\/doi\.org\/10\.\d+\/\S+$/);
      else expect(words().field.sources[name]).toContain(number[1] ?? number[2]);
    }
  });
});

it('the table of two loops says something in every cell', () => {
  const { rows, columns } = words().field.bilevel;
  for (const column of bilevelColumns) {
    expect(columns[column]).toMatch(/\S/);
    for (const name of bilevelNames) expect(rows[name][column]).toMatch(/\S/);
  }
});

describe('published figures', () => {
  it.each(reportNames)('stand beside ours as they were computed: %s', (name) => {
    const report = reportOf(name);
    const rows = omniglotRows(name, report.rows);
    expect(rows.length).toBeGreaterThan(5);
    for (const { row, source, figures } of rows) {
      const own = report.rows.find(({ method }) => method === row);
      const ours = figures.find(({ kind }) => kind === 'ours');
      expect(ours?.mean).toBe(own && 100 * own.mean);
      expect(ours?.ci95).toBe(own && 100 * own.ci95);
      const published = figures.find(({ kind }) => kind === 'published');
      expect(published === undefined).toBe(source === null);
      if (published === undefined || row === 'mann') continue;
      const kept = report.published.find(({ method }) => method === row);
      if (kept !== undefined) expect(published.mean / 100).toBeCloseTo(kept.mean, 9);
    }
    const mann = rows.find(({ row }) => row === 'mann')?.figures[0]?.mean;
    expect(mann).toBe(mannFigures[name]);
  });

  it('are there before ours have come', () => {
    const rows = omniglotRows('omniglot-5way-1shot', []);
    expect(rows.every(({ figures }) => figures.length === 1)).toBe(true);
  });

  it('of mini-ImageNet lie on their axis, with their intervals', () => {
    for (const row of miniImagenetRows) {
      for (const { mean, ci95 } of miniImagenet[row]) {
        expect(mean - ci95).toBeGreaterThan(20);
        expect(mean + ci95).toBeLessThan(70);
      }
    }
  });

  it('lie where the axis says', () => {
    const percent = axis(80, 100, 5);
    expect(percent.ticks).toEqual([80, 85, 90, 95, 100]);
    expect([80, 90, 100, 41.7].map((value) => along(percent, value))).toEqual([0, 50, 100, 0]);
  });
});
