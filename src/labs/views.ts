/** The labs on the page. To add one: a folder, a name, a line here, and a line in experiments.ts. */

import { type ComponentType, lazy } from 'react';
import type { LabName } from './names';
import type { LabViewProps } from './parts/useOpenedLab';

export interface LabView {
  readonly title: string;
  readonly view: ComponentType<LabViewProps>;
}

export const views: Record<LabName, LabView> = {
  regression: {
    title: 'Regression',
    view: lazy(async () => ({
      default: (await import('./regression/RegressionLab')).RegressionLabView,
    })),
  },
  optimizers: {
    title: 'Optimizers',
    view: lazy(async () => ({
      default: (await import('./optimizers/OptimizerLab')).OptimizerLabView,
    })),
  },
  omniglot: {
    title: 'Omniglot',
    view: lazy(async () => ({
      default: (await import('./omniglot/OmniglotLab')).OmniglotLabView,
    })),
  },
};
