/** What Bayes is told beforehand. */

import type { SinusoidFamily } from '../../../tasks/sinusoidPosterior';
import type { RegressionSpec } from '../fields';

/** The family that is practised on. */
export const familyOf = ({ amplitude, phase }: RegressionSpec): SinusoidFamily => ({
  amplitude,
  phase,
});
