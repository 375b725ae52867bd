/** What papers report, with the protocol that each used. Accuracies in 0…1. */

/**
 * How queries are normalised. `transductive`: all query drawings together. `inductive`: with the support set alone for
 * methods that adapt, with training drawings for those that embed.
 */
export type Statistics = 'transductive' | 'inductive';

/** Whose figures there are; their words say where they stand. */
export type Source = 'finn' | 'nichol' | 'li' | 'raghu' | 'furrer' | 'snell' | 'vinyals';

export interface PublishedAccuracy {
  readonly ways: number;
  readonly shots: number;
  readonly mean: number;
  /** Half-width of the 95% interval, where it is given. */
  readonly ci95: number | null;
  readonly statistics: Statistics;
  readonly source: Source;
}

/** Ways and shots of the tasks that papers report. */
const TASKS = [
  [5, 1],
  [5, 5],
  [20, 1],
  [20, 5],
] as const;

type Figure = number | readonly [mean: number, ci95: number] | null;

/** Per cent for 5-way 1- and 5-shot and 20-way 1- and 5-shot; null for what was not reported. */
export const figures = (
  source: Source,
  statistics: Statistics,
  ...values: readonly [Figure, Figure, Figure, Figure]
): PublishedAccuracy[] =>
  values.flatMap((value, i) => {
    if (value === null) return [];
    const [ways, shots] = TASKS[i]!;
    const [mean, ci95] = typeof value === 'number' ? [value, null] : value;
    const interval = ci95 === null ? null : ci95 / 100;
    return [{ ways, shots, mean: mean / 100, ci95: interval, statistics, source }];
  });

/** The figure for tasks of this kind, with these statistics if there is one with them. */
export function figureFor(
  published: readonly PublishedAccuracy[],
  { ways, shots }: { readonly ways: number; readonly shots: number },
  statistics: Statistics,
): PublishedAccuracy | null {
  const own = published.filter((row) => row.ways === ways && row.shots === shots);
  return own.find((row) => row.statistics === statistics) ?? own[0] ?? null;
}
