/** Measured beside published, as a table: for the terminal, for README and for the page. */

import { digits, NO_NUMBER } from '../../words/digits';
import { sayNumber } from '../../words/format';
import type { ContenderWords } from '../../words/shape';
import type { Words } from '../../words/words';
import type { Presentation, PublishedRow, Report, Row } from './reproduction';
import { RUNAWAY } from './runaways';

/** A method in words, if it is a contender. */
export function methodLabel(words: Words, method: string): string {
  const all = words.contenders as unknown as Readonly<Record<string, ContenderWords>>;
  return all[method]?.label ?? method;
}

export const publishedText = ({ mean, range }: PublishedRow, format = digits): string =>
  range === undefined ? format(mean) : `${range[0]}–${range[1]}`;

const stepsText = (step: number): string => (step === 1 ? '1 step' : `${step} steps`);

/** What says which cell a value stands in. */
type Placed = Pick<Row, 'method' | 'steps'>;

/** One method at one number of steps: what was measured, and what was published. */
export interface Cell<R = Row> {
  readonly measured: R | undefined;
  readonly published: PublishedRow | undefined;
}

export interface ReproductionTable<R = Row> {
  /** Steps of each column; meaningless where there is a heading instead. */
  readonly steps: readonly number[];
  readonly headings: readonly string[];
  format(value: number): string;
  /** Methods that were run, then predictors whose error is known. */
  readonly rows: readonly {
    readonly method: string;
    readonly label: string;
    readonly cells: readonly Cell<R>[];
  }[];
}

/** Methods down, steps across. */
export function tableOf<R extends Placed>(
  { rows, published }: Pick<Report, 'published'> & { readonly rows: readonly R[] },
  presentation: Presentation,
): ReproductionTable<R> {
  const { shownSteps, heading, label, column = stepsText } = presentation;
  const format = (value: number): string =>
    Number.isFinite(value) ? (presentation.format ?? digits)(value) : NO_NUMBER;
  const at = published.filter((p) => p.steps > 0).map((p) => p.steps);
  const several = [...new Set([...shownSteps, ...at])].toSorted((a, b) => a - b);
  const steps = heading === undefined ? several : [0];
  const fits = (row: Placed, step: number) => heading !== undefined || row.steps === step;
  const all: readonly Placed[] = [...rows, ...published];
  const methods = [...new Set(all.map((row) => row.method))];
  return {
    steps,
    headings: heading === undefined ? steps.map(column) : [heading],
    format,
    rows: methods.map((method) => ({
      method,
      label: label(method),
      cells: steps.map((step) => ({
        measured: rows.find((r) => r.method === method && fits(r, step)),
        published: published.find((p) => p.method === method && fits(p, step)),
      })),
    })),
  };
}

/** How to read the cells. */
export const READING = `Mean ± 95% interval over held-out tasks, median in parentheses, published or known value in brackets. Tasks that ran away are counted, and mean and interval are of the others, where those are not the fewer: a task has run away when its loss is not a number, or over ${RUNAWAY} times what it was before the first step, there and on average.`;

/** Of a report that was made before tasks that run away were counted. */
export const UNCOUNTED = 'Means are of all tasks, with those that ran away: they were not counted.';

/** Whether its losses are measured without a look at what runs away. */
export const isUncounted = (
  { rows }: { readonly rows: readonly Pick<Row, 'ranAway'>[] },
  { bounded }: Presentation,
): boolean => bounded !== true && rows.some(({ ranAway }) => ranAway === undefined);

/** What ran away, after what is of the others; nothing if nothing did. */
export const awayText = ({ ranAway = 0, tasks }: Pick<Row, 'ranAway' | 'tasks'>): string =>
  ranAway === 0 ? '' : `; ${sayNumber(ranAway)} of ${sayNumber(tasks)} ran away`;

export const markdownOf = (table: ReproductionTable): string =>
  markdownWith(
    table,
    (row, format) =>
      `${format(row.mean)} ± ${format(row.ci95)} (${format(row.median)})${awayText(row)}`,
  );

/** @param text what was measured, in words */
export function markdownWith<R>(
  { headings, format, rows }: ReproductionTable<R>,
  text: (measured: R, format: (value: number) => string) => string,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cellText = ({ measured, published }: Cell<R>): string =>
    [measured && text(measured, format), published && `[${publishedText(published, format)}]`]
      .filter(Boolean)
      .join(' ');
  return [
    line(['Method', ...headings]),
    line(['---', ...headings.map(() => '--:')]),
    ...rows.map(({ label, cells }) => line([label, ...cells.map(cellText)])),
  ].join('\n');
}
