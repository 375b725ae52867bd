/**
 * A bounded record of a streamed table: rows fall into bins of equal width in meta-iterations, and when
 * the bins run out, neighbours are merged. Memory and drawing time stay flat however long a run is.
 */

import type { Columns } from './experiment';

export interface Series {
  /** Meta-iterations in one bin. */
  readonly binWidth: number;
  /** Rows at or before this meta-iteration are in already; seen again (after a resumption) they are ignored. */
  readonly last: number;
  readonly bins: readonly Bin[];
}

interface Bin {
  readonly rows: number;
  /** Sum of the rows' meta-iterations. */
  readonly iterations: number;
  readonly columns: Readonly<Record<string, Cell>>;
}

/** Sum and number of the finite values of one column. */
interface Cell {
  readonly sum: number;
  readonly count: number;
}

/** Few enough that a bin of a noisy loss is worth drawing. */
export const CAPACITY = 120;

export const emptySeries: Series = { binWidth: 1, last: -1, bins: [] };

const mergeCells = (a: Cell | undefined, b: Cell | undefined): Cell => ({
  sum: (a?.sum ?? 0) + (b?.sum ?? 0),
  count: (a?.count ?? 0) + (b?.count ?? 0),
});

function mergeBins(a: Bin, b: Bin): Bin {
  const names = new Set([...Object.keys(a.columns), ...Object.keys(b.columns)]);
  const columns = Object.fromEntries(
    [...names].map((name) => [name, mergeCells(a.columns[name], b.columns[name])]),
  );
  return { rows: a.rows + b.rows, iterations: a.iterations + b.iterations, columns };
}

const slot = (bin: Bin, width: number): number => Math.floor(bin.iterations / bin.rows / width);

/** Puts bins that share a slot of `width` together. */
function rebin(bins: readonly Bin[], width: number): Bin[] {
  const merged: Bin[] = [];
  for (const bin of bins) {
    const before = merged.at(-1);
    if (before !== undefined && slot(before, width) === slot(bin, width)) {
      merged[merged.length - 1] = mergeBins(before, bin);
    } else merged.push(bin);
  }
  return merged;
}

/** The series with new rows; `columns.iteration` rises. */
export function append(series: Series, columns: Columns): Series {
  const { iteration = new Float64Array(), ...values } = columns;
  const fresh: Bin[] = [];
  let { last } = series;
  for (const [i, at] of iteration.entries()) {
    if (at <= last) continue;
    last = at;
    const cell = (value: number): Cell =>
      Number.isFinite(value) ? { sum: value, count: 1 } : { sum: 0, count: 0 };
    fresh.push({
      rows: 1,
      iterations: at,
      columns: Object.fromEntries(
        Object.entries(values).map(([name, column]) => [name, cell(column[i]!)]),
      ),
    });
  }
  if (fresh.length === 0) return series;
  let { binWidth } = series;
  while (last >= binWidth * CAPACITY) binWidth *= 2;
  const kept = binWidth === series.binWidth ? series.bins : rebin(series.bins, binWidth);
  // Only the last bin can take a new row.
  const settled = kept.slice(0, -1);
  return { binWidth, last, bins: [...settled, ...rebin([...kept.slice(-1), ...fresh], binWidth)] };
}

/** Mean meta-iteration of each bin. */
export const iterations = (series: Series): number[] =>
  series.bins.map((bin) => bin.iterations / bin.rows);

/** Mean of a column in each bin; NaN where it has no finite value. */
export const means = (series: Series, name: string): number[] =>
  series.bins.map((bin) => {
    const cell = bin.columns[name];
    return cell === undefined || cell.count === 0 ? Number.NaN : cell.sum / cell.count;
  });
