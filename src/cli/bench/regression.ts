/** Workloads of few-shot regression by a small multi-layer perceptron. */

import { stream } from '../../math/rng';
import { type Shape, sizeOf } from './shapes';

export interface RegressionWorkload {
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

export const GRID = 121;

/** Row-major arrays: parameters [P], inputs and targets [tasks, points, 1]. */
export interface RegressionInputs {
  readonly parameters: Float32Array;
  readonly supportX: Float32Array;
  readonly supportY: Float32Array;
  readonly queryX: Float32Array;
  readonly queryY: Float32Array;
  readonly grid: Float32Array;
}

/** Weights and biases in the order of the flat vector. */
export const regressionShapes = ({ hidden: [a, b] }: RegressionWorkload): readonly Shape[] => [
  [1, a],
  [1, a],
  [a, b],
  [1, b],
  [b, 1],
  [1, 1],
];

export function regressionInputs(workload: RegressionWorkload): RegressionInputs {
  const random = stream(1, `bench ${workload.name}`);
  const draw = (count: number, value: () => number) => Float32Array.from({ length: count }, value);
  const count = workload.tasks * workload.points;
  // Reptile takes its minibatches from the support, one after another.
  const support = workload.kind === 'reptile' ? count * workload.innerSteps : count;
  return {
    parameters: draw(sizeOf(regressionShapes(workload)), () => random.normal(0, 0.2)),
    supportX: draw(support, () => random.uniform(-5, 5)),
    supportY: draw(support, () => random.normal(0, 2)),
    queryX: draw(count, () => random.uniform(-5, 5)),
    queryY: draw(count, () => random.normal(0, 2)),
    grid: Float32Array.from({ length: GRID }, (_, i) => -5 + (10 * i) / (GRID - 1)),
  };
}
