/** What can be run without a page: the presets, and what no menu has. */

import type { Presets } from '../../spec/preset';
import type { RegressionSpec } from './fields';
import { presets } from './presets';

export const experiments = {
  ...presets,
  /** Everything that learns how to adapt, with as many steps; as long as gates take to learn in a minute or two. */
  'sinusoid-rules': {
    spec: {
      ...presets['sinusoid-10shot'].spec,
      innerSteps: 5,
      iterations: 14_000,
      // At the lab's own λ of 30 and rate of 0.005 curvature grows until the inner steps no longer descend, by 1,360.
      ...{ imamlLambda: 10, imamlRate: 0.0025 },
      contenders: ['maml', 'fomaml', 'reptile', 'metasgd', 'imaml', 'ravi'],
    },
  },
} as const satisfies Presets<RegressionSpec>;

export type ExperimentName = keyof typeof experiments;
