/** What is cited for what is in sight, and how BibTeX writes it. */

import { type ContenderName, contenderNames } from '../../../ui/palette';
import {
  type Entry,
  mainPapers,
  type PaperName,
  papers,
  papersOf,
  presetPapers,
} from './bibliography';

/** Put there when the page is built. */
declare const VERSION: string;

interface Cited {
  /** The lab's name. */
  readonly lab: string;
  readonly preset: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

/** Each once, contenders in their order first; of the whole page where no lab is in sight. */
export function papersInSight(cited: Cited | null): readonly PaperName[] {
  if (cited === null) return mainPapers;
  const { lab, preset, spec } = cited;
  // Who takes part is the one list of contenders that each lab has.
  const chosen = Object.values(spec)
    .filter(Array.isArray)
    .flat()
    .filter((name): name is ContenderName => contenderNames.includes(name));
  const found = [
    ...chosen.flatMap((name) => papersOf[name]),
    ...(presetPapers[`${lab} ${preset}`] ?? []),
    ...(spec.characters === 'omniglot' ? (['lake2015'] as const) : []),
  ];
  return [...new Set(found)];
}

/** The page itself. */
export const pageEntry = (url: string): Entry => ({
  type: 'software',
  fields: {
    ...{ author: '{The Inner Loop authors}', title: '{Inner Loop}' },
    ...{ version: VERSION, year: '2026', url },
  },
});

export const bibtexOf = (key: string, { type, fields }: Entry): string =>
  [
    `@${type}{${key},`,
    ...Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`),
    '}',
  ].join('\n');

export const bibliographyOf = (page: Entry, names: readonly PaperName[]): string =>
  [bibtexOf('innerloop', page), ...names.map((name) => bibtexOf(name, papers[name]))].join('\n\n');

/** A paper as people read it. */
export function readable({ fields }: Entry) {
  const { author = '', title = '', year = '', eprint, doi } = fields;
  const plain = (text: string) =>
    text
      .replaceAll(/\{\\'o\}/g, 'ó')
      .replaceAll(/\{\\L\}/g, 'Ł')
      .replaceAll(/[{}$]/g, '');
  const people = plain(author).split(' and ');
  return {
    title: plain(title),
    first: people[0]!.split(',')[0]!,
    others: people.length - 1,
    year,
    at:
      eprint !== undefined
        ? { name: `arXiv ${eprint}`, url: `https://arxiv.org/abs/${eprint}` }
        : doi !== undefined
          ? { name: `doi ${doi}`, url: `https://doi.org/${doi}` }
          : null,
  };
}
