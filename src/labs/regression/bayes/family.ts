/** What Bayes is told beforehand. */

import type { Known } from '../../../contenders/contender';
import { cubicPosterior } from '../../../tasks/cubicPosterior';
import {
  LEAST_NOISE,
  type SinusoidFamily,
  sinusoidPosterior,
} from '../../../tasks/sinusoidPosterior';
import type { Belief } from '../../../tasks/task';
import type { RegressionSpec } from '../fields';

/** The family that is practised on. */
export const familyOf = ({ amplitude, phase }: RegressionSpec): SinusoidFamily => ({
  amplitude,
  phase,
});

/** What is believed of a task of the family of these settings, from points with as much noise. */
export function believed(
  spec: RegressionSpec,
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
): Belief {
  switch (spec.task) {
    case 'sinusoid':
      return sinusoidPosterior(familyOf(spec), inputs, targets, spec.noise);
    case 'cubic':
      return cubicPosterior([spec.a, spec.b, spec.c, spec.d], inputs, targets, spec.noise);
    default:
      return spec.task satisfies never;
  }
}

/** The tasks of meta-training, as who knows them is told of them. */
export const knownOf = (spec: RegressionSpec): Known => ({
  noise: Math.max(spec.noise, LEAST_NOISE),
  believes: (inputs, targets) => believed(spec, inputs, targets),
});
