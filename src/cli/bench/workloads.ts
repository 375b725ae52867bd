/** What is timed. Every contender computes the same numbers from the same inputs. */

import { stream } from '../../math/rng';

export interface Workload {
  readonly name: string;
  readonly what: string;
  /**
   * `maml`, `fomaml`, `reptile`: the mean direction of one meta-step. `adapt`: outputs on a grid after each of
   * several steps on one task.
   */
  readonly kind: 'maml' | 'fomaml' | 'reptile' | 'adapt';
  readonly tasks: number;
  /** Support points of a task, and as many query points; for `reptile`, points of a minibatch. */
  readonly points: number;
  readonly hidden: readonly [number, number];
  readonly innerRate: number;
  readonly innerSteps: number;
}

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
];

export const GRID = 121;

/** Row-major arrays: parameters [P], inputs and targets [tasks, points, 1]. */
export interface Inputs {
  readonly parameters: Float32Array;
  readonly supportX: Float32Array;
  readonly supportY: Float32Array;
  readonly queryX: Float32Array;
  readonly queryY: Float32Array;
  readonly grid: Float32Array;
}

/** Weights and biases in the order of the flat vector. */
export const shapesOf = ({ hidden: [a, b] }: Workload): readonly (readonly [number, number])[] => [
  [1, a],
  [1, a],
  [a, b],
  [1, b],
  [b, 1],
  [1, 1],
];

export function inputsOf(workload: Workload): Inputs {
  const random = stream(1, `bench ${workload.name}`);
  const draw = (count: number, value: () => number) => Float32Array.from({ length: count }, value);
  const count = workload.tasks * workload.points;
  // Reptile takes its minibatches from the support, one after another.
  const support = workload.kind === 'reptile' ? count * workload.innerSteps : count;
  const size = shapesOf(workload).reduce((sum, [rows, columns]) => sum + rows * columns, 0);
  return {
    parameters: draw(size, () => random.normal(0, 0.2)),
    supportX: draw(support, () => random.uniform(-5, 5)),
    supportY: draw(support, () => random.normal(0, 2)),
    queryX: draw(count, () => random.uniform(-5, 5)),
    queryY: draw(count, () => random.normal(0, 2)),
    grid: Float32Array.from({ length: GRID }, (_, i) => -5 + (10 * i) / (GRID - 1)),
  };
}
