/** What can be run without a page: the presets, and what no menu has. */

import type { Presets } from '../../spec/preset';
import type { RegressionSpec } from './fields';
import { presets } from './presets';

export const experiments = {
  ...presets,
  /** Who learns how a step is made, beside MAML, with as many steps; as long as one learns in a minute and a half. */
  'sinusoid-rules': {
    spec: {
      ...presets['sinusoid-10shot'].spec,
      innerSteps: 5,
      iterations: 14_000,
      contenders: ['maml', 'fomaml', 'ravi'],
    },
  },
} as const satisfies Presets<RegressionSpec>;

export type ExperimentName = keyof typeof experiments;
