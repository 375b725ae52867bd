/** What is said of a figure that is taken away: what the lab in sight says, or where it was; then the program and the day. */

import { factsOf, words, wordsStore } from '../../../words/words';
import type { Row, Stamp } from '../stamp';
import { stamping } from '../stamp';
import type { Measured } from '../table';

/** Of the package, and of the commit that it was built from: the build puts it here. */
declare const VERSION: string;

const PROGRAM = 'Inner Loop';

export const program = (): string => `${PROGRAM} ${VERSION}`;

export async function stampNow(now: Date, of: Measured | null): Promise<Stamp> {
  const asked = (await stamping.ask?.(of)) ?? {
    place: /^#\/([\w-]+)/.exec(location.hash)?.[1] ?? 'inner-loop',
    run: [],
    lines: [],
    link: location.href,
  };
  const { figures } = words();
  const last: Row[] = [
    { label: program(), value: '' },
    { label: figures.date, value: dayOf(now) },
  ];
  return { ...asked, lines: [...asked.lines, last] };
}

/** As every language reads it, and where the person is. */
function dayOf(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

export const languageNow = (): string => factsOf(wordsStore.getState().language).locale;

const said = ({ label, value }: Row): string =>
  value === '' ? label : `${label}${words().figures.colon}${value}`;

/** Below a picture. */
export const linesOf = (stamp: Stamp): string[] =>
  stamp.lines.filter((rows) => rows.length > 0).map((rows) => rows.map(said).join(' · '));

/** At the head of a table of numbers: a line each. */
export const headOf = (title: string, stamp: Stamp): string[] => [
  title,
  ...stamp.lines.flat().map(said),
  stamp.link,
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

/** Lab, chart, and what tells one run from another. */
export const nameOf = (title: string, { place, run }: Stamp, kind: string): string =>
  `${[place, plain(title), ...run].join('-')}.${kind}`;
