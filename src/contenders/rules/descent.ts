/**
 * Optimisers that look at more than the gradient of one coordinate: at f itself, at inner products, at curvature. They
 * have no rate to tune, and learn nothing. All work in double precision, each problem of a batch by itself.
 */

import type { OwnFields } from '../contender';
import type { Course, Losses } from './rule';

/** f of every problem and its gradients, row-major [problems, dimension]. */
export interface Slope {
  readonly f: ArrayLike<number>;
  readonly gradient: ArrayLike<number>;
}

/** Functions to come down on, a batch of problems at once. */
export interface Landscape {
  readonly problems: number;
  readonly dimension: number;
  at(theta: Float64Array): Promise<Slope>;
  /** Every problem's Hessian at θ times its row of `vector`. */
  curvature(theta: Float64Array, vector: Float64Array): Promise<ArrayLike<number>>;
}

/** Where it stands after so many steps, and f there; not to be kept beyond the next step. */
export interface Stand {
  readonly theta: Float64Array;
  readonly f: ArrayLike<number>;
}

export interface DescentRule {
  readonly fields: OwnFields<object>;
  /** Its update, in TeX. Its words stand in the catalogues. */
  readonly formula: string;
  /** Whether it knows that f is a quadratic, and is right only if it is. */
  readonly quadratic: boolean;
  /** Where it stands after 0, 1, 2, … steps, without an end; one evaluation of f and its gradient for each. */
  descend(landscape: Landscape, start: ArrayLike<number>): AsyncGenerator<Stand, never>;
}

/** f of every problem of a course after 0, 1, … `steps` steps. */
export async function* lossesOf(course: Course, rule: DescentRule, steps: number): Losses {
  const { engine, learner, problems } = course;
  const batch = learner.batch(problems);
  const rows = (values: Float64Array) => engine.rows(Float32Array.from(values), problems.tasks);
  const landscape: Landscape = {
    problems: problems.tasks,
    dimension: problems.starts.length / problems.tasks,
    async at(theta) {
      const { loss, slope } = engine.tidy(() => {
        const here = learner.at(rows(theta), batch);
        return { loss: here.loss(), slope: here.gradient() };
      });
      const f = await engine.read(loss);
      const gradient = await engine.read(slope);
      engine.release(loss, slope);
      return { f, gradient };
    },
    async curvature(theta, vector) {
      const product = engine.tidy(() => learner.at(rows(theta), batch).hessianVector(rows(vector)));
      const values = await engine.read(product);
      engine.release(product);
      return values;
    },
  };
  try {
    let t = 0;
    for await (const { f } of rule.descend(landscape, problems.starts)) {
      yield Float32Array.from(f);
      if (t === steps) return;
      t += 1;
    }
  } finally {
    engine.release(batch);
  }
}
