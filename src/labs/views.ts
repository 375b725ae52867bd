/** The labs on the page. To add one: a folder, a name, a line here, and a line in experiments.ts. */

import { type ComponentType, lazy } from 'react';
import type { LabName } from './names';

export interface LabViewProps {
  /** The part of the address after the lab's name. */
  readonly params: URLSearchParams;
  /** Writes the lab's state into the address, without a step in the history. */
  readonly onAddress: (params: URLSearchParams) => void;
}

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
