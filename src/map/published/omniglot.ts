/** Omniglot: what papers report, beside what was computed here beforehand. Ours are those of the kept reports. */

import type { Row } from '../../labs/kit/reproduction';
import type { PublishedAccuracy, Source } from '../../labs/omniglot/methods/published';
import { methodNames, methodOf } from '../../labs/omniglot/methods/registry';
import { presets } from '../../labs/omniglot/presets';
import { type ReportName, rowName } from '../../labs/omniglot/trained/papers';
import type { Figure } from './figure';

/** Per cent; its own protocol is a stream of drawings, and table 1 of Finn et al. 2017 quotes it beside the others. */
export const mannFigures: Readonly<Partial<Record<ReportName, number>>> = {
  'omniglot-5way-1shot': 82.8,
  'omniglot-5way-5shot': 94.9,
};

export interface OmniglotRow {
  /** A row of the report; MANN is in none. */
  readonly row: string;
  /** Who reports it; null where only we do. */
  readonly source: Source | 'mann' | null;
  readonly figures: readonly Figure[];
}

const published = (mean: number, ci95: number | null): Figure => ({
  kind: 'published',
  mean,
  ci95,
});
const publishedOf = ({ mean, ci95 }: PublishedAccuracy): Figure =>
  published(100 * mean, ci95 === null ? null : 100 * ci95);
const oursOf = ({ mean, ci95 }: Row): Figure => ({
  kind: 'ours',
  mean: 100 * mean,
  ci95: 100 * ci95,
});

/**
 * Each method as its paper normalises queries, and otherwise where a paper reports that.
 *
 * @param measured rows of the report of this name
 */
export function omniglotRows(name: ReportName, measured: readonly Row[]): readonly OmniglotRow[] {
  const { ways, shots } = presets[name].spec;
  const ours = (row: string): readonly Figure[] => {
    const found = measured.find(({ method }) => method === row);
    return found === undefined ? [] : [oursOf(found)];
  };
  const rows = methodNames.flatMap((method): OmniglotRow[] => {
    const reported = methodOf(method).published.filter(
      (each) => each.ways === ways && each.shots === shots,
    );
    const shown = reported.map((each): OmniglotRow => {
      const row = rowName(method, each.statistics);
      return { row, source: each.source, figures: [publishedOf(each), ...ours(row)] };
    });
    const own: OmniglotRow = { row: method, source: null, figures: ours(method) };
    return shown.length === 0 && own.figures.length > 0 ? [own] : shown;
  });
  const mann = mannFigures[name];
  return mann === undefined
    ? rows
    : [...rows, { row: 'mann', source: 'mann', figures: [published(mann, null)] }];
}
