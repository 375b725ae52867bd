/**
 * Tasks whose losses are bowls over two weights, small enough that everything about one inner step has a closed form.
 *
 * The loss of task i is L_i(θ) = ½ (θ − c_i)ᵀ A_i (θ − c_i), the same on support and query points, and its inner loop is one
 * step: φ_i = θ − α ∇L_i(θ). MAML descends the mean of L_i(φ_i) (Finn, Abbeel and Levine 2017, equation 1), whose gradient
 * is the mean of (I − α A_i) ∇L_i(φ_i); first-order MAML leaves the factor out (their section 5.2); joint pre-training
 * descends the mean of L_i(θ).
 *
 * Weights and losses have no unit; α is a step for a gradient of 1.
 */

import { meanOf, plus, type Vector } from '../../math/vector';

export type { Vector };

/** A symmetric matrix, 2 × 2, by its entries. */
export type Symmetric = readonly [xx: number, xy: number, yy: number];

export interface Bowl {
  /** c, where the loss is 0. */
  readonly centre: Vector;
  /** A, the Hessian of the loss: the same everywhere. */
  readonly curvature: Symmetric;
}

/** Those that take part, in the order in which they are drawn. */
export const methods = ['joint', 'fomaml', 'maml'] as const;
export type Method = (typeof methods)[number];

const I: Symmetric = [1, 0, 1];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1];
const apply = ([xx, xy, yy]: Symmetric, [x, y]: Vector): Vector => [
  xx * x + xy * y,
  xy * x + yy * y,
];
const add = (a: Symmetric, b: Symmetric, factor = 1): Symmetric => [
  a[0] + factor * b[0],
  a[1] + factor * b[1],
  a[2] + factor * b[2],
];
/** The product of two that commute, which is symmetric too: all that come from one bowl do. */
const product = (a: Symmetric, b: Symmetric): Symmetric => [
  a[0] * b[0] + a[1] * b[1],
  a[0] * b[1] + a[1] * b[2],
  a[1] * b[1] + a[2] * b[2],
];

const meanMatrix = (all: readonly Symmetric[]): Symmetric =>
  all.reduce<Symmetric>((sum, m) => add(sum, m, 1 / all.length), [0, 0, 0]);
const meanNumber = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length;

/**
 * @param curvatures along `angle`, and across it; both above 0
 * @param angle in radians, from the first weight to the second
 */
export function bowl(centre: Vector, curvatures: Vector, angle: number): Bowl {
  const [along, across] = curvatures;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const curvature: Symmetric = [
    along * c * c + across * s * s,
    (along - across) * c * s,
    along * s * s + across * c * c,
  ];
  return { centre, curvature };
}

/** L(θ). */
export function lossOf({ centre, curvature }: Bowl, theta: Vector): number {
  const way = plus(theta, centre, -1);
  return dot(way, apply(curvature, way)) / 2;
}

/** ∇L(θ). */
export const gradientOf = ({ centre, curvature }: Bowl, theta: Vector): Vector =>
  apply(curvature, plus(theta, centre, -1));

/** φ, after one step from θ. */
export const adapted = (task: Bowl, theta: Vector, alpha: number): Vector =>
  plus(theta, gradientOf(task, theta), -alpha);

/** I − αA: how φ moves when θ does. */
const carriedBy = ({ curvature }: Bowl, alpha: number): Symmetric => add(I, curvature, -alpha);

/** The mean over tasks of L_i(θ). */
export const meanLoss = (tasks: readonly Bowl[], theta: Vector): number =>
  meanNumber(tasks.map((task) => lossOf(task, theta)));

/** The mean over tasks of L_i(φ_i): what MAML descends. */
export const lossAfter = (tasks: readonly Bowl[], theta: Vector, alpha: number): number =>
  meanNumber(tasks.map((task) => lossOf(task, adapted(task, theta, alpha))));

/** What each method takes for the gradient at θ from one task. */
const taken: Readonly<Record<Method, (task: Bowl, theta: Vector, alpha: number) => Vector>> = {
  joint: (task, theta) => gradientOf(task, theta),
  fomaml: (task, theta, alpha) => gradientOf(task, adapted(task, theta, alpha)),
  maml: (task, theta, alpha) =>
    apply(carriedBy(task, alpha), gradientOf(task, adapted(task, theta, alpha))),
};

/** What a method moves θ against: the mean over tasks, at θ. */
export const gradientBy = (
  method: Method,
  tasks: readonly Bowl[],
  theta: Vector,
  alpha: number,
): Vector => meanOf(tasks.map((task) => taken[method](task, theta, alpha)));

/** The matrix W by which a task pulls at θ: what is taken from it is W (θ − c), as φ − c = (I − αA)(θ − c). */
const pulls: Readonly<Record<Method, (task: Bowl, alpha: number) => Symmetric>> = {
  joint: ({ curvature }) => curvature,
  fomaml: (task, alpha) => product(task.curvature, carriedBy(task, alpha)),
  maml: (task, alpha) => product(pulls.fomaml(task, alpha), carriedBy(task, alpha)),
};

/** The Jacobian of a method's gradient by θ: the same everywhere. */
export const curvatureBy = (method: Method, tasks: readonly Bowl[], alpha: number): Symmetric =>
  meanMatrix(tasks.map((task) => pulls[method](task, alpha)));

/** Of the matrix, in parts of its largest entry, squared: below, rounding decides what the solution is. */
const SINGULAR = 1e-12;

/**
 * Where a method comes to rest: Σ W_i (θ − c_i) = 0. Null where α leaves no such place, or one that descent leaves: a
 * matrix that is singular, or is not positive definite.
 */
export function restOf(method: Method, tasks: readonly Bowl[], alpha: number): Vector | null {
  const [xx, xy, yy] = curvatureBy(method, tasks, alpha);
  const determinant = xx * yy - xy * xy;
  const size = Math.max(Math.abs(xx), Math.abs(xy), Math.abs(yy));
  if (xx <= 0 || determinant <= SINGULAR * size * size) return null;
  const [x, y] = meanOf(tasks.map((task) => apply(pulls[method](task, alpha), task.centre)));
  return [(yy * x - xy * y) / determinant, (xx * y - xy * x) / determinant];
}
