/** The task distributions that a spec describes. Tensor-free: the page draws from them too. */

import type { Range } from '../../math/range';
import { cubics } from '../../tasks/cubic';
import { sinusoids } from '../../tasks/sinusoid';
import type { Sampling, TaskFamily } from '../../tasks/task';
import { type TaskBlindErrors, taskBlindErrors } from '../../tasks/taskBlind';
import { perSpec } from '../kit/perSpec';
import type { RegressionSpec } from './fields';

export interface Distribution {
  readonly family: TaskFamily;
  readonly sampling: Sampling;
}

/** Tasks for meta-training. */
export function trainingTasks(spec: RegressionSpec): Distribution {
  const { inputRange, inputs, noise } = spec;
  const sampling = { inputRange, inputs, noise };
  switch (spec.task) {
    case 'sinusoid':
      return { family: sinusoids(spec.amplitude, spec.phase), sampling };
    case 'cubic':
      return { family: cubics(spec.a, spec.b, spec.c, spec.d), sampling };
    default:
      return spec.task satisfies never;
  }
}

/** These settings with the ranges of held-out tasks in the place of those of meta-training. */
export function asTested(spec: RegressionSpec): RegressionSpec {
  const { testAmplitude, testPhase, testInputRange, testScale } = spec;
  const scaled = ([low, high]: Range): Range => [low * testScale, high * testScale];
  return {
    ...spec,
    ...{ amplitude: testAmplitude, phase: testPhase, inputRange: testInputRange },
    ...{ a: scaled(spec.a), b: scaled(spec.b), c: scaled(spec.c), d: scaled(spec.d) },
  };
}

/** Held-out tasks, which may leave the training range. */
export const testTasks = (spec: RegressionSpec): Distribution => trainingTasks(asTested(spec));

/** Query errors of the zero predictor and of the best task-blind one, on held-out tasks. */
export const blindErrors = perSpec((spec: RegressionSpec): TaskBlindErrors => {
  const { family, sampling } = testTasks(spec);
  return taskBlindErrors(family, sampling, spec.shots + spec.queries);
});

/** Whether held-out tasks come from another distribution than those of meta-training. */
export function leavesTrainingRange(spec: RegressionSpec): boolean {
  const differs = (a: Range, b: Range) => a[0] !== b[0] || a[1] !== b[1];
  return (
    differs(spec.inputRange, spec.testInputRange) ||
    (spec.task === 'sinusoid'
      ? differs(spec.amplitude, spec.testAmplitude) || differs(spec.phase, spec.testPhase)
      : spec.testScale !== 1)
  );
}
