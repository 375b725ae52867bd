/** The labs in the worker. To add one: a folder, a name, a line here, and a line in views.ts. */

import type { ExperimentMaker } from '../session/experiment';
import type { LabName } from './names';

export const experiments: Record<LabName, () => Promise<ExperimentMaker>> = {
  regression: async () => (await import('./regression/experiment')).regressionExperiment,
  optimizers: async () => (await import('./optimizers/experiment')).optimizerExperiment,
  omniglot: async () => (await import('./omniglot/experiment')).omniglotExperiment,
  memory: async () => (await import('./memory/experiment')).memoryExperiment,
};
