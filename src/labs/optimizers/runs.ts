/** Optimisers at work on a batch of problems, step by step: the learned one, and those written by hand. */

import { applyOptimizer, type OptimizerPosition } from '../../algorithms/learnedOptimizer';
import { type OptimizerName, optimizers } from '../../algorithms/optimizers';
import type { Coordinatewise, Engine, Learner, Rows } from '../../compute/engine';
import type { Problems } from '../../tasks/quadratic';
import type { Family } from './families';

/** f of every problem after 0, 1, … `steps` updates, one array at a time. */
export type Losses = AsyncGenerator<Float32Array, void>;

/** Problems held by an engine. */
export interface Course {
  readonly engine: Engine;
  readonly learner: Learner;
  readonly problems: Problems;
}

export const courseOf = (engine: Engine, family: Family, problems: Problems): Course => ({
  engine,
  learner: engine.compile(family.network, family.loss),
  problems,
});

export async function* runLearned(
  { engine, learner, problems }: Course,
  optimizer: Coordinatewise,
  phi: Rows,
  steps: number,
): Losses {
  const batch = learner.batch(problems);
  let position: OptimizerPosition = {
    theta: engine.rows(problems.starts, problems.tasks),
    state: optimizer.start(problems.starts.length),
  };
  const scope = { engine, optimizer, problems: learner };
  try {
    for (let t = 0; ; t++) {
      const { loss, next } = engine.tidy(() => {
        if (t === steps) {
          return { loss: learner.at(position.theta, batch).loss(), next: null };
        }
        const { at, theta, state } = applyOptimizer(scope, phi, position, batch);
        return { loss: at.loss(), next: { theta, state } };
      });
      const values = await engine.read(loss);
      engine.release(loss);
      if (next !== null) {
        engine.release(position.theta, position.state);
        position = next;
      }
      yield values;
      if (next === null) return;
    }
  } finally {
    engine.release(batch, position.theta, position.state);
  }
}

/** @param rate η */
export async function* runByHand(
  { engine, learner, problems }: Course,
  name: OptimizerName,
  rate: number,
  steps: number,
): Losses {
  const batch = learner.batch(problems);
  const theta = Float64Array.from(problems.starts);
  const update = optimizers[name].create(rate, theta.length);
  try {
    for (let t = 0; ; t++) {
      const { loss, gradient } = engine.tidy(() => {
        const at = learner.at(engine.rows(Float32Array.from(theta), problems.tasks), batch);
        return { loss: at.loss(), gradient: at.gradient() };
      });
      const values = await engine.read(loss);
      const g = Float64Array.from(await engine.read(gradient));
      engine.release(loss, gradient);
      yield values;
      if (t === steps) return;
      update(g);
      for (let i = 0; i < theta.length; i++) theta[i]! += g[i]!;
    }
  } finally {
    engine.release(batch);
  }
}
