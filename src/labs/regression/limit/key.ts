/** What held-out tasks are drawn by, in one string: the best that is possible is of just those. */

import type { RegressionSpec } from '../fields';
import { asTested } from '../tasks';

export function familyKey(spec: RegressionSpec): string {
  const { seed, task, shots, queries, inputs, noise, ...tested } = asTested(spec);
  const { amplitude, phase, a, b, c, d, inputRange } = tested;
  const family = task === 'sinusoid' ? [amplitude, phase] : [a, b, c, d];
  return JSON.stringify([seed, task, shots, queries, inputs, noise, inputRange, family]);
}
