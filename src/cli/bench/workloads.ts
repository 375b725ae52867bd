/** What is timed. Every contender computes the same numbers from the same inputs. */

import {
  type RegressionInputs,
  type RegressionWorkload,
  regressionInputs,
  regressionShapes,
} from './regression';
import type { Shape } from './shapes';
import { type UnrollInputs, type UnrollWorkload, unrollInputs, unrollShapes } from './unroll';

export type Workload = RegressionWorkload | UnrollWorkload;

const sinusoid = {
  tasks: 25,
  points: 10,
  hidden: [40, 40],
  innerRate: 0.01,
  innerSteps: 1,
} as const;

export const workloads: readonly Workload[] = [
  {
    ...sinusoid,
    name: 'sinusoid-maml',
    what: 'MAML meta-step: 25 tasks, K = 10, 1-40-40-1, second order',
    kind: 'maml',
  },
  {
    ...sinusoid,
    name: 'sinusoid-fomaml',
    what: 'first-order MAML meta-step, same size',
    kind: 'fomaml',
  },
  {
    ...sinusoid,
    name: 'sinusoid-reptile',
    what: 'Reptile meta-step, 5 inner steps, same size',
    kind: 'reptile',
    innerSteps: 5,
  },
  {
    ...sinusoid,
    name: 'maml-64-64',
    what: 'MAML meta-step at 1-64-64-1',
    kind: 'maml',
    hidden: [64, 64],
  },
  {
    ...sinusoid,
    name: 'maml-100-tasks',
    what: 'MAML meta-step with 100 tasks',
    kind: 'maml',
    tasks: 100,
  },
  {
    ...sinusoid,
    name: 'adapt-10-steps',
    what: 'ten steps on one task, with outputs at 121 inputs after each: what dragging a point costs one contender',
    kind: 'adapt',
    tasks: 1,
    innerSteps: 10,
  },
  {
    name: 'lstm-unroll',
    what: 'meta-step of a learned optimiser: LSTM 20-20 on 32 quadratics in 10 dimensions, through 20 updates',
    kind: 'unroll',
    problems: 32,
    dimension: 10,
    updates: 20,
    network: { preprocessing: 'log-sign', hidden: [20, 20], outputScale: 0.1 },
  },
];

export const shapesOf = (workload: Workload): readonly Shape[] =>
  workload.kind === 'unroll' ? unrollShapes(workload) : regressionShapes(workload);

export const inputsOf = (workload: Workload): RegressionInputs | UnrollInputs =>
  workload.kind === 'unroll' ? unrollInputs(workload) : regressionInputs(workload);
