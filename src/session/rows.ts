/** Recorded rows, one by one and column by column. */

import type { Columns } from './experiment';

type Row = Readonly<Record<string, number>>;

/** Columns of the rows; what is not in a row is not a number there. */
export function columnsOf(rows: readonly Row[]): Columns {
  const names = [...new Set(['iteration', ...rows.flatMap((row) => Object.keys(row))])];
  return Object.fromEntries(
    names.map((name) => [name, Float64Array.from(rows, (row) => row[name] ?? Number.NaN)]),
  );
}

export function rowsOf(columns: Columns): Row[] {
  const { iteration = new Float64Array() } = columns;
  const all = Object.entries(columns);
  return Array.from(iteration, (_, i) =>
    Object.fromEntries(all.map(([name, column]) => [name, column[i]!])),
  );
}
