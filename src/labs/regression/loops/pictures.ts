/** What is to be seen of each contender in the picture of the two loops. To add one: a line here, and its sentence. */

import type { RegressionSpec } from '../fields';
import type { ContenderName } from '../methods';

/**
 * What moves θ. `carried`: query gradients, carried back through the inner steps. `queries`: query gradients as they are
 * where adaptation ended. `ends`: where adaptation ended. `mixed`: one gradient on the points of all tasks.
 */
export type Mover = 'carried' | 'queries' | 'ends' | 'mixed';

export interface Picture {
  /** Null if θ stays. */
  readonly mover: Mover | null;
  /** Steps on each task while it trains. */
  readonly steps: (spec: RegressionSpec) => number;
  /** Whether the last layers alone take them. */
  readonly headAlone?: boolean;
  /** Whether every weight has a rate of its own, that is learned too. */
  readonly learnsRates?: boolean;
  /** Whether there is no θ. */
  readonly isWeightless?: boolean;
}

const inner = (spec: RegressionSpec): number => spec.innerSteps;
const none = (): number => 0;

export const pictures: Readonly<Record<ContenderName, Picture>> = {
  maml: { mover: 'carried', steps: inner },
  fomaml: { mover: 'queries', steps: inner },
  reptile: { mover: 'ends', steps: (spec) => spec.reptileSteps },
  metasgd: { mover: 'carried', steps: inner, learnsRates: true },
  anil: { mover: 'carried', steps: inner, headAlone: true },
  imaml: { mover: 'carried', steps: (spec) => spec.imamlSteps },
  ravi: { mover: 'queries', steps: inner, learnsRates: true },
  cnp: { mover: 'mixed', steps: none },
  acnp: { mover: 'mixed', steps: none },
  bayes: { mover: null, steps: none, isWeightless: true },
  joint: { mover: 'mixed', steps: none },
  random: { mover: null, steps: none },
};
