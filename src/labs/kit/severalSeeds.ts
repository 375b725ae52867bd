/** What several seeds of an experiment have in common, and how far they lie apart: for `npm run reproduce -- --seeds`. */

import { mean, standardDeviation } from '../../math/statistics';
import type { Presentation, Report, Row } from './reproduction';
import { awayText, markdownWith, type ReproductionTable } from './reproductionTable';
import { RUNAWAY } from './runaways';

/** One method after so many steps. What one seed does not have, as most of its tasks ran away, they do not have together. */
export interface SeedsRow extends Omit<Row, 'ci95' | 'sum'> {
  /** Standard deviation of the seeds' means, as a sample has it. */
  readonly spread: number;
  /** Of the seeds' means. */
  readonly worst: number;
}

/** What is written of several seeds; its seconds of training are the mean. */
export interface SeedsReport extends Omit<Report, 'seed' | 'rows'> {
  readonly seeds: readonly number[];
  readonly rows: readonly SeedsRow[];
  /** What each seed measured, in their order. */
  readonly each: readonly { readonly seed: number; readonly rows: readonly Row[] }[];
}

/** @param each the same rows of every seed */
export function rowsOverSeeds(
  each: readonly (readonly Row[])[],
  { bounded = false }: Pick<Presentation, 'bounded'>,
): readonly SeedsRow[] {
  return each[0]!.map(({ method, steps }) => {
    const rows = each.map((seed) => seed.find((r) => r.method === method && r.steps === steps)!);
    const column = (value: (row: Row) => number) => rows.map(value);
    const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    const means = column((row) => row.mean);
    const isCounted = rows.every(({ ranAway }) => ranAway !== undefined);
    return {
      ...{ method, steps },
      mean: mean(means),
      spread: standardDeviation(means),
      // Of losses the greatest, of accuracies the least.
      worst: bounded ? Math.min(...means) : Math.max(...means),
      median: mean(column((row) => row.median)),
      tasks: total(column((row) => row.tasks)),
      ...(isCounted ? { ranAway: total(column((row) => row.ranAway!)) } : {}),
    };
  });
}

/** Mean seconds of every method. */
export function trainingOverSeeds(each: readonly Report['training'][]): Report['training'] {
  return each[0]!.map(({ method }) => {
    const all = each.flatMap((seed) => seed.filter((one) => one.method === method));
    return { method, seconds: mean(all.map(({ seconds }) => seconds)) };
  });
}

/** How to read the cells. */
export const READING_SEEDS = `Mean of the seeds ± their standard deviation, the worst of them, the mean of their medians in parentheses, published or known value in brackets. Tasks that ran away are counted over all seeds, and means are of the others, where those are not the fewer: a task has run away when its loss is not a number, or over ${RUNAWAY} times what it was before the first step, there and on average.`;

export const markdownOfSeeds = (table: ReproductionTable<SeedsRow>): string =>
  markdownWith(
    table,
    (row, format) =>
      `${format(row.mean)} ± ${format(row.spread)}, worst ${format(row.worst)} (${format(row.median)})${awayText(row)}`,
  );
