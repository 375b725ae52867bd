/** The experiments with published figures: whom they compare, and how their reports are shown. */

import { say } from '../../../words/format';
import { words } from '../../../words/words';
import type { Presentation, PublishedRow } from '../../kit/reproduction';
import type { OmniglotSpec } from '../fields';
import { fitsAnyWays, statisticsOf } from '../methods/method';
import type { Statistics } from '../methods/published';
import {
  isTrained,
  type MethodName,
  methodNames,
  methodOf,
  ownIn,
  trainingOf,
} from '../methods/registry';
import { labelOf } from '../phrases';
import { type PresetName, presets } from '../presets';
import { recipeOf } from './recipes';

export const reportNames = [
  'omniglot-5way-1shot',
  'omniglot-5way-5shot',
  'omniglot-20way-1shot',
] as const satisfies readonly PresetName[];
export type ReportName = (typeof reportNames)[number];

export const testTasks = 1000;

/** Those that an experiment compares. */
export function methodsOf(name: ReportName): readonly MethodName[] {
  const compared: readonly MethodName[] = presets[name].spec.methods;
  return methodNames.filter((method) => compared.includes(method));
}

/** Those that an experiment can train: their recipes serve its tasks. */
export function trainableFor(name: ReportName): readonly MethodName[] {
  const { ways } = presets[name].spec;
  const serves = (method: MethodName) =>
    fitsAnyWays(trainingOf(method)) || recipeOf(method, 1, null).spec.ways === ways;
  return methodNames.filter((method) => isTrained(method) && serves(method));
}

/** The row of a method: with statistics that its paper does not use, those stand after its name. */
export const rowName = (method: MethodName, statistics: Statistics): string =>
  statisticsOf(methodOf(method), { statistics: 'paper' }) === statistics
    ? method
    : `${method} ${statistics}`;

/** The method of a row, and how its queries are normalised. */
export function rowOf(row: string): { readonly method: MethodName; readonly with?: Statistics } {
  const [method, statistics] = row.split(' ') as [MethodName, Statistics?];
  return statistics === undefined ? { method } : { method, with: statistics };
}

export const stepsOf = (method: MethodName, spec: OmniglotSpec): number =>
  methodOf(method).steps(spec, ownIn(method, spec));

/** Published figures for the tasks of an experiment. */
export function publishedRows(name: ReportName): readonly PublishedRow[] {
  const { spec } = presets[name];
  const { sources } = words().omniglot;
  return methodsOf(name).flatMap((method) =>
    methodOf(method)
      .published.filter(({ ways, shots }) => ways === spec.ways && shots === spec.shots)
      .map(({ statistics, mean, source }) => ({
        method: rowName(method, statistics),
        steps: stepsOf(method, spec),
        mean,
        source: sources[source],
      })),
  );
}

export function presentationOf(_name: ReportName): Presentation & { readonly remarks: string } {
  const said = words();
  const { heading, with: otherwise, remarks } = said.papers.omniglot;
  return {
    shownSteps: [],
    bounded: true,
    heading,
    format: (share) => (100 * share).toFixed(1),
    label(row) {
      const { method, with: statistics } = rowOf(row);
      const name = labelOf(said, method);
      return statistics === undefined ? name : say(otherwise[statistics], { name });
    },
    remarks,
  };
}
