/** What `npm run reproduce` writes and prints of what it measured, with one seed or with several. */

import type { Measured, Report, Reproduction } from '../../labs/kit/reproduction';
import { markdownOf, READING, tableOf } from '../../labs/kit/reproductionTable';
import {
  markdownOfSeeds,
  READING_SEEDS,
  rowsOverSeeds,
  type SeedsReport,
  trainingOverSeeds,
} from '../../labs/kit/severalSeeds';

export type Kept = Report | SeedsReport;

const isOfSeveral = (report: Kept): report is SeedsReport => 'seeds' in report;

/** @param measured of each seed, in their order */
export function reportOf(
  measured: readonly Measured[],
  reproduction: Reproduction,
  seeds: readonly number[],
  how: Pick<Report, 'experiment' | 'seconds' | 'command' | 'date' | 'machine'>,
): Kept {
  const { experiment, ...after } = how;
  const { checkpoints: _, rows, training, note, ...first } = measured[0]!;
  const last = { published: reproduction.published, ...after };
  if (seeds.length === 1) {
    const said = note === undefined ? {} : { note };
    return { experiment, seed: seeds[0]!, ...first, ...said, training, rows, ...last };
  }
  const each = measured.map((one) => one.rows);
  return {
    ...{ experiment, seeds, ...first, ...notesOver(measured, seeds) },
    training: trainingOverSeeds(measured.map((one) => one.training)),
    rows: rowsOverSeeds(each, reproduction),
    each: each.map((own, i) => ({ seed: seeds[i]!, rows: own })),
    ...last,
  };
}

/** What must be said of all seeds once, and of some with their numbers. */
function notesOver(measured: readonly Measured[], seeds: readonly number[]): { note?: string } {
  const notes = new Map<string, number[]>();
  for (const [i, { note }] of measured.entries()) {
    if (note !== undefined) notes.set(note, [...(notes.get(note) ?? []), seeds[i]!]);
  }
  const said = [...notes].map(([note, of]) =>
    of.length === seeds.length ? note : `Of seed ${of.join(', ')}: ${note}`,
  );
  return said.length === 0 ? {} : { note: said.join(' ') };
}

/** The table of it, and how to read that. */
export const shownOf = (report: Kept, reproduction: Reproduction) =>
  isOfSeveral(report)
    ? { table: markdownOfSeeds(tableOf(report, reproduction)), reading: READING_SEEDS }
    : { table: markdownOf(tableOf(report, reproduction)), reading: READING };
