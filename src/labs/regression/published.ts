/** What the papers report, and what is known of these tasks without an experiment. */

import { type AlgorithmName, algorithms } from '../../algorithms/registry';
import type { Presentation, PublishedRow } from '../reproduction';
import { type PresetName, presets } from './presets';
import { blindErrors } from './tasks';

export interface Published {
  readonly rows: readonly PublishedRow[];
  /** Why a faithful run differs where it does. */
  readonly remarks: string;
}

const table2 = 'Finn et al. 2017, table 2 (5-shot)';
const figure = 'Finn et al. 2017, figure 3, read off';

const figures: Record<PresetName, Published> = {
  'sinusoid-10shot': {
    rows: [
      { method: 'maml', steps: 1, mean: 0.45, range: [0.4, 0.5], source: figure },
      { method: 'maml', steps: 9, mean: 0.15, range: [0.1, 0.2], source: figure },
    ],
    remarks:
      'The paper shows curves only. First-order MAML and Reptile are not in it: they share its tasks, network and inner rate.',
  },
  'sinusoid-5shot': {
    rows: [
      { method: 'maml', steps: 1, mean: 0.67, source: table2 },
      { method: 'maml', steps: 5, mean: 0.38, source: table2 },
      { method: 'maml', steps: 10, mean: 0.35, source: table2 },
      { method: 'joint', steps: 1, mean: 2.41, source: table2 },
      { method: 'joint', steps: 5, mean: 2.23, source: table2 },
      { method: 'joint', steps: 10, mean: 2.19, source: table2 },
    ],
    remarks:
      'MAML is trained for one step. Beyond about four, gradient descent at α = 0.01 runs away on single tasks with five points close together, and a few such tasks rule the mean: read the median beside it.',
  },
  'reptile-toy': {
    rows: [],
    remarks:
      'The script prints no figures; it shows fits after 8, 16, 24 and 32 steps. MAML is not in it.',
  },
  cubic: {
    rows: [],
    remarks:
      'The text shows fits only: after the first epoch on a new task MAML fits, Reptile is better than random initialisation. Ranges, activation and outer rates are not stated and are ours.',
  },
};

/** Published rows of a preset, followed by the errors of predictors that do not adapt. */
export function publishedOf(name: PresetName): Published {
  const { rows, remarks } = figures[name];
  const { zero, best } = blindErrors(presets[name].spec);
  const known = (method: string, mean: number): PublishedRow => ({
    method,
    steps: 0,
    mean,
    source: 'computed from the distribution of tasks',
  });
  return {
    rows: [...rows, known('zero predictor', zero), known('best task-blind predictor', best)],
    remarks,
  };
}

const isAlgorithm = (name: string): name is AlgorithmName => Object.hasOwn(algorithms, name);

export function presentationOf(name: PresetName): Presentation {
  const { testSteps } = presets[name].spec;
  return {
    shownSteps: [0, 1, 5, 10, 32].filter((step) => step <= testSteps),
    label: (method) => (isAlgorithm(method) ? algorithms[method].label : method),
  };
}
