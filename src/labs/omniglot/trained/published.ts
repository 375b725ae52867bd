/** What the papers report, with the protocol that each used. Accuracies in 0…1. */

import type { Split } from '../../../tasks/glyphs/glyphs';
import { type MethodName, type OmniglotSpec, type Statistics, statisticsOf } from '../spec';

export interface PublishedAccuracy {
  readonly method: MethodName;
  readonly ways: number;
  readonly shots: number;
  readonly mean: number;
  /** Half-width of the 95% interval, where it is given. */
  readonly ci95: number | null;
  readonly statistics: Statistics;
  readonly source: string;
}

const TASKS = [
  [5, 1],
  [5, 5],
  [20, 1],
  [20, 5],
] as const;

/** Accuracies in per cent for 5-way 1- and 5-shot and 20-way 1- and 5-shot, with their intervals. */
function rows(
  method: MethodName,
  statistics: Statistics,
  source: string,
  values: readonly (readonly [mean: number, ci95: number | null])[],
): PublishedAccuracy[] {
  return values.map(([mean, ci95], i) => ({
    method,
    ways: TASKS[i]![0],
    shots: TASKS[i]![1],
    mean: mean / 100,
    ci95: ci95 === null ? null : ci95 / 100,
    statistics,
    source,
  }));
}

const plain = (...means: number[]) => means.map((mean) => [mean, null] as const);

export const published: readonly PublishedAccuracy[] = [
  ...rows('maml', 'transductive', 'Finn et al. 2017, table 1', [
    [98.7, 0.4],
    [99.9, 0.1],
    [95.8, 0.3],
    [98.9, 0.2],
  ]),
  ...rows('fomaml', 'transductive', 'Nichol et al. 2018, table 2', [
    [98.3, 0.5],
    [99.2, 0.2],
    [89.4, 0.5],
    [97.9, 0.1],
  ]),
  ...rows('reptile', 'inductive', 'Nichol et al. 2018, table 2', [
    [95.39, 0.09],
    [98.9, 0.1],
    [88.14, 0.15],
    [96.65, 0.33],
  ]),
  ...rows('reptile', 'transductive', 'Nichol et al. 2018, table 2', [
    [97.68, 0.04],
    [99.48, 0.06],
    [89.43, 0.14],
    [97.12, 0.32],
  ]),
  ...rows('prototypical', 'inductive', 'Snell et al. 2017, table 1', plain(98.8, 99.7, 96.0, 98.9)),
  ...rows('matching', 'inductive', 'Vinyals et al. 2016, table 1', plain(98.1, 98.9, 93.8, 98.5)),
  ...rows('pixels', 'inductive', 'Vinyals et al. 2016, table 1', plain(41.7, 63.2, 26.7, 42.6)),
];

/** That of a method in tasks of this kind, with these statistics if there is one with them. */
export function publishedOf(
  method: MethodName,
  spec: Pick<OmniglotSpec, 'ways' | 'shots' | 'statistics'>,
): PublishedAccuracy | null {
  const { ways, shots } = spec;
  const own = published.filter(
    (row) => row.method === method && row.ways === ways && row.shots === shots,
  );
  const statistics = statisticsOf(method, spec);
  return own.find((row) => row.statistics === statistics) ?? own[0] ?? null;
}

/** Why no figure here is strictly comparable with a paper's. */
export const NOT_COMPARABLE =
  'Not strictly comparable: the papers train on 1,200 characters and test on 423 of the whole set';

/** The characters that figures here are about. */
export const charactersText = ({ train, test }: Readonly<Record<Split, number>>): string =>
  `here ${train.toLocaleString('en')} characters are trained on and ${test.toLocaleString('en')} others tested`;
