/** What the papers report, and what is known of these tasks without an experiment. */

import { words } from '../../words/words';
import type { Presentation, PublishedRow } from '../kit/reproduction';
import type { ExperimentName } from './experiments';
import type { RegressionSpec } from './fields';
import { type ContenderName, contenders } from './methods';
import { blindErrors } from './tasks';

const table2 = 'Finn et al. 2017, table 2 (5-shot)';
const figure = 'Finn et al. 2017, figure 3, read off';

const figures: Record<ExperimentName, readonly PublishedRow[]> = {
  'sinusoid-10shot': [
    { method: 'maml', steps: 1, mean: 0.45, range: [0.4, 0.5], source: figure },
    { method: 'maml', steps: 9, mean: 0.15, range: [0.1, 0.2], source: figure },
  ],
  'sinusoid-5shot': [
    { method: 'maml', steps: 1, mean: 0.67, source: table2 },
    { method: 'maml', steps: 5, mean: 0.38, source: table2 },
    { method: 'maml', steps: 10, mean: 0.35, source: table2 },
    { method: 'joint', steps: 1, mean: 2.41, source: table2 },
    { method: 'joint', steps: 5, mean: 2.23, source: table2 },
    { method: 'joint', steps: 10, mean: 2.19, source: table2 },
  ],
  'reptile-toy': [],
  cubic: [],
  metasgd: [],
  anil: [],
  'sinusoid-rules': [],
};

/** Published rows of an experiment, followed by the errors of predictors that do not adapt. */
export function publishedOf(name: ExperimentName, spec: RegressionSpec): readonly PublishedRow[] {
  const { zero, best } = blindErrors(spec);
  const known = (method: string, mean: number): PublishedRow => ({
    method,
    steps: 0,
    mean,
    source: 'computed from the distribution of tasks',
  });
  return [
    ...figures[name],
    known('zero predictor', zero),
    known('best task-blind predictor', best),
  ];
}

const isContender = (name: string): name is ContenderName => Object.hasOwn(contenders, name);

export function presentationOf(
  name: ExperimentName,
  { testSteps }: RegressionSpec,
): Presentation & { readonly remarks: string } {
  const { papers, contenders: methods } = words();
  const others: Readonly<Record<string, unknown>> = papers.regression;
  return {
    shownSteps: [0, 1, 5, 10, 32].filter((step) => step <= testSteps),
    label: (method) =>
      isContender(method) ? methods[method].label : String(others[method] ?? method),
    remarks: papers.regression.remarks[name],
  };
}
